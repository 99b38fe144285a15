package org.cumulus.internal.kernels;

import org.cumulus.internal.memory.Tile;
import org.cumulus.internal.operations.ComplexOperation;
import org.cumulus.internal.types.Carrier;

/** Scans of {@code complex128}; see {@link ComplexScan}. */
public final class DoubleComplexScan extends ComplexScan<double[]> {
  private final ComplexOperation operation;

  public DoubleComplexScan(ComplexOperation operation) {
    super(Carrier.DOUBLE);
    this.operation = operation;
  }

  @Override
  void fill(double[] carry, int lines, double[] initial) {
    for (int i = 0; i < lines; i++) {
      carry[i] = initial[i % initial.length];
    }
  }

  @Override
  void line(
      Tile<double[]> in, int from, Tile<double[]> out, int to, int length, double[] carry, int at) {
    double[] x = in.array();
    double[] y = out.array();
    double re = carry[at];
    double im = carry[at + 1];
    for (int k = 0; k < length; k++) {
      int i = from + k * in.stepPitch();
      int j = to + k * out.stepPitch();
      double real = operation.re(re, im, x[i], x[i + 1]);
      im = operation.im(re, im, x[i], x[i + 1]);
      re = real;
      y[j] = re;
      y[j + 1] = im;
    }
    carry[at] = re;
    carry[at + 1] = im;
  }

  @Override
  void combine(double[] before, int at, double[] x, int from, double[] y, int to, int count) {
    for (int i = 0; i < count; i += 2) {
      double re = before[at + i];
      double im = before[at + i + 1];
      double otherRe = x[from + i];
      double otherIm = x[from + i + 1];
      y[to + i] = operation.re(re, im, otherRe, otherIm);
      y[to + i + 1] = operation.im(re, im, otherRe, otherIm);
    }
  }
}
