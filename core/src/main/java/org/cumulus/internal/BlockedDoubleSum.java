package org.cumulus.internal;

import java.util.Arrays;

/** Sums of {@code float64} in the order {@code BLOCKED}. */
final class BlockedDoubleSum extends BlockedSum<double[]> {
  static final BlockedDoubleSum INSTANCE = new BlockedDoubleSum();

  /** The pitch of the rows in {@link #scratch}: eight of elements, {@code hi} and {@code c}. */
  private static final int ROW = LANES_AT_ONCE;

  private static final ThreadLocal<double[]> SCRATCH =
      ThreadLocal.withInitial(() -> new double[10 * ROW]);

  private BlockedDoubleSum() {}

  @Override
  public Carrier carrier() {
    return Carrier.DOUBLE;
  }

  @Override
  public void start(double[] carry, int count) {
    Arrays.fill(carry, 0, carrySize(count), -0.0);
  }

  @Override
  int position(double[] carry, int at) {
    return (int) carry[at];
  }

  @Override
  void setPosition(double[] carry, int at, int position) {
    carry[at] = position;
  }

  @Override
  double[] scratch() {
    return SCRATCH.get();
  }

  @Override
  void shortLines(Tile<double[]> in, Tile<double[]> out, int lines, int length, double[] carry) {
    double[] x = in.array();
    double[] y = out.array();
    int step = in.stepPitch();
    int stepTo = out.stepPitch();
    boolean isDense = step == 1 && stepTo == 1;
    int rest = length % GROUP;
    for (int line = 0; line < lines; line++) {
      int from = in.start() + line * in.groupPitch();
      int to = out.start() + line * out.groupPitch();
      double low = carry[HI * lines + line];
      if (length >= GROUP) {
        double c =
            isDense ? group(x, from, 1, y, to, 1, low) : group(x, from, step, y, to, stepTo, low);
        carry[C * lines + line] = c;
        low = low + c;
        from += GROUP * step;
        to += GROUP * stepTo;
      }
      if (isDense) {
        beginning(x, from, 1, y, to, 1, rest, carry, line, lines, low);
      } else {
        beginning(x, from, step, y, to, stepTo, rest, carry, line, lines, low);
      }
    }
  }

  @Override
  void steps(
      double[] x,
      int from,
      int step,
      double[] y,
      int to,
      int stepTo,
      int length,
      double[] carry,
      int line,
      int lines,
      int position) {
    double hi = carry[HI * lines + line];
    double c = carry[C * lines + line];
    double w1 = carry[W1 * lines + line];
    double w2 = carry[W2 * lines + line];
    double w4 = carry[W4 * lines + line];
    for (int k = 0; k < length; k++) {
      double one = x[from + k * step];
      double two = w1 + one;
      double four = w2 + two;
      y[to + k * stepTo] = ((hi + c) + w4) + four;
      // What is complete with this element carries over, as when one is added to a binary number.
      int place = position + k;
      if ((place & 1) == 0) {
        w1 = one;
      } else if ((place & 2) == 0) {
        w1 = -0.0;
        w2 = two;
      } else if ((place & 4) == 0) {
        w1 = -0.0;
        w2 = -0.0;
        w4 = four;
      } else {
        c = c + (w4 + four);
        w1 = -0.0;
        w2 = -0.0;
        w4 = -0.0;
      }
    }
    carry[C * lines + line] = c;
    carry[W1 * lines + line] = w1;
    carry[W2 * lines + line] = w2;
    carry[W4 * lines + line] = w4;
  }

  @Override
  void beginning(
      double[] x,
      int from,
      int step,
      double[] y,
      int to,
      int stepTo,
      int length,
      double[] carry,
      int line,
      int lines) {
    double low = carry[HI * lines + line] + carry[C * lines + line];
    beginning(x, from, step, y, to, stepTo, length, carry, line, lines, low);
  }

