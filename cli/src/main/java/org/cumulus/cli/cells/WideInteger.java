package org.cumulus.cli.cells;

import java.math.BigInteger;

/** Integers of 64 bits, with a sign or without one. */
public final class WideInteger {
  private static final BigInteger MASK =
      BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);

  private WideInteger() {}

  static BigInteger exact(long bits, boolean isUnsigned) {
    BigInteger value = BigInteger.valueOf(bits);
    return isUnsigned ? value.and(MASK) : value;
  }

  /** The nearest double. */
  public static double rounded(long bits, boolean isUnsigned) {
    // Half of it, and the last bit, which may decide to which side it is rounded.
    return isUnsigned && bits < 0 ? ((bits >>> 1) | (bits & 1)) * 2.0 : bits;
  }

  /** Whether a double holds an integer as it is. */
  static boolean isDouble(BigInteger value) {
    int digits = value.abs().bitLength() - Math.max(0, value.getLowestSetBit());
    return digits <= 53 && value.abs().bitLength() <= 1024;
  }
}
