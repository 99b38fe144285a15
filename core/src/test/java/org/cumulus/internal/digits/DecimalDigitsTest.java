package org.cumulus.internal.digits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The digits against their definition, computed with exact numbers alone. */
class DecimalDigitsTest {
  private static Digits defined(double magnitude, int origin, DigitLimits limits) {
    BigDecimal exact = new BigDecimal(magnitude);
    Digits shortest = ShortestDigits.search(magnitude, FloatWidth.DOUBLE);
    int most = origin - limits.most();
    int fewest = origin - limits.fewest();
    if (limits.shortest() && shortest.last() >= most && shortest.last() <= fewest) {
      return shortest;
    }
    boolean tooLong = !limits.shortest() || shortest.last() < most;
    return Digits.of(exact, tooLong ? most : fewest);
  }

  private static double magnitude(SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextDouble();
      case 1 -> (random.nextInt(1000) + 0.5) / Math.pow(10, random.nextInt(10));
      case 2 -> random.nextInt(1, 1 << 20) / (double) (1 << random.nextInt(20));
      default -> random.nextInt(1, 100_000) / 1e3;
    };
  }

  @Test
  void digitsAreTheShortestOrTheExactOnesRounded() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 20_000; i++) {
      double magnitude = magnitude(random);
      int most = random.nextInt(20);
      DigitLimits limits =
          new DigitLimits(
              random.nextInt(4) > 0, most, random.nextInt(2) * random.nextInt(most + 1));
      assertEquals(
          defined(magnitude, 0, limits),
          DecimalDigits.positional(magnitude, FloatWidth.DOUBLE, limits),
          () -> magnitude + " positional " + limits);
      int lead = Digits.leadOf(new BigDecimal(magnitude));
      assertEquals(
          defined(magnitude, lead, limits),
          DecimalDigits.scientific(magnitude, FloatWidth.DOUBLE, limits),
          () -> magnitude + " scientific " + limits);
    }
  }

  @Test
  void tiesAreDecidedByTheExactValue() {
    DigitLimits two = new DigitLimits(true, 2, 0);
    assertEquals(new Digits("267", -2), DecimalDigits.positional(2.675, FloatWidth.DOUBLE, two));
    assertEquals(new Digits("12", -2), DecimalDigits.positional(0.125, FloatWidth.DOUBLE, two));
    assertEquals(new Digits("38", -2), DecimalDigits.positional(0.375, FloatWidth.DOUBLE, two));
    assertEquals(new Digits("1", 0), DecimalDigits.positional(1.005, FloatWidth.DOUBLE, two));
    assertEquals(Digits.ZERO, DecimalDigits.positional(1e-30, FloatWidth.DOUBLE, two));
  }
}
