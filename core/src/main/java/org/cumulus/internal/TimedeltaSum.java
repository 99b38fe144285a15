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
    for (; line + 4 <= lines; line += 4) {
      fourRows(in, out, line, length, carry);
    }
    for (; line < lines; line++) {
      long[] x = in.array();
      long[] y = out.array();
      int from = in.start() + line * in.pitch();
      int to = out.start() + line * out.pitch();
      long sum = carry[line];
      for (int k = 0; k < length; k++) {
        sum = add(sum, x[from + k]);
        y[to + k] = sum;
      }
      carry[line] = sum;
    }
  }

  /** Four lines side by side: each waits for its own last addition only, not for the others'. */
  private static void fourRows(
      Tile<long[]> in, Tile<long[]> out, int line, int length, long[] carry) {
    long[] x = in.array();
    long[] y = out.array();
    int from0 = in.start() + line * in.pitch();
    int from1 = from0 + in.pitch();
    int from2 = from1 + in.pitch();
    int from3 = from2 + in.pitch();
    int to0 = out.start() + line * out.pitch();
    int to1 = to0 + out.pitch();
    int to2 = to1 + out.pitch();
    int to3 = to2 + out.pitch();
    long sum0 = carry[line];
    long sum1 = carry[line + 1];
    long sum2 = carry[line + 2];
    long sum3 = carry[line + 3];
    for (int k = 0; k < length; k++) {
      sum0 = add(sum0, x[from0 + k]);
      sum1 = add(sum1, x[from1 + k]);
      sum2 = add(sum2, x[from2 + k]);
      sum3 = add(sum3, x[from3 + k]);
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
  public void sweep(Tile<long[]> in, Tile<long[]> out, int length, int lines, long[] carry) {
    long[] previous = carry;
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
      long[] previous, int before, long[] x, int from, long[] y, int to, int count) {
    for (int i = 0; i < count; i++) {
      y[to + i] = add(previous[before + i], x[from + i]);
    }
  }

  /** A sum that overflows onto NaT's bits is NaT from there on, as in NumPy. */
  private static long add(long sum, long ticks) {
    return sum == TimeUnit.NAT || ticks == TimeUnit.NAT ? TimeUnit.NAT : sum + ticks;
  }
}
