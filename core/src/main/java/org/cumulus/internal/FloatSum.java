package org.cumulus.internal;

import java.util.Arrays;

/** Sums of {@code float32}; on the start value see {@link DoubleSum}. */
final class FloatSum implements Kernel<float[]> {
  static final FloatSum INSTANCE = new FloatSum();

  private FloatSum() {}

  @Override
  public Carrier carrier() {
    return Carrier.FLOAT;
  }

  @Override
  public void start(float[] carry, int count) {
    Arrays.fill(carry, 0, count, -0.0f);
  }

  @Override
  public void rows(Tile<float[]> in, Tile<float[]> out, int lines, int length, float[] carry) {
    int line = 0;
    for (; line + 4 <= lines; line += 4) {
      fourRows(in, out, line, length, carry);
    }
    for (; line < lines; line++) {
      float[] x = in.array();
      float[] y = out.array();
      int from = in.start() + line * in.pitch();
      int to = out.start() + line * out.pitch();
      float sum = carry[line];
      for (int k = 0; k < length; k++) {
        sum = sum + x[from + k];
        y[to + k] = sum;
      }
      carry[line] = sum;
    }
  }

  /** Four lines side by side: each waits for its own last addition only, not for the others'. */
  private static void fourRows(
      Tile<float[]> in, Tile<float[]> out, int line, int length, float[] carry) {
    float[] x = in.array();
    float[] y = out.array();
    int from0 = in.start() + line * in.pitch();
    int from1 = from0 + in.pitch();
    int from2 = from1 + in.pitch();
    int from3 = from2 + in.pitch();
    int to0 = out.start() + line * out.pitch();
    int to1 = to0 + out.pitch();
    int to2 = to1 + out.pitch();
    int to3 = to2 + out.pitch();
    float sum0 = carry[line];
    float sum1 = carry[line + 1];
    float sum2 = carry[line + 2];
    float sum3 = carry[line + 3];
    for (int k = 0; k < length; k++) {
      sum0 = sum0 + x[from0 + k];
      sum1 = sum1 + x[from1 + k];
      sum2 = sum2 + x[from2 + k];
      sum3 = sum3 + x[from3 + k];
      y[to0 + k] = sum0;
      y[to1 + k] = sum1;
      y[to2 + k] = sum2;
      y[to3 + k] = sum3;
    }
    carry[line] = sum0;
    carry[line + 1] = sum1;
    carry[line + 2] = sum2;
    carry[line + 3] = sum3;
  }

  @Override
  public void sweep(Tile<float[]> in, Tile<float[]> out, int length, int lines, float[] carry) {
    float[] previous = carry;
    int before = 0;
    for (int k = 0; k < length; k++) {
      int from = in.start() + k * in.pitch();
      int to = out.start() + k * out.pitch();
      addRow(previous, before, in.array(), from, out.array(), to, lines);
      previous = out.array();
      before = to;
    }
    System.arraycopy(previous, before, carry, 0, lines);
  }

  private static void addRow(
      float[] previous, int before, float[] x, int from, float[] y, int to, int count) {
    for (int i = 0; i < count; i++) {
      y[to + i] = previous[before + i] + x[from + i];
    }
  }
}
