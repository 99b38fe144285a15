package org.cumulus.internal.kernels;

import org.cumulus.internal.operations.FloatBinaryOperator;
import org.cumulus.internal.operations.Operation;

/** Scans of floats by an operation that has no class of its own. */
public final class PlainFloatScan extends LaneScan<FloatBinaryOperator, float[]> {
  public PlainFloatScan(Operation<FloatBinaryOperator, float[]> operation) {
    super(operation);
  }

  @Override
  public void lane(
      float[] x,
      int from,
      int step,
      float[] y,
      int to,
      int stepTo,
      int length,
      float[] carry,
      int at) {
    for (int k = 0; k < length; k++) {
      carry[at] = function.applyAsFloat(carry[at], x[from + k * step]);
      y[to + k * stepTo] = carry[at];
    }
  }

  @Override
  public void combine(float[] before, int at, float[] x, int from, float[] y, int to, int count) {
    for (int i = 0; i < count; i++) {
      y[to + i] = function.applyAsFloat(before[at + i], x[from + i]);
    }
  }

  @Override
  void combineAll(float[] carry, int at, float[] y, int to, int step, int length) {
    for (int k = 0; k < length; k++) {
      y[to + k * step] = function.applyAsFloat(carry[at], y[to + k * step]);
    }
  }
}
