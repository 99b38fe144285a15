package org.cumulus.cli.table.values;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Exact quotients, rounded once. */
final class Quotient {
  /** More than the digits of a double, and two to see how to round. */
  private static final int BITS = 64;

  private Quotient() {}

  /** The double nearest to {@code dividend / divisor}, which is not zero; ties to even. */
  static double nearest(BigDecimal dividend, BigDecimal divisor) {
    int scale = Math.max(dividend.scale(), divisor.scale());
    BigInteger above = dividend.setScale(scale).unscaledValue();
    BigInteger below = divisor.setScale(scale).unscaledValue();
    int sign = above.signum() * below.signum();
    above = above.abs();
    below = below.abs();
    int shift = Math.max(0, BITS + below.bitLength() - above.bitLength());
    BigInteger[] parts = above.shiftLeft(shift).divideAndRemainder(below);
    // A last bit that says that there is more keeps the quotient on its side of every tie.
    BigInteger bits = parts[1].signum() == 0 ? parts[0] : parts[0].setBit(0);
    BigDecimal quotient =
        new BigDecimal(bits).divide(new BigDecimal(BigInteger.ONE.shiftLeft(shift)));
    return sign * quotient.doubleValue();
  }
}
