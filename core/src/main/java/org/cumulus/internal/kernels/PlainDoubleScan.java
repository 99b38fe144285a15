package org.cumulus.internal.kernels;

import java.util.function.DoubleBinaryOperator;
import org.cumulus.internal.operations.Operation;

/** Scans of float64 by an operation that has no class of its own. */
public final class PlainDoubleScan extends LaneScan<DoubleBinaryOperator, double[]> {
  public PlainDoubleScan(Operation<DoubleBinaryOperator, double[]> operation) {
    super(operation);
  }

  @Override
  public void lane(
      double[] x,
      int from,
      int step,
      double[] y,
      int to,
      int stepTo,
      int length,
      double[] carry,
      int at) {
    for (int k = 0; k < length; k++) {
      carry[at] = function.applyAsDouble(carry[at], x[from + k * step]);
      y[to + k * stepTo] = carry[at];
    }
  }

  @Override
  public void combine(
      double[] before, int at, double[] x, int from, double[] y, int to, int count) {
    for (int i = 0; i < count; i++) {
      y[to + i] = function.applyAsDouble(before[at + i], x[from + i]);
    }
  }

  @Override
  void combineAll(double[] carry, int at, double[] y, int to, int step, int length) {
    for (int k = 0; k < length; k++) {
      y[to + k * step] = function.applyAsDouble(carry[at], y[to + k * step]);
    }
  }
}
