package org.cumulus.internal;

import java.util.Arrays;

/**
 * Sums of {@code float64}. The start value is -0.0, the identity of IEEE addition: adding the first
 * element to it gives that element, its sign included, where 0.0 would turn -0.0 into 0.0.
 */
final class DoubleSum implements TurningKernel<double[]> {
  static final DoubleSum INSTANCE = new DoubleSum();

  private DoubleSum() {}

  @Override
  public Carrier carrier() {
    return Carrier.DOUBLE;
  }

  @Override
  public int sideBySide() {
    return 4;
  }

  @Override
  public boolean waitsForMemory() {
    return true;
  }

  @Override
  public void start(double[] carry, int count) {
    Arrays.fill(carry, 0, count, -0.0);
  }

  @Override
  public void rows(Tile<double[]> in, Tile<double[]> out, int lines, int length, double[] carry) {
    if (length < SHORT_LENGTH) {
      shortRows(in, out, lines, length, carry);
      return;
    }
    int line = 0;
    if (SequentialKernel.paysSideBySide(in, out, length)) {
      for (; line + 4 <= lines; line += 4) {
        fourRows(in, out, line, length, carry);
      }
    }
    for (; line < lines; line++) {
      int from = in.start() + line * in.groupPitch();
      int to = out.start() + line * out.groupPitch();
      carry[line] = row(in.array(), from, out.array(), to, length, carry[line]);
    }
  }

  /**
   * Short lines have a loop of their own, which the JIT does not unroll for the long ones' sake.
   */
  private static void shortRows(
      Tile<double[]> in, Tile<double[]> out, int lines, int length, double[] carry) {
    double[] x = in.array();
    double[] y = out.array();
    for (int line = 0; line < lines; line++) {
      int from = in.start() + line * in.groupPitch();
      int to = out.start() + line * out.groupPitch();
      double sum = carry[line];
      for (int k = 0; k < length; k++) {
        sum = sum + x[from + k];
        y[to + k] = sum;
      }
      carry[line] = sum;
    }
  }

  private static double row(double[] x, int from, double[] y, int to, int length, double start) {
    double sum = start;
    for (int k = 0; k < length; k++) {
      sum = sum + x[from + k];
      y[to + k] = sum;
    }
    return sum;
  }

