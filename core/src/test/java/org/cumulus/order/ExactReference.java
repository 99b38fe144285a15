package org.cumulus.order;

import java.math.BigInteger;
import org.cumulus.DType;

/**
 * What the order EXACT is, in plain lines: a fixed-point sum of the elements, in units of the last
 * place of the smallest double, rounded for each result by looking at what is cut off.
 */
final class ExactReference {
  private static final int LAST_PLACE = 1074;

  private ExactReference() {}

  /** The sums of elements that are of the dtype already. */
  static double[] sums(double[] line, DType dtype) {
    double[] y = new double[line.length];
    BigInteger sum = BigInteger.ZERO;
    double special = 0;
    boolean onlyNegativeZeros = true;
    for (int i = 0; i < line.length; i++) {
      double x = line[i];
      onlyNegativeZeros &= x == 0 && 1 / x < 0;
      if (Double.isFinite(x)) {
        sum = sum.add(fixed(x));
      } else {
        special += x;
      }
      if (special != 0) {
        y[i] = special;
      } else if (onlyNegativeZeros) {
        y[i] = -0.0;
      } else {
        y[i] = rounded(sum, dtype);
      }
    }
    return y;
  }

  private static BigInteger fixed(double x) {
    long bits = Double.doubleToLongBits(x);
    long digits = bits & 0xf_ffff_ffff_ffffL;
    int exponent = (int) (bits >> 52) & 0x7ff;
    BigInteger value =
        exponent == 0
            ? BigInteger.valueOf(digits)
            : BigInteger.valueOf(digits | 1L << 52).shiftLeft(exponent - 1);
    return x < 0 ? value.negate() : value;
  }

  private static double rounded(BigInteger sum, DType dtype) {
    if (sum.signum() == 0) {
      return 0;
    }
    // Digits, the exponent of the smallest number, and that of the first power of two too large.
    int[] format =
        switch (dtype.kind()) {
          case FLOAT16 -> new int[] {11, -24, 16};
          case FLOAT32 -> new int[] {24, -149, 128};
          default -> new int[] {53, -1074, 1024};
        };
    BigInteger magnitude = sum.abs();
    int cut = Math.max(magnitude.bitLength() - format[0], format[1] + LAST_PLACE);
    BigInteger kept = magnitude.shiftRight(cut);
    BigInteger twice = magnitude.subtract(kept.shiftLeft(cut)).shiftLeft(1);
    int comparison = twice.compareTo(BigInteger.ONE.shiftLeft(cut));
    if (comparison > 0 || (comparison == 0 && kept.testBit(0))) {
      kept = kept.add(BigInteger.ONE);
    }
    int exponent = cut - LAST_PLACE;
    boolean isTooLarge = kept.bitLength() + exponent > format[2];
    double value = isTooLarge ? Double.POSITIVE_INFINITY : Math.scalb(kept.doubleValue(), exponent);
    return sum.signum() < 0 ? -value : value;
  }
}
