package org.cumulus.internal.digits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;
import org.junit.jupiter.api.Test;

class ShortestDigitsTest {
  private static BigDecimal decimal(Digits digits) {
    return new BigDecimal(digits.digits()).scaleByPowerOfTen(digits.last());
  }

  private static void assertFoundBySearch(double magnitude, FloatWidth width) {
    assertEquals(
        ShortestDigits.search(magnitude, width),
        ShortestDigits.of(magnitude, width),
        () -> width + " " + Double.toHexString(magnitude));
  }

  private static void assertReadBack(double magnitude) {
    assertEquals(magnitude, decimal(ShortestDigits.of(magnitude, FloatWidth.DOUBLE)).doubleValue());
  }

  @Test
  void javasMethodAndTheSearchAgree() {
    SplittableRandom random = new SplittableRandom(20240607);
    DoubleConsumer check =
        magnitude -> {
          assertFoundBySearch(magnitude, FloatWidth.DOUBLE);
          assertReadBack(magnitude);
        };
    for (int i = 0; i < 3000; i++) {
      double bits = Math.abs(Double.longBitsToDouble(random.nextLong()));
      if (Double.isFinite(bits) && bits > 0) {
        check.accept(bits);
      }
      check.accept(random.nextInt(1, 10_000) / Math.pow(10, random.nextInt(8)));
      float narrow = Math.abs(Float.intBitsToFloat(random.nextInt()));
      if (Float.isFinite(narrow) && narrow > 0) {
        assertFoundBySearch(narrow, FloatWidth.SINGLE);
      }
    }
    for (int power = -1074; power < 1024; power++) {
      double two = Math.scalb(1.0, power);
      check.accept(two);
      check.accept(Math.nextUp(two));
      if (power >= -149 && power < 128) {
        assertFoundBySearch(two, FloatWidth.SINGLE);
      }
    }
    for (int i = 1; i < 300; i++) {
      check.accept(i * Double.MIN_VALUE);
      assertFoundBySearch(i * (double) Float.MIN_VALUE, FloatWidth.SINGLE);
    }
  }

  @Test
  void oneDigitWhereOneWillDo() {
    assertEquals(new Digits("5", -324), ShortestDigits.of(Double.MIN_VALUE, FloatWidth.DOUBLE));
    assertEquals(new Digits("1", -323), ShortestDigits.of(2 * Double.MIN_VALUE, FloatWidth.DOUBLE));
    assertEquals(new Digits("1", -45), ShortestDigits.of(Float.MIN_VALUE, FloatWidth.SINGLE));
    assertEquals(new Digits("6", -8), ShortestDigits.of(0x1p-24, FloatWidth.HALF));
    assertEquals(new Digits("2", 23), ShortestDigits.of(2e23, FloatWidth.DOUBLE));
    assertEquals(new Digits("1", 23), ShortestDigits.of(1e23, FloatWidth.DOUBLE));
  }

  @Test
  void everyHalfIsReadBackAndNoShorterDecimalWouldDo() {
    for (int bits = 1; bits < 0x7c00; bits++) {
      double half = Float.float16ToFloat((short) bits);
      Digits digits = ShortestDigits.of(half, FloatWidth.HALF);
      assertEquals(bits, Float.floatToFloat16(decimal(digits).floatValue()));
      if (digits.digits().length() > 1) {
        BigDecimal shorter = decimal(Digits.of(new BigDecimal(half), digits.last() + 1));
        assertTrue(Float.floatToFloat16(shorter.floatValue()) != bits, () -> "half " + half);
      }
    }
  }
}
