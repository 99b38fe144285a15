package org.cumulus.internal.digits;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The shortest decimal that is read back as a given value of its binary format; of several equally
 * short ones the nearest.
 *
 * <p>{@link Double#toString(double)} and {@link Float#toString(float)} find it, but with a scruple:
 * where one digit would do, they take the nearest decimal of <em>two</em> ({@code 4.9E-324}). Two
 * such decimals are apart by a hundredth of the value at least, so both can be read back as the
 * same value only where a significand has fewer than seven bits, deep among the subnormal numbers.
 * There, and for {@code float16}, which has no such method, a search with exact numbers decides.
 */
final class ShortestDigits {
  private ShortestDigits() {}

  /** The shortest digits of a positive finite value. */
  static Digits of(double magnitude, FloatWidth width) {
    if (width == FloatWidth.HALF) {
      return search(magnitude, width);
    }
    boolean single = width == FloatWidth.SINGLE;
    Digits digits = parse(single ? Float.toString((float) magnitude) : Double.toString(magnitude));
    boolean subnormal = magnitude < (single ? Float.MIN_NORMAL : Double.MIN_NORMAL);
    return subnormal && digits.digits().length() == 2 ? search(magnitude, width) : digits;
  }

  /** Reads Java's {@code 12.5}, {@code 1.25E-7}. */
  private static Digits parse(String text) {
    int mark = text.indexOf('E');
    int end = mark < 0 ? text.length() : mark;
    int exponent = mark < 0 ? 0 : Integer.parseInt(text, mark + 1, text.length(), 10);
    int point = text.indexOf('.');
    String digits = text.substring(0, point) + text.substring(point + 1, end);
    return Digits.of(digits, exponent - (end - point - 1));
  }

  /**
   * Takes ever more digits until a decimal lies in the interval of those that round to the value:
   * up to half the way to the neighbour on either side, the bounds themselves if the significand is
   * even, as ties go to even.
   */
  static Digits search(double magnitude, FloatWidth width) {
    BigDecimal value = new BigDecimal(magnitude);
    BigDecimal below = new BigDecimal(width.below(magnitude));
    double next = width.above(magnitude);
    BigDecimal above =
        Double.isInfinite(next) ? value.add(value).subtract(below) : new BigDecimal(next);
    BigDecimal low = value.add(below).divide(BigDecimal.TWO);
    BigDecimal high = value.add(above).divide(BigDecimal.TWO);
    int bounds = width.isEven(magnitude) ? 0 : 1;
    for (int place = Digits.leadOf(value); ; place--) {
      BigDecimal near = value.setScale(-place, RoundingMode.HALF_EVEN);
      if (near.compareTo(low) >= bounds && high.compareTo(near) >= bounds) {
        return Digits.of(near);
      }
      // Above a power of two the interval reaches further up than down.
      BigDecimal up = value.setScale(-place, RoundingMode.UP);
      if (high.compareTo(up) >= bounds) {
        return Digits.of(up);
      }
    }
  }
}
