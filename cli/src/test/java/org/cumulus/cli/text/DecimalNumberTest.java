package org.cumulus.cli.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalNumberTest {
  @Test
  void roundsAsJavaDoes() {
    long seed = 20260102;
    Random random = new Random(seed);
    for (int i = 0; i < 200_000; i++) {
      long digits = random.nextLong() >> random.nextInt(64);
      String text = BigDecimal.valueOf(digits, random.nextInt(30)).toPlainString();
      assertEquals(
          Double.parseDouble(text), DecimalNumber.parse(text), () -> text + ", seed " + seed);
      double any = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(any)) {
        assertEquals(any, DecimalNumber.parse(Double.toString(any)), "seed " + seed);
      }
    }
  }

  @Test
  void specialValues() {
    assertEquals(-0.0, DecimalNumber.parse("-0"));
    assertEquals(0.5, DecimalNumber.parse("+.5"));
    assertEquals(5.0, DecimalNumber.parse("5."));
    assertEquals(1e22, DecimalNumber.parse("1e22"));
    assertEquals(Double.MIN_VALUE, DecimalNumber.parse("5E-324"));
    assertEquals(Double.POSITIVE_INFINITY, DecimalNumber.parse("1e999"));
    assertEquals(Double.NEGATIVE_INFINITY, DecimalNumber.parse("-Infinity"));
    assertEquals(Double.POSITIVE_INFINITY, DecimalNumber.parse("INF"));
    assertEquals(Double.NaN, DecimalNumber.parse("nan"));
    assertEquals(9007199254740992.0, DecimalNumber.parse("9007199254740993"));
    assertEquals(0.1, DecimalNumber.parse("0.1000000000000000000000000000"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "-", "+", ".", "-.", "e5", "1e", "1e+", "1d", "1f", "0x1p3", "1_000", "1,5", "1 2",
        "--1", "+-1", "1.2.3", "1e5.", "infi", "nano", "١", "1e5e5", "NULL", "1-2"
      })
  void refuses(String text) {
    assertThrows(NumberFormatException.class, () -> DecimalNumber.parse(text));
  }
}
