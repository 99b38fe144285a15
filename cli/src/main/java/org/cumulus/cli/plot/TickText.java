package org.cumulus.cli.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/**
 * The numbers beside an axis, as short as they can be: {@code 250}, {@code 12,500}, {@code 3e9}.
 */
final class TickText {
  /** Beyond these, zeros would be most of a number. */
  private static final double LARGE = 1e7;

  private static final double SMALL = 1e-4;

  /** Ticks are multiples of round steps; what comes after these digits is an error of rounding. */
  private static final MathContext DIGITS = new MathContext(14);

  private TickText() {}

  static String of(double tick) {
    BigDecimal number = new BigDecimal(tick).round(DIGITS).stripTrailingZeros();
    double magnitude = Math.abs(tick);
    if (number.signum() == 0) {
      return "0";
    }
    if (magnitude < LARGE && magnitude >= SMALL) {
      return String.format(Locale.ROOT, "%,." + Math.max(number.scale(), 0) + "f", number);
    }
    int exponent = number.precision() - number.scale() - 1;
    return number.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
  }
}
