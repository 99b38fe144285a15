package org.cumulus.internal.kernels;

import java.util.function.LongBinaryOperator;
import org.cumulus.internal.operations.Operation;

/** Scans of integers by an operation that has no class of its own. */
public final class PlainLongScan extends LaneScan<LongBinaryOperator, long[]> {
  public PlainLongScan(Operation<LongBinaryOperator, long[]> operation) {
    super(operation);
  }

  @Override
  public void lane(
      long[] x,
      int from,
      int step,
      long[] y,
      int to,
      int stepTo,
      int length,
      long[] carry,
      int at) {
    for (int k = 0; k < length; k++) {
      carry[at] = function.applyAsLong(carry[at], x[from + k * step]);
      y[to + k * stepTo] = carry[at];
    }
  }

  @Override
  public void combine(long[] before, int at, long[] x, int from, long[] y, int to, int count) {
    for (int i = 0; i < count; i++) {
      y[to + i] = function.applyAsLong(before[at + i], x[from + i]);
    }
  }

  @Override
  void combineAll(long[] carry, int at, long[] y, int to, int step, int length) {
    for (int k = 0; k < length; k++) {
      y[to + k * step] = function.applyAsLong(carry[at], y[to + k * step]);
    }
  }
}
