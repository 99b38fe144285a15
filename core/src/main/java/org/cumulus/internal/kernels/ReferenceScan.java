package org.cumulus.internal.kernels;

import java.util.function.BinaryOperator;
import org.cumulus.internal.operations.Operation;
import org.jspecify.annotations.Nullable;

/** Scans of Java objects. What their operation does takes longer than to find out what it is. */
public final class ReferenceScan
    extends LaneScan<BinaryOperator<@Nullable Object>, @Nullable Object[]> {
  public ReferenceScan(Operation<BinaryOperator<@Nullable Object>, @Nullable Object[]> operation) {
    super(operation);
  }

  @Override
  public void lane(
      @Nullable Object[] x,
      int from,
      int step,
      @Nullable Object[] y,
      int to,
      int stepTo,
      int length,
      @Nullable Object[] carry,
      int at) {
    for (int k = 0; k < length; k++) {
      carry[at] = function.apply(carry[at], x[from + k * step]);
      y[to + k * stepTo] = carry[at];
    }
  }

  @Override
  public void combine(
      @Nullable Object[] before,
      int at,
      @Nullable Object[] x,
      int from,
      @Nullable Object[] y,
      int to,
      int count) {
    for (int i = 0; i < count; i++) {
      y[to + i] = function.apply(before[at + i], x[from + i]);
    }
  }

  @Override
  void combineAll(
      @Nullable Object[] carry, int at, @Nullable Object[] y, int to, int step, int length) {
    for (int k = 0; k < length; k++) {
      y[to + k * step] = function.apply(carry[at], y[to + k * step]);
    }
  }
}
