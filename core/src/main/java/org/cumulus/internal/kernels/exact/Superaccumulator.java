package org.cumulus.internal.kernels.exact;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * An exact sum of any finite doubles: a fixed-point number that reaches from the last place of the
 * smallest of them to 2<sup>64</sup> times the largest and beyond.
 *
 * <p>It stands in an array of doubles, as a part of a carry: limbs of {@value #BITS} bits, the
 * lowest first, each a whole number of either sign. A limb may grow beyond its bits, so that adding
 * to it is a matter of three limbs, until all of them are {@linkplain #normalise normalised}.
 */
final class Superaccumulator {
  /** How many values a sum takes: 2176 bits, of which doubles need 2098. */
  static final int LIMBS = 68;

  private static final int BITS = 32;
  private static final double RADIX = 0x1p32;
  private static final long MASK = 0xffff_ffffL;

  /** What a limb may grow to: with one more addend it is still a whole number in a double. */
  private static final double FULL = 0x1p52;

  /** The exponent of the lowest limb's last place. */
  private static final int LAST_PLACE = -1074;

  private static final int DIGITS = 52;

  private Superaccumulator() {}

  static void clear(double[] limbs, int at) {
    Arrays.fill(limbs, at, at + LIMBS, 0);
  }

  /** Adds a finite number. */
  static void add(double[] limbs, int at, double value) {
    long bits = Double.doubleToRawLongBits(Math.abs(value));
    int exponent = (int) (bits >>> DIGITS);
    // A subnormal number has the exponent of the smallest normal one, but not its leading digit.
    long digits = exponent == 0 ? bits : bits - ((exponent - 1L) << DIGITS);
    int place = Math.max(exponent - 1, 0);
    int shift = place % BITS;
    long low = (digits & MASK) << shift;
    long high = (digits >>> BITS) << shift;
    double sign = value < 0 ? -1 : 1;
    int limb = at + place / BITS;
    limbs[limb] += sign * (low & MASK);
    limbs[limb + 1] += sign * ((low >>> BITS) + (high & MASK));
    limbs[limb + 2] += sign * (high >>> BITS);
    if (Math.abs(limbs[limb]) > FULL
        || Math.abs(limbs[limb + 1]) > FULL
        || Math.abs(limbs[limb + 2]) > FULL) {
      normalise(limbs, at);
    }
  }

  /** Adds another sum, which is normalised by that. */
  static void addAll(double[] limbs, int at, double[] addend, int from) {
    normalise(limbs, at);
    normalise(addend, from);
    for (int i = 0; i < LIMBS; i++) {
      limbs[at + i] += addend[from + i];
    }
  }

  /** The nearest double, of two equally near ones the even one: +0.0 if the sum is zero. */
  static double nearest(double[] limbs, int at) {
    return rounded(limbs, at, false);
  }

  /**
   * The sum itself if it is a double, else of the two doubles around it the odd one: rounding that
   * to a dtype of fewer digits gives what rounding the sum would.
   */
  static double odd(double[] limbs, int at) {
    return rounded(limbs, at, true);
  }

  /** The sum divided by a number above zero, rounded as {@link #nearest} does. */
  static double quotient(double[] limbs, int at, long divisor) {
    BigInteger places = places(limbs, at);
    BigInteger by = BigInteger.valueOf(divisor);
    // So many places more that the quotient has more digits than a double.
    int more = Math.max(2, DIGITS + 3 + by.bitLength() - places.bitLength());
    BigInteger[] division = places.abs().shiftLeft(more).divideAndRemainder(by);
    BigInteger digits = division[1].signum() == 0 ? division[0] : division[0].setBit(0);
    int surplus = Math.max(more, digits.bitLength() - (DIGITS + 1));
    BigInteger kept = digits.shiftRight(surplus);
    boolean isUp =
        digits.testBit(surplus - 1) && (kept.testBit(0) || digits.getLowestSetBit() < surplus - 1);
    long rounded = kept.longValueExact() + (isUp ? 1 : 0);
    return places.signum() * Math.scalb((double) rounded, LAST_PLACE + surplus - more);
  }

  /** The sum as a multiple of the last place. */
  private static BigInteger places(double[] limbs, int at) {
    normalise(limbs, at);
    BigInteger places = BigInteger.ZERO;
    for (int i = LIMBS - 1; i >= 0; i--) {
      places = places.shiftLeft(BITS).add(BigInteger.valueOf((long) limbs[at + i]));
    }
    return places;
  }

  private static double rounded(double[] limbs, int at, boolean toOdd) {
    normalise(limbs, at);
    if (limbs[at + LIMBS - 1] >= 0) {
      return magnitude(limbs, at, toOdd);
    }
    negate(limbs, at);
    normalise(limbs, at);
    double magnitude = magnitude(limbs, at, toOdd);
    negate(limbs, at);
    return -magnitude;
  }

  /** Rounds a sum that is normalised and not negative. */
  private static double magnitude(double[] limbs, int at, boolean toOdd) {
    int top = LIMBS - 1;
    while (top >= 0 && limbs[at + top] == 0) {
      top--;
    }
    if (top < 0) {
      return 0;
    }
    long first = limb(limbs, at, top);
    long third = limb(limbs, at, top - 2);
    int shift = Long.numberOfLeadingZeros(first) - BITS;
    long leading =
        (((first << BITS) | limb(limbs, at, top - 1)) << shift) | ((third << shift) >>> BITS);
    boolean isMore = ((leading & 1) | ((third << shift) & MASK)) != 0;
    for (int i = top - 3; i >= 0 && !isMore; i--) {
      isMore = limbs[at + i] != 0;
    }
    // 63 digits, of which the last stands for all that follow: enough to round them once.
    long digits = leading >>> 1 | (isMore ? 1 : 0);
    int exponent = BITS * (top - 1) - shift + LAST_PLACE + 1;
    if (toOdd) {
      int surplus = Long.SIZE - 1 - (DIGITS + 1);
      boolean isCut = (digits & ((1L << surplus) - 1)) != 0;
      digits = digits >>> surplus | (isCut ? 1 : 0);
      exponent += surplus;
    }
    // As the sum is a multiple of the last place, nothing is rounded a second time when scaled.
    return Math.scalb((double) digits, exponent);
  }

  private static long limb(double[] limbs, int at, int index) {
    return index < 0 ? 0 : (long) limbs[at + index];
  }

  /** Makes all limbs but the last nonnegative and less than the radix. The sum stays. */
  static void normalise(double[] limbs, int at) {
    double carry = 0;
    for (int i = at; i < at + LIMBS - 1; i++) {
      double limb = limbs[i] + carry;
      carry = Math.floor(limb / RADIX);
      limbs[i] = limb - carry * RADIX;
    }
    limbs[at + LIMBS - 1] += carry;
  }

  private static void negate(double[] limbs, int at) {
    for (int i = at; i < at + LIMBS; i++) {
      limbs[i] = -limbs[i];
    }
  }
}
