package org.cumulus.internal;

import java.util.Arrays;

/** Sums of {@code float32}; on the start value see {@link DoubleSum}. */
final class FloatSum implements TurningKernel<float[]> {
  static final FloatSum INSTANCE = new FloatSum();

  private FloatSum() {}

  @Override
  public Carrier carrier() {
    return Carrier.FLOAT;
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
  public void start(float[] carry, int count) {
    Arrays.fill(carry, 0, count, -0.0f);
  }

  @Override
  public void rows(Tile<float[]> in, Tile<float[]> out, int lines, int length, float[] carry) {
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
      Tile<float[]> in, Tile<float[]> out, int lines, int length, float[] carry) {
    float[] x = in.array();
    float[] y = out.array();
    for (int line = 0; line < lines; line++) {
      int from = in.start() + line * in.groupPitch();
      int to = out.start() + line * out.groupPitch();
      float sum = carry[line];
      for (int k = 0; k < length; k++) {
        sum = sum + x[from + k];
        y[to + k] = sum;
      }
      carry[line] = sum;
    }
  }

  private static float row(float[] x, int from, float[] y, int to, int length, float start) {
    float sum = start;
    for (int k = 0; k < length; k++) {
      sum = sum + x[from + k];
      y[to + k] = sum;
    }
    return sum;
  }

  private static void fourRows(
      Tile<float[]> in, Tile<float[]> out, int line, int length, float[] carry) {
    float[] x = in.array();
    float[] y = out.array();
    int from0 = in.start() + line * in.groupPitch();
    int from1 = from0 + in.groupPitch();
    int from2 = from1 + in.groupPitch();
    int from3 = from2 + in.groupPitch();
    int to0 = out.start() + line * out.groupPitch();
    int to1 = to0 + out.groupPitch();
    int to2 = to1 + out.groupPitch();
    int to3 = to2 + out.groupPitch();
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
  public void shortGroups(
      Tile<float[]> in, Tile<float[]> out, int groups, int length, int lanes, float[] carry) {
    float[] x = in.array();
    float[] y = out.array();
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
      float[] x,
      int from,
      int step,
      float[] y,
      int to,
      int stepfloato,
      int length,
      float[] carry,
      int at) {
    float sum0 = carry[at];
    float sum1 = carry[at + 1];
    float sum2 = carry[at + 2];
    float sum3 = carry[at + 3];
    float sum4 = carry[at + 4];
    float sum5 = carry[at + 5];
    float sum6 = carry[at + 6];
    float sum7 = carry[at + 7];
    for (int k = 0; k < length; k++) {
      int i = from + k * step;
      int j = to + k * stepfloato;
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
      float[] x,
      int from,
      int step,
      float[] y,
      int to,
      int stepTo,
      int length,
      float[] carry,
      int at) {
    float sum0 = carry[at];
    float sum1 = carry[at + 1];
    float sum2 = carry[at + 2];
    float sum3 = carry[at + 3];
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
      float[] x,
      int from,
      int step,
      float[] y,
      int to,
      int stepTo,
      int length,
      float[] carry,
      int at) {
    float sum0 = carry[at];
    float sum1 = carry[at + 1];
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
      float[] x,
      int from,
      int step,
      float[] y,
      int to,
      int stepTo,
      int length,
      float[] carry,
      int at) {
    float sum = carry[at];
    for (int k = 0; k < length; k++) {
      sum = sum + x[from + k * step];
      y[to + k * stepTo] = sum;
    }
    carry[at] = sum;
  }

  @Override
  public void eightSteps(
      float[] x, int from, int pitch, float[] y, int to, int step, int lines, float[] carry) {
    for (int line = 0; line < lines; line++) {
      int i = from + line * pitch;
      int j = to + line;
      float sum = carry[line];
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
  public void eightLines(Tile<float[]> in, Tile<float[]> out, int line, int length, float[] carry) {
    float[] x = in.array();
    float[] y = out.array();
    int from = in.start() + line;
    int to = out.start() + line * out.groupPitch();
    int pitch = out.groupPitch();
    float sum0 = carry[line];
    float sum1 = carry[line + 1];
    float sum2 = carry[line + 2];
    float sum3 = carry[line + 3];
    float sum4 = carry[line + 4];
    float sum5 = carry[line + 5];
    float sum6 = carry[line + 6];
    float sum7 = carry[line + 7];
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
  public void add(float[] before, int at, float[] x, int from, float[] y, int to, int count) {
    if (Vectors.isOn()) {
      Vectors.loops().floats().add(before, at, x, from, y, to, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      y[to + i] = before[at + i] + x[from + i];
    }
  }
}
