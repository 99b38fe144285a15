package org.cumulus.internal;

import java.util.Arrays;

/**
 * Sums of integers of every width, wrapping. Cutting a sum to its low k bits gives the same whether
 * it is done at each step or once, on the way out; so this one loop is the sum of int8 … uint64. Of
 * {@code bool} too: a sum of ones is not zero exactly where their OR is true, and 2^63 ones fit no
 * array.
 */
final class LongSum implements TurningKernel<long[]>, FoldingKernel<long[], long[]> {
  static final LongSum INSTANCE = new LongSum();

  private LongSum() {}

  @Override
  public Carrier carrier() {
    return Carrier.LONG;
  }

  @Override
  public boolean waitsForMemory() {
    return true;
  }

  @Override
  public void start(long[] carry, int count) {
    Arrays.fill(carry, 0, count, 0);
  }

  @Override
  public void rows(Tile<long[]> in, Tile<long[]> out, int lines, int length, long[] carry) {
    if (length < SHORT_LENGTH) {
      shortRows(in, out, lines, length, carry);
      return;
    }
    for (int line = 0; line < lines; line++) {
      int from = in.start() + line * in.groupPitch();
      int to = out.start() + line * out.groupPitch();
      carry[line] = row(in.array(), from, out.array(), to, length, carry[line]);
    }
  }

  /**
   * Short lines have a loop of their own, which the JIT does not unroll for the long ones' sake.
   */
  private static void shortRows(
      Tile<long[]> in, Tile<long[]> out, int lines, int length, long[] carry) {
    long[] x = in.array();
    long[] y = out.array();
    for (int line = 0; line < lines; line++) {
      int from = in.start() + line * in.groupPitch();
      int to = out.start() + line * out.groupPitch();
      long sum = carry[line];
      for (int k = 0; k < length; k++) {
        sum = sum + x[from + k];
        y[to + k] = sum;
      }
      carry[line] = sum;
    }
  }

  private static long row(long[] x, int from, long[] y, int to, int length, long start) {
    long sum = start;
    for (int k = 0; k < length; k++) {
      sum = sum + x[from + k];
      y[to + k] = sum;
    }
    return sum;
  }

  @Override
  public void shortGroups(
      Tile<long[]> in, Tile<long[]> out, int groups, int length, int lanes, long[] carry) {
    long[] x = in.array();
    long[] y = out.array();
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
      long[] x,
      int from,
      int step,
      long[] y,
      int to,
      int steplongo,
      int length,
      long[] carry,
      int at) {
    long sum0 = carry[at];
    long sum1 = carry[at + 1];
    long sum2 = carry[at + 2];
    long sum3 = carry[at + 3];
    long sum4 = carry[at + 4];
    long sum5 = carry[at + 5];
    long sum6 = carry[at + 6];
    long sum7 = carry[at + 7];
    for (int k = 0; k < length; k++) {
      int i = from + k * step;
      int j = to + k * steplongo;
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
      long[] x,
      int from,
      int step,
      long[] y,
      int to,
      int stepTo,
      int length,
      long[] carry,
      int at) {
    long sum0 = carry[at];
    long sum1 = carry[at + 1];
    long sum2 = carry[at + 2];
    long sum3 = carry[at + 3];
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
      long[] x,
      int from,
      int step,
      long[] y,
      int to,
      int stepTo,
      int length,
      long[] carry,
      int at) {
    long sum0 = carry[at];
    long sum1 = carry[at + 1];
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
      long[] x,
      int from,
      int step,
      long[] y,
      int to,
      int stepTo,
      int length,
      long[] carry,
      int at) {
    long sum = carry[at];
    for (int k = 0; k < length; k++) {
      sum = sum + x[from + k * step];
      y[to + k * stepTo] = sum;
    }
    carry[at] = sum;
  }

  @Override
  public void eightSteps(
      long[] x, int from, int pitch, long[] y, int to, int step, int lines, long[] carry) {
    for (int line = 0; line < lines; line++) {
      int i = from + line * pitch;
      int j = to + line;
      long sum = carry[line];
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
  public void eightLines(Tile<long[]> in, Tile<long[]> out, int line, int length, long[] carry) {
    long[] x = in.array();
    long[] y = out.array();
    int from = in.start() + line;
    int to = out.start() + line * out.groupPitch();
    int pitch = out.groupPitch();
    long sum0 = carry[line];
    long sum1 = carry[line + 1];
    long sum2 = carry[line + 2];
    long sum3 = carry[line + 3];
    long sum4 = carry[line + 4];
    long sum5 = carry[line + 5];
    long sum6 = carry[line + 6];
    long sum7 = carry[line + 7];
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
  public void add(long[] before, int at, long[] x, int from, long[] y, int to, int count) {
    if (Vectors.isOn()) {
      Vectors.loops().longs().add(before, at, x, from, y, to, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      y[to + i] = before[at + i] + x[from + i];
    }
  }

  @Override
  public void begin(
      Tile<long[]> in, Tile<long[]> out, int groups, int length, int lanes, long[] fold) {
    start(fold, groups * lanes);
    scan(in, out, groups, length, lanes, fold);
  }

  @Override
  public void advance(long[] total, long[] fold, int length, long[] carry, int lines) {
    for (int line = 0; line < lines; line++) {
      carry[line] = total[line];
      total[line] += fold[line];
    }
  }

  /** Adds the carry to sums from zero. They are in the cache, and nothing waits for another. */
  @Override
  public void finish(
      Tile<long[]> in, Tile<long[]> out, int groups, int length, int lanes, long[] carry) {
    addCarry(out, groups, length, lanes, carry);
  }

  /** Adds each line's carry to all its sums. */
  static void addCarry(Tile<long[]> out, int groups, int length, int lanes, long[] carry) {
    long[] y = out.array();
    int step = out.stepPitch();
    for (int group = 0; group < groups; group++) {
      int to = out.start() + group * out.groupPitch();
      if (lanes >= MANY_LANES) {
        for (int k = 0; k < length; k++) {
          INSTANCE.add(carry, group * lanes, y, to + k * step, y, to + k * step, lanes);
        }
      } else {
        for (int lane = 0; lane < lanes; lane++) {
          addCarry(y, to + lane, step, length, carry[group * lanes + lane]);
        }
      }
    }
  }

  private static void addCarry(long[] y, int to, int step, int length, long carry) {
    if (step == 1) {
      // A loop of its own, which the JIT turns into vector code.
      for (int k = 0; k < length; k++) {
        y[to + k] += carry;
      }
      return;
    }
    for (int k = 0; k < length; k++) {
      y[to + k * step] += carry;
    }
  }
}
