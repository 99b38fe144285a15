package org.cumulus.internal.operations;

import java.util.function.LongBinaryOperator;

/** A function on longs as one on narrower integers, whose result is cut to their width. */
public final class CutToWidth implements LongBinaryOperator {
  private final LongBinaryOperator function;
  private final boolean isSigned;

  /** How many bits of a long are beyond the width. */
  private final int beyond;

  public CutToWidth(LongBinaryOperator function, boolean isSigned, int beyond) {
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
