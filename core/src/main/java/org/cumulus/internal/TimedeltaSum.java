package org.cumulus.internal;

import java.util.Arrays;

/** Sums of {@code timedelta64}: 64-bit integers, but once a sum is NaT it stays NaT. */
final class TimedeltaSum implements Kernel<long[]> {
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
      sum = plus(sum, x[from + k]);
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
      sum0 = plus(sum0, x[from0 + k]);
      sum1 = plus(sum1, x[from1 + k]);
      sum2 = plus(sum2, x[from2 + k]);
      sum3 = plus(sum3, x[from3 + k]);
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