  private static void beginning(
      double[] x,
      int from,
      int step,
      double[] y,
      int to,
      int stepTo,
      int length,
      double[] carry,
      int line,
      int lines,
      double low) {
    if (length == 0) {
      return;
    }
    double x0 = x[from];
    y[to] = low + x0;
    if (length == 1) {
      carry[W1 * lines + line] = x0;
      return;
    }
    double x01 = x0 + x[from + step];
    y[to + stepTo] = low + x01;
    if (length < 4) {
      carry[W2 * lines + line] = x01;
      if (length == 3) {
        double x2 = x[from + 2 * step];
        y[to + 2 * stepTo] = low + (x01 + x2);
        carry[W1 * lines + line] = x2;
      }
      return;
    }
    double x2 = x[from + 2 * step];
    double x03 = x01 + (x2 + x[from + 3 * step]);
    double high = low + x03;
    y[to + 2 * stepTo] = low + (x01 + x2);
    y[to + 3 * stepTo] = high;
    carry[W4 * lines + line] = x03;
    if (length == 4) {
      return;
    }
    double x4 = x[from + 4 * step];
    y[to + 4 * stepTo] = high + x4;
    if (length == 5) {
      carry[W1 * lines + line] = x4;
      return;
    }
    double x45 = x4 + x[from + 5 * step];
    y[to + 5 * stepTo] = high + x45;
    carry[W2 * lines + line] = x45;
    if (length == 7) {
      double x6 = x[from + 6 * step];
      y[to + 6 * stepTo] = high + (x45 + x6);
      carry[W1 * lines + line] = x6;
    }
  }

  @Override
  void groups(
      double[] x,
      int from,
      int step,
      double[] y,
      int to,
      int stepTo,
      int length,
      double[] carry,
      int line,
      int lines) {
    double hi = carry[HI * lines + line];
    int c = C * lines + line;
    carry[c] =
        step == 1 && stepTo == 1
            ? dense(x, from, y, to, length, hi, carry[c])
            : strided(x, from, step, y, to, stepTo, length, hi, carry[c]);
  }

  private static double dense(
      double[] x, int from, double[] y, int to, int length, double hi, double start) {
    double c = start;
    for (int k = 0; k < length; k += GROUP) {
      c = c + group(x, from + k, 1, y, to + k, 1, hi + c);
    }
    return c;
  }

  /** As {@link #dense}; apart from it, as there are bounds to be checked at each element here. */
  private static double strided(
      double[] x,
      int start,
      int step,
      double[] y,
      int startTo,
      int stepTo,
      int length,
      double hi,
      double before) {
    int from = start;
    int to = startTo;
    double c = before;
    for (int k = 0; k < length; k += GROUP) {
      c = c + group(x, from, step, y, to, stepTo, hi + c);
      from += GROUP * step;
      to += GROUP * stepTo;
    }
    return c;
  }

  /** Scans a group on top of the sum of all before, and returns its own. */
  private static double group(
      double[] x, int from, int step, double[] y, int to, int stepTo, double low) {
    double x0 = x[from];
    double x2 = x[from + 2 * step];
    double x4 = x[from + 4 * step];
    double x6 = x[from + 6 * step];
    double x01 = x0 + x[from + step];
    double x23 = x2 + x[from + 3 * step];
    double x45 = x4 + x[from + 5 * step];
    double x67 = x6 + x[from + 7 * step];
    double x03 = x01 + x23;
    double x47 = x45 + x67;
    double high = low + x03;
    y[to] = low + x0;
    y[to + stepTo] = low + x01;
    y[to + 2 * stepTo] = low + (x01 + x2);
    y[to + 3 * stepTo] = high;
    y[to + 4 * stepTo] = high + x4;
    y[to + 5 * stepTo] = high + x45;
    y[to + 6 * stepTo] = high + (x45 + x6);
    y[to + 7 * stepTo] = high + x47;
    return x03 + x47;
  }

  @Override
  void lanes(
      double[] x,
      int from,
      int step,
      double[] y,
      int to,
      int stepTo,
      int length,
      int count,
      double[] carry,
      int line,
      int lines,
      double[] scratch) {
    int c = C * lines + line;
    for (int k = 0; k < length; k++) {
      System.arraycopy(x, from + k * step, scratch, k * ROW, count);
    }
    System.arraycopy(carry, HI * lines + line, scratch, 8 * ROW, count);
    System.arraycopy(carry, c, scratch, 9 * ROW, count);
    if (length < GROUP) {
      // The identity stands for what is still to come.
      Arrays.fill(scratch, length * ROW, GROUP * ROW, -0.0);
      keepBeginning(scratch, length, count, carry, line, lines);
    }
    lanes(scratch, count);
    for (int k = 0; k < length; k++) {
      System.arraycopy(scratch, k * ROW, y, to + k * stepTo, count);
    }
    if (length == GROUP) {
      System.arraycopy(scratch, 9 * ROW, carry, c, count);
    }
  }

