package org.cumulus.internal.kernels.exact;

/** What an addition of doubles loses, and what that means for rounding its result once more. */
final class Rounding {
  /** The digits of a double that a float does not have, and the same halfway between two floats. */
  private static final long BEYOND_FLOAT = (1L << 29) - 1;

  private static final long HALFWAY = 1L << 28;

  private Rounding() {}

  /** What rounding took from the sum of two numbers (Knuth's TwoSum). */
  static double error(double a, double b, double sum) {
    double ofB = sum - a;
    return (a - (sum - ofB)) + (b - ofB);
  }

  /**
   * Whether the sum of floats, rounded to a double, is halfway between two floats, so that what it
   * lacks decides. Below the normal floats it lacks nothing, being a multiple of the smallest; nor
   * does a sum of halves as long as it is in their range.
   */
  static boolean isHalfway(double value) {
    return (Double.doubleToRawLongBits(value) & BEYOND_FLOAT) == HALFWAY;
  }

  /** The odd one of the two doubles around {@code value + error}, unless that is a double. */
  static double odd(double value, double error) {
    long bits = Double.doubleToRawLongBits(value);
    if (error == 0 || (bits & 1) != 0) {
      return value;
    }
    return Double.longBitsToDouble(bits + ((error > 0) == (value > 0) ? 1 : -1));
  }
}
