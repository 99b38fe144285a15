package org.cumulus.internal;

import java.util.function.LongBinaryOperator;

/** A function on longs as one on narrower integers, whose result is cut to their width. */
final class CutToWidth implements LongBinaryOperator {
  private final LongBinaryOperator function;
  private final boolean isSigned;

  /** How many bits of a long are beyond the width. */
  private final int beyond;

  CutToWidth(LongBinaryOperator function, boolean isSigned, int beyond) {
    this.function = function;
    this.isSigned = isSigned;
    this.beyond = beyond;
  }

  @Override
  public long applyAsLong(long a, long b) {
    long high = function.applyAsLong(a, b) << beyond;
    return isSigned ? high >> beyond : high >>> beyond;
  }
}
