package org.cumulus.internal.types;

/** Conversions to {@code float16} that round once, to nearest, ties to even. */
public final class Half {
  /** The least number that is rounded to infinity. */
  public static final int ABOVE = 65520;

  /**
   * The exponents of the least normal number, which is also that of smaller ones, and the largest.
   */
  public static final int LEAST_EXPONENT = -14;

  public static final int MOST_EXPONENT = 15;

  private Half() {}

  /** The nearest half, as a float. */
  public static float round(float value) {
    return Float.float16ToFloat(Float.floatToFloat16(value));
  }

  /**
   * The nearest half, as a float. Going through the nearest float would round twice, so the float
   * is rounded to odd instead: where it is inexact its last bit is set, which keeps it on the right
   * side of every tie between halves (Boldo and Melquiond, "When double rounding is odd", 2005).
   */
  public static float round(double value) {
    float nearest = (float) value;
    int bits = Float.floatToRawIntBits(nearest);
    if (nearest != value && !Double.isNaN(value) && (bits & 1) == 0) {
      // The nearest float is even and not exact: its neighbour on the value's side is the odd one.
      bits += Math.abs((double) nearest) > Math.abs(value) ? -1 : 1;
      nearest = Float.intBitsToFloat(bits);
    }
    return round(nearest);
  }
}
