package org.cumulus.internal;

import java.util.Arrays;

/** Sums of {@code timedelta64}: 64-bit integers, but once a sum is NaT it stays NaT. */
final class TimedeltaSum implements SequentialKernel<long[]> {
  static final TimedeltaSum INSTANCE = new TimedeltaSum();

  private TimedeltaSum() {}

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
        sum = plus(sum, x[from + k]);
        y[to + k] = sum;
      }
      carry[line] = sum;
    }
  }

  private static long row(long[] x, int from, long[] y, int to, int length, long start) {
    long sum = start;
    for (int k = 0; k < length; k++) {
      sum = plus(sum, x[from + k]);
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
        y[to + i] = plus(carry[at + i], x[from + i]);
      }
      for (int i = lanes; i < count; i++) {
        y[to + i] = plus(y[to + i - lanes], x[from + i]);
      }
      for (int i = 0; i < lanes; i++) {
        carry[at + i] = y[to + count - lanes + i];
      }
    }
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
      sum0 = plus(sum0, x[i]);
      sum1 = plus(sum1, x[i + 1]);
      sum2 = plus(sum2, x[i + 2]);
      sum3 = plus(sum3, x[i + 3]);
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
      sum0 = plus(sum0, x[from + k * step]);
      sum1 = plus(sum1, x[from + k * step + 1]);
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
      sum = plus(sum, x[from + k * step]);
      y[to + k * stepTo] = sum;
    }
    carry[at] = sum;
  }

  @Override
  public void add(long[] before, int at, long[] x, int from, long[] y, int to, int count) {
    for (int i = 0; i < count; i++) {
      y[to + i] = plus(before[at + i], x[from + i]);
    }
  }

  /** A sum that overflows onto NaT's bits is NaT from there on, as in NumPy. */
  private static long plus(long sum, long ticks) {
    return sum == TimeUnit.NAT || ticks == TimeUnit.NAT ? TimeUnit.NAT : sum + ticks;
  }
}
