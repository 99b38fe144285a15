package org.cumulus.internal;

import java.util.Arrays;

/**
 * Sums of {@code float16}, each addition done in float and rounded to half. As a float has more
 * than twice the digits of a half, that is the correctly rounded sum of the two halves.
 */
final class HalfSum implements SequentialKernel<float[]> {
  static final HalfSum INSTANCE = new HalfSum();

  private HalfSum() {}

  @Override
  public Carrier carrier() {
    return Carrier.FLOAT;
  }

  @Override
  public int sideBySide() {
    return 4;
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
        sum = Half.round(sum + x[from + k]);
        y[to + k] = sum;
      }
      carry[line] = sum;
    }
  }

  private static float row(float[] x, int from, float[] y, int to, int length, float start) {
    float sum = start;
    for (int k = 0; k < length; k++) {
      sum = Half.round(sum + x[from + k]);
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
      sum0 = Half.round(sum0 + x[from0 + k]);
      sum1 = Half.round(sum1 + x[from1 + k]);
      sum2 = Half.round(sum2 + x[from2 + k]);
      sum3 = Half.round(sum3 + x[from3 + k]);
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
        y[to + i] = Half.round(carry[at + i] + x[from + i]);
      }
      for (int i = lanes; i < count; i++) {
        y[to + i] = Half.round(y[to + i - lanes] + x[from + i]);
      }
      for (int i = 0; i < lanes; i++) {
        carry[at + i] = y[to + count - lanes + i];
      }
    }
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
      sum0 = Half.round(sum0 + x[i]);
      sum1 = Half.round(sum1 + x[i + 1]);
      sum2 = Half.round(sum2 + x[i + 2]);
      sum3 = Half.round(sum3 + x[i + 3]);
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
      sum0 = Half.round(sum0 + x[from + k * step]);
      sum1 = Half.round(sum1 + x[from + k * step + 1]);
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
      sum = Half.round(sum + x[from + k * step]);
      y[to + k * stepTo] = sum;
    }
    carry[at] = sum;
  }

  @Override
  public void add(float[] before, int at, float[] x, int from, float[] y, int to, int count) {
    if (Vectors.isOn()) {
      Vectors.loops().halves().add(before, at, x, from, y, to, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      y[to + i] = Half.round(before[at + i] + x[from + i]);
    }
  }
}
