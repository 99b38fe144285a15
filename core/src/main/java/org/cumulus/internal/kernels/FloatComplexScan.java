package org.cumulus.internal.kernels;

import org.cumulus.internal.memory.Tile;
import org.cumulus.internal.operations.ComplexOperation;
import org.cumulus.internal.types.Carrier;

/** Scans of {@code complex64}; see {@link ComplexScan}. */
public final class FloatComplexScan extends ComplexScan<float[]> {
  private final ComplexOperation operation;

  public FloatComplexScan(ComplexOperation operation) {
    super(Carrier.FLOAT);
    this.operation = operation;
  }

  @Override
  void fill(float[] carry, int lines, float[] initial) {
    for (int i = 0; i < lines; i++) {
      carry[i] = initial[i % initial.length];
    }
  }

  @Override
  void line(
      Tile<float[]> in, int from, Tile<float[]> out, int to, int length, float[] carry, int at) {
    float[] x = in.array();
    float[] y = out.array();
    float re = carry[at];
    float im = carry[at + 1];
    for (int k = 0; k < length; k++) {
      int i = from + k * in.stepPitch();
      int j = to + k * out.stepPitch();
      float real = operation.re(re, im, x[i], x[i + 1]);
      im = operation.im(re, im, x[i], x[i + 1]);
      re = real;
      y[j] = re;
      y[j + 1] = im;
    }
    carry[at] = re;
    carry[at + 1] = im;
  }

  @Override
  void combine(float[] before, int at, float[] x, int from, float[] y, int to, int count) {
    for (int i = 0; i < count; i += 2) {
      float re = before[at + i];
      float im = before[at + i + 1];
      float otherRe = x[from + i];
      float otherIm = x[from + i + 1];
      y[to + i] = operation.re(re, im, otherRe, otherIm);
      y[to + i + 1] = operation.im(re, im, otherRe, otherIm);
    }
  }
}