  private static void keepBeginning(
      double[] rows, int length, int count, double[] carry, int line, int lines) {
    if ((length & 4) != 0) {
      for (int i = 0; i < count; i++) {
        carry[W4 * lines + line + i] =
            (rows[i] + rows[i + ROW]) + (rows[i + 2 * ROW] + rows[i + 3 * ROW]);
      }
    }
    if ((length & 2) != 0) {
      int pair = (length & 4) * ROW;
      for (int i = 0; i < count; i++) {
        carry[W2 * lines + line + i] = rows[i + pair] + rows[i + pair + ROW];
      }
    }
    if ((length & 1) != 0) {
      System.arraycopy(rows, (length - 1) * ROW, carry, W1 * lines + line, count);
    }
  }

  /** The compiler makes vectors of this, as rows in one array at constant pitch cannot overlap. */
  private static void lanes(double[] rows, int count) {
    for (int i = 0; i < count; i++) {
      double x0 = rows[i];
      double x2 = rows[i + 2 * ROW];
      double x4 = rows[i + 4 * ROW];
      double x6 = rows[i + 6 * ROW];
      double x01 = x0 + rows[i + ROW];
      double x23 = x2 + rows[i + 3 * ROW];
      double x45 = x4 + rows[i + 5 * ROW];
      double x67 = x6 + rows[i + 7 * ROW];
      double x03 = x01 + x23;
      double x47 = x45 + x67;
      double low = rows[i + 8 * ROW] + rows[i + 9 * ROW];
      double high = low + x03;
      rows[i + 9 * ROW] = rows[i + 9 * ROW] + (x03 + x47);
      rows[i] = low + x0;
      rows[i + ROW] = low + x01;
      rows[i + 2 * ROW] = low + (x01 + x2);
      rows[i + 3 * ROW] = high;
      rows[i + 4 * ROW] = high + x4;
      rows[i + 5 * ROW] = high + x45;
      rows[i + 6 * ROW] = high + (x45 + x6);
      rows[i + 7 * ROW] = high + x47;
    }
  }

  @Override
  void finishBlock(double[] carry, int line, int count, int lines) {
    for (int i = line; i < line + count; i++) {
      double hi = carry[HI * lines + i];
      double block = carry[C * lines + i];
      double sum = hi + block;
      double lo = carry[LO * lines + i] + error(hi, block, sum);
      carry[HI * lines + i] = sum + lo;
      carry[LO * lines + i] = error(sum, lo, sum + lo);
      carry[C * lines + i] = -0.0;
    }
  }

  /** What rounding has taken from {@code a + b} (Knuth); -0.0 if nothing or if there is no sum. */
  private static double error(double a, double b, double sum) {
    double added = sum - a;
    double error = (a - (sum - added)) + (b - added);
    return error != 0 && Math.abs(error) <= Double.MAX_VALUE ? error : -0.0;
  }

  @Override
  void foldBlock(double[] x, int from, int step, double[] fold, int at) {
    fold[at] = step == 1 ? denseBlock(x, from) : stridedBlock(x, from, step);
  }

  private static double denseBlock(double[] x, int from) {
    double c = -0.0;
    for (int k = 0; k < BLOCK; k += GROUP) {
      double x03 = (x[from + k] + x[from + k + 1]) + (x[from + k + 2] + x[from + k + 3]);
      double x47 = (x[from + k + 4] + x[from + k + 5]) + (x[from + k + 6] + x[from + k + 7]);
      c = c + (x03 + x47);
    }
    return c;
  }

  private static double stridedBlock(double[] x, int from, int step) {
    double c = -0.0;
    for (int k = 0; k < BLOCK; k += GROUP) {
      int at = from + k * step;
      double x01 = x[at] + x[at + step];
      double x23 = x[at + 2 * step] + x[at + 3 * step];
      double x45 = x[at + 4 * step] + x[at + 5 * step];
      double x67 = x[at + 6 * step] + x[at + 7 * step];
      c = c + ((x01 + x23) + (x45 + x67));
    }
    return c;
  }
}
