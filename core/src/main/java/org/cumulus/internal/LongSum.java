package org.cumulus.internal;

import java.util.Arrays;

/**
 * Sums of integers of every width, wrapping. Cutting a sum to its low k bits gives the same whether
 * it is done at each step or once, on the way out; so this one loop is the sum of int8 … uint64. Of
 * {@code bool} too: a sum of ones is not zero exactly where their OR is true, and 2^63 ones fit no
 * array.
 */
final class LongSum implements FoldingKernel<long[]> {
  static final LongSum INSTANCE = new LongSum();

  private LongSum() {}

  @Override
  public Carrier carrier() {
    return Carrier.LONG;
  }

  @Override
  public void start(long[] carry, int count) {
    Arrays.fill(carry, 0, count, 0);
  }

  @Override
  public void rows(Tile<long[]> in, Tile<long[]> out, int lines, int length, long[] carry) {
    int line = 0;
    if (length >= SIDE_BY_SIDE_LENGTH) {
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

  private static long row(long[] x, int from, long[] y, int to, int length, long start) {
    long sum = start;
    for (int k = 0; k < length; k++) {
      sum = sum + x[from + k];
      y[to + k] = sum;
    }
    return sum;
  }

  private static void fourRows(
      Tile<long[]> in, Tile<long[]> out, int line, int length, long[] carry) {
    long[] x = in.array();
    long[] y = out.array();
    int from0 = in.start() + line * in.groupPitch();
    int from1 = from0 + in.groupPitch();
    int from2 = from1 + in.groupPitch();
    int from3 = from2 + in.groupPitch();
    int to0 = out.start() + line * out.groupPitch();
    int to1 = to0 + out.groupPitch();
    int to2 = to1 + out.groupPitch();
    int to3 = to2 + out.groupPitch();
    long sum0 = carry[line];
    long sum1 = carry[line + 1];
    long sum2 = carry[line + 2];
    long sum3 = carry[line + 3];
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
  public void lanes(
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
  public void add(long[] before, int at, long[] x, int from, long[] y, int to, int count) {
    for (int i = 0; i < count; i++) {
      y[to + i] = before[at + i] + x[from + i];
    }
  }

  @Override
  public void fold(Tile<long[]> in, int groups, int length, int lanes, long[] carry) {
    for (int group = 0; group < groups; group++) {
      int from = in.start() + group * in.groupPitch();
      if (lanes == 1 && in.stepPitch() == 1) {
        carry[group] += sum(in.array(), from, length);
        continue;
      }
      for (int k = 0; k < length; k++) {
        int at = group * lanes;
        add(carry, at, in.array(), from + k * in.stepPitch(), carry, at, lanes);
      }
    }
  }

  private static long sum(long[] x, int from, int length) {
    long sum = 0;
    for (int k = 0; k < length; k++) {
      sum += x[from + k];
    }
    return sum;
  }

  @Override
  public void advance(long[] carry, long[] fold, int lines) {
    for (int line = 0; line < lines; line++) {
      long before = carry[line];
      carry[line] += fold[line];
      fold[line] = before;
    }
  }
}
