package org.cumulus.internal.digits;

/**
 * The binary format that a value comes from. All of its values are held as {@code double}, but
 * which decimals stand for a value, and from which size on NumPy prefers scientific notation,
 * depends on the format.
 */
public enum FloatWidth {
  HALF(1e3, 1e3, Float.float16ToFloat(Float.floatToFloat16(1e-4f))),
  SINGLE(1e6, 1e6, 1e-4f),
  DOUBLE(1e8, 1e16, 1e-4);

  private final double arrayCeiling;
  private final double scalarCeiling;
  private final double arrayFloor;

  FloatWidth(double arrayCeiling, double scalarCeiling, double arrayFloor) {
    this.arrayCeiling = arrayCeiling;
    this.scalarCeiling = scalarCeiling;
    this.arrayFloor = arrayFloor;
  }

  /**
   * Whether an array whose nonzero finite elements lie between these magnitudes is printed in
   * scientific notation. NumPy compares in the array's own dtype, so the quotient is rounded to it.
   */
  public boolean arrayIsScientific(double smallest, double largest, boolean suppressSmall) {
    return largest >= arrayCeiling
        || (!suppressSmall && (smallest < arrayFloor || quotient(largest, smallest) > 1000));
  }

  /** Whether a scalar of this magnitude is printed in scientific notation. */
  boolean scalarIsScientific(double magnitude) {
    return magnitude != 0 && (magnitude < 1e-4 || magnitude >= scalarCeiling);
  }

  private double quotient(double dividend, double divisor) {
    return switch (this) {
      case HALF -> Float.float16ToFloat(Float.floatToFloat16((float) dividend / (float) divisor));
      case SINGLE -> (float) dividend / (float) divisor;
      case DOUBLE -> dividend / divisor;
    };
  }

  /** The next value towards zero. */
  double below(double magnitude) {
    return switch (this) {
      case HALF -> Float.float16ToFloat((short) (halfBits(magnitude) - 1));
      case SINGLE -> Math.nextDown((float) magnitude);
      case DOUBLE -> Math.nextDown(magnitude);
    };
  }

  /** The next value away from zero, infinity after the largest. */
  double above(double magnitude) {
    return switch (this) {
      case HALF -> Float.float16ToFloat((short) (halfBits(magnitude) + 1));
      case SINGLE -> Math.nextUp((float) magnitude);
      case DOUBLE -> Math.nextUp(magnitude);
    };
  }

  /** Whether the significand is even: then the bounds of the interval round to the value, too. */
  boolean isEven(double magnitude) {
    long bits =
        switch (this) {
          case HALF -> halfBits(magnitude);
          case SINGLE -> Float.floatToIntBits((float) magnitude);
          case DOUBLE -> Double.doubleToLongBits(magnitude);
        };
    return (bits & 1) == 0;
  }

  private static short halfBits(double magnitude) {
    return Float.floatToFloat16((float) magnitude);
  }
}