  private static void fourRows(
      Tile<double[]> in, Tile<double[]> out, int line, int length, double[] carry) {
    double[] x = in.array();
    double[] y = out.array();
    int from0 = in.start() + line * in.groupPitch();
    int from1 = from0 + in.groupPitch();
    int from2 = from1 + in.groupPitch();
    int from3 = from2 + in.groupPitch();
    int to0 = out.start() + line * out.groupPitch();
    int to1 = to0 + out.groupPitch();
    int to2 = to1 + out.groupPitch();
    int to3 = to2 + out.groupPitch();
    double sum0 = carry[line];
    double sum1 = carry[line + 1];
    double sum2 = carry[line + 2];
    double sum3 = carry[line + 3];
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
  public void shortGroups(
      Tile<double[]> in, Tile<double[]> out, int groups, int length, int lanes, double[] carry) {
    double[] x = in.array();
    double[] y = out.array();
    int count = length * lanes;
    for (int group = 0; group < groups; group++) {
      int from = in.start() + group * in.groupPitch();
      int to = out.start() + group * out.groupPitch();
      int at = group * lanes;
      for (int i = 0; i < lanes; i++) {
        y[to + i] = carry[at + i] + x[from + i];
      }
      for (int i = lanes; i < count; i++) {
        y[to + i] = y[to + i - lanes] + x[from + i];
      }
      for (int i = 0; i < lanes; i++) {
        carry[at + i] = y[to + count - lanes + i];
      }
    }
  }

  @Override
  public void eightLanes(
      double[] x,
      int from,
      int step,
      double[] y,
      int to,
      int stepdoubleo,
      int length,
      double[] carry,
      int at) {
    double sum0 = carry[at];
    double sum1 = carry[at + 1];
    double sum2 = carry[at + 2];
    double sum3 = carry[at + 3];
    double sum4 = carry[at + 4];
    double sum5 = carry[at + 5];
    double sum6 = carry[at + 6];
    double sum7 = carry[at + 7];
    for (int k = 0; k < length; k++) {
      int i = from + k * step;
      int j = to + k * stepdoubleo;
      sum0 = sum0 + x[i];
      sum1 = sum1 + x[i + 1];
      sum2 = sum2 + x[i + 2];
      sum3 = sum3 + x[i + 3];
      sum4 = sum4 + x[i + 4];
      sum5 = sum5 + x[i + 5];
      sum6 = sum6 + x[i + 6];
      sum7 = sum7 + x[i + 7];
      y[j] = sum0;
      y[j + 1] = sum1;
      y[j + 2] = sum2;
      y[j + 3] = sum3;
      y[j + 4] = sum4;
      y[j + 5] = sum5;
      y[j + 6] = sum6;
      y[j + 7] = sum7;
    }
    carry[at] = sum0;
    carry[at + 1] = sum1;
    carry[at + 2] = sum2;
    carry[at + 3] = sum3;
    carry[at + 4] = sum4;
    carry[at + 5] = sum5;
    carry[at + 6] = sum6;
    carry[at + 7] = sum7;
  }

  @Override
  public void fourLanes(
      double[] x,
      int from,
      int step,
      double[] y,
      int to,
      int stepTo,
      int length,
      double[] carry,
      int at) {
    double sum0 = carry[at];
    double sum1 = carry[at + 1];
    double sum2 = carry[at + 2];
    double sum3 = carry[at + 3];
    for (int k = 0; k < length; k++) {
      int i = from + k * step;
      int j = to + k * stepTo;
      sum0 = sum0 + x[i];
      sum1 = sum1 + x[i + 1];
      sum2 = sum2 + x[i + 2];
      sum3 = sum3 + x[i + 3];
      y[j] = sum0;
      y[j + 1] = sum1;
      y[j + 2] = sum2;
      y[j + 3] = sum3;
    }
    carry[at] = sum0;
    carry[at + 1] = sum1;
    carry[at + 2] = sum2;
    carry[at + 3] = sum3;
  }

  @Override
  public void twoLanes(
      double[] x,
      int from,
      int step,
      double[] y,
      int to,
      int stepTo,
      int length,
      double[] carry,
      int at) {
    double sum0 = carry[at];
    double sum1 = carry[at + 1];
    for (int k = 0; k < length; k++) {
      sum0 = sum0 + x[from + k * step];
      sum1 = sum1 + x[from + k * step + 1];
      y[to + k * stepTo] = sum0;
      y[to + k * stepTo + 1] = sum1;
    }
    carry[at] = sum0;
    carry[at + 1] = sum1;
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
    double sum = carry[at];
    for (int k = 0; k < length; k++) {
      sum = sum + x[from + k * step];
      y[to + k * stepTo] = sum;
    }
    carry[at] = sum;
  }

  @Override
  public void eightSteps(
      double[] x, int from, int pitch, double[] y, int to, int step, int lines, double[] carry) {
    for (int line = 0; line < lines; line++) {
      int i = from + line * pitch;
      int j = to + line;
      double sum = carry[line];
      sum = sum + x[i];
      y[j] = sum;
      sum = sum + x[i + 1];
      y[j + 1 * step] = sum;
      sum = sum + x[i + 2];
      y[j + 2 * step] = sum;
      sum = sum + x[i + 3];
      y[j + 3 * step] = sum;
      sum = sum + x[i + 4];
      y[j + 4 * step] = sum;
      sum = sum + x[i + 5];
      y[j + 5 * step] = sum;
      sum = sum + x[i + 6];
      y[j + 6 * step] = sum;
      sum = sum + x[i + 7];
      y[j + 7 * step] = sum;
      carry[line] = sum;
    }
  }

  @Override
  public void eightLines(
      Tile<double[]> in, Tile<double[]> out, int line, int length, double[] carry) {
    double[] x = in.array();
    double[] y = out.array();
    int from = in.start() + line;
    int to = out.start() + line * out.groupPitch();
    int pitch = out.groupPitch();
    double sum0 = carry[line];
    double sum1 = carry[line + 1];
    double sum2 = carry[line + 2];
    double sum3 = carry[line + 3];
    double sum4 = carry[line + 4];
    double sum5 = carry[line + 5];
    double sum6 = carry[line + 6];
    double sum7 = carry[line + 7];
    for (int k = 0; k < length; k++) {
      int i = from + k * in.stepPitch();
      int j = to + k * out.stepPitch();
      sum0 = sum0 + x[i];
      sum1 = sum1 + x[i + 1];
      sum2 = sum2 + x[i + 2];
      sum3 = sum3 + x[i + 3];
      sum4 = sum4 + x[i + 4];
      sum5 = sum5 + x[i + 5];
      sum6 = sum6 + x[i + 6];
      sum7 = sum7 + x[i + 7];
      y[j] = sum0;
      y[j + pitch] = sum1;
      y[j + 2 * pitch] = sum2;
      y[j + 3 * pitch] = sum3;
      y[j + 4 * pitch] = sum4;
      y[j + 5 * pitch] = sum5;
      y[j + 6 * pitch] = sum6;
      y[j + 7 * pitch] = sum7;
    }
    carry[line] = sum0;
    carry[line + 1] = sum1;
    carry[line + 2] = sum2;
    carry[line + 3] = sum3;
    carry[line + 4] = sum4;
    carry[line + 5] = sum5;
    carry[line + 6] = sum6;
    carry[line + 7] = sum7;
  }

  @Override
  public void add(double[] before, int at, double[] x, int from, double[] y, int to, int count) {
    if (Vectors.isOn()) {
      Vectors.loops().doubles().add(before, at, x, from, y, to, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      y[to + i] = before[at + i] + x[from + i];
    }
  }
}
