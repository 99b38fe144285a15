package org.cumulus.internal.digits;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The digits that NumPy prints for a value: its shortest decimal as long as this fits the limits,
 * and else the exact binary value, rounded half to even at the limit.
 *
 * <p>Rounding the short decimal instead of the exact value would be wrong only where the short one
 * is a tie: the value lies beside it. No tie lies between the two, as it would itself be a shorter
 * or a nearer decimal for the same value. So the costly exact expansion is needed for ties alone.
 */
public final class DecimalDigits {
  /** Shortest decimals have up to 17 digits; every power of ten up to the next is a long. */
  private static final int LONGEST = 18;

  private DecimalDigits() {}

  /** The digits of a finite value at or above zero for positional notation. */
  public static Digits positional(double magnitude, FloatWidth width, DigitLimits limits) {
    if (magnitude == 0) {
      return Digits.ZERO;
    }
    if (!limits.shortest()) {
      return Digits.of(new BigDecimal(magnitude), -limits.most());
    }
    return cut(magnitude, ShortestDigits.of(magnitude, width), limits, 0);
  }

  /** The digits of a finite value at or above zero for scientific notation. */
  public static Digits scientific(double magnitude, FloatWidth width, DigitLimits limits) {
    if (magnitude == 0) {
      return Digits.ZERO;
    }
    if (!limits.shortest()) {
      BigDecimal exact = new BigDecimal(magnitude);
      return Digits.of(exact, Digits.leadOf(exact) - limits.most());
    }
    Digits shortest = ShortestDigits.of(magnitude, width);
    return cut(magnitude, shortest, limits, lead(magnitude, shortest));
  }

  /**
   * The place of the value's own first digit. The shortest decimal may be a power of ten just above
   * the value (1e23 stands for 9.99…e22); NumPy counts digits from that of the value.
   */
  private static int lead(double magnitude, Digits shortest) {
    return shortest.isPowerOfTen() ? Digits.leadOf(new BigDecimal(magnitude)) : shortest.lead();
  }

  /** Cuts or extends the shortest digits to limits that count from the place {@code origin}. */
  private static Digits cut(double magnitude, Digits shortest, DigitLimits limits, int origin) {
    int places = origin - shortest.last();
    if (limits.most() != DigitLimits.NONE && limits.most() < places) {
      return rounded(magnitude, shortest, origin - limits.most());
    }
    return limits.fewest() > Math.max(places, 0)
        ? Digits.of(new BigDecimal(magnitude), origin - limits.fewest())
        : shortest;
  }

  private static Digits rounded(double magnitude, Digits shortest, int place) {
    int dropped = place - shortest.last();
    if (dropped > LONGEST) {
      return Digits.ZERO;
    }
    long power = 1;
    for (int i = 0; i < dropped; i++) {
      power *= 10;
    }
    long digits = Long.parseLong(shortest.digits());
    long remainder = digits % power;
    if (remainder == power / 2) {
      return Digits.of(new BigDecimal(magnitude).setScale(-place, RoundingMode.HALF_EVEN));
    }
    long kept = digits / power + (remainder > power / 2 ? 1 : 0);
    return Digits.of(Long.toString(kept), place);
  }
}
