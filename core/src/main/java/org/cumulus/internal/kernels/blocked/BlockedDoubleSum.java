package org.cumulus.internal.kernels.blocked;

import java.util.Arrays;
import org.cumulus.internal.kernels.Vectors;
import org.cumulus.internal.memory.Tile;
import org.cumulus.internal.operations.OctetLoop;
import org.cumulus.internal.types.Carrier;

/** Sums of {@code float64} in the order {@code BLOCKED}. */
public final class BlockedDoubleSum extends BlockedSum<double[]> {
  public static final BlockedDoubleSum INSTANCE = new BlockedDoubleSum();

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
    return BlockedDoubleLanes.scratch();
  }

  @Override
  void shortLines(Tile<double[]> in, Tile<double[]> out, int lines, int length, double[] carry) {
    double[] x = in.array();
    double[] y = out.array();
    int step = in.stepPitch();
    int stepTo = out.stepPitch();
    boolean isDense = step == 1 && stepTo == 1;
    int rest = length % OCTET;
    for (int line = 0; line < lines; line++) {
      int from = in.start() + line * in.groupPitch();
      int to = out.start() + line * out.groupPitch();
      double low = carry[HI * lines + line];
      if (length >= OCTET) {
        double c =
            isDense
                ? BlockedDoubleOctet.scan(x, from, 1, y, to, 1, low)
                : BlockedDoubleOctet.scan(x, from, step, y, to, stepTo, low);
        carry[C * lines + line] = c;
        low = low + c;
        from += OCTET * step;
        to += OCTET * stepTo;
      }
      if (isDense) {
        BlockedDoubleOctet.begin(x, from, 1, y, to, 1, rest, carry, line, lines, low);
      } else {
        BlockedDoubleOctet.begin(x, from, step, y, to, stepTo, rest, carry, line, lines, low);
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
    BlockedDoubleOctet.begin(x, from, step, y, to, stepTo, length, carry, line, lines, low);
  }

  @Override
  void octets(
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
    if (step == 1 && stepTo == 1 && Vectors.isOn() && Vectors.loops().blockedDoubles().hasRow()) {
      OctetLoop<double[]> vectors = Vectors.loops().blockedDoubles();
      vectors.row(x, from, y, to, length, carry, HI * lines + line, C * lines + line);
      return;
    }
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
    for (int k = 0; k < length; k += OCTET) {
      c = c + BlockedDoubleOctet.scan(x, from + k, 1, y, to + k, 1, hi + c);
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
    for (int k = 0; k < length; k += OCTET) {
      c = c + BlockedDoubleOctet.scan(x, from, step, y, to, stepTo, hi + c);
      from += OCTET * step;
      to += OCTET * stepTo;
    }
    return c;
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
    if (length < OCTET || !Vectors.isOn()) {
      BlockedDoubleLanes.scan(
          x, from, step, y, to, stepTo, length, count, carry, line, lines, scratch);
      return;
    }
    OctetLoop<double[]> vectors = Vectors.loops().blockedDoubles();
    int hi = HI * lines + line;
    int c = C * lines + line;
    int done = vectors.lanes(x, from, step, y, to, stepTo, count, carry, hi, c);
    for (int i = done; i < count; i++) {
      octets(x, from + i, step, y, to + i, stepTo, OCTET, carry, line + i, lines);
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
    for (int k = 0; k < BLOCK; k += OCTET) {
      double x03 = (x[from + k] + x[from + k + 1]) + (x[from + k + 2] + x[from + k + 3]);
      double x47 = (x[from + k + 4] + x[from + k + 5]) + (x[from + k + 6] + x[from + k + 7]);
      c = c + (x03 + x47);
    }
    return c;
  }

  private static double stridedBlock(double[] x, int from, int step) {
    double c = -0.0;
    for (int k = 0; k < BLOCK; k += OCTET) {
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
