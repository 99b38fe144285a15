package org.cumulus.internal.kernels.blocked;

import java.util.function.DoubleBinaryOperator;
import org.cumulus.internal.types.Carrier;

/** Scans of doubles in the order {@code BLOCKED}; see {@link BlockedScan}. */
public final class BlockedDoubleScan extends BlockedScan<double[]> {
  private final DoubleBinaryOperator function;

  public BlockedDoubleScan(DoubleBinaryOperator function) {
    super(Carrier.DOUBLE, function);
    this.function = function;
  }

  private double combine(double a, double b) {
    return function.applyAsDouble(a, b);
  }

  @Override
  int number(double[] carry, int at) {
    return (int) carry[at];
  }

  @Override
  void setNumber(double[] carry, int at, int number) {
    carry[at] = number;
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
      int position,
      boolean hasBlocks) {
    double hi = carry[line];
    double c = carry[C * lines + line];
    double w1 = carry[W1 * lines + line];
    double w2 = carry[W2 * lines + line];
    double w4 = carry[W4 * lines + line];
    for (int k = 0; k < length; k++) {
      int place = position + k;
      boolean hasOctets = place >= OCTET;
      double one = x[from + k * step];
      double two = (place & 1) != 0 ? combine(w1, one) : one;
      double four = (place & 2) != 0 ? combine(w2, two) : two;
      if (hasBlocks || hasOctets) {
        double base = !hasOctets ? hi : hasBlocks ? combine(hi, c) : c;
        base = (place & 4) != 0 ? combine(base, w4) : base;
        y[to + k * stepTo] = combine(base, four);
      } else {
        y[to + k * stepTo] = (place & 4) != 0 ? combine(w4, four) : four;
      }
      // What is complete with this element carries over, as when one is added to a binary number.
      if ((place & 1) == 0) {
        w1 = one;
      } else if ((place & 2) == 0) {
        w2 = two;
      } else if ((place & 4) == 0) {
        w4 = four;
      } else {
        double octet = combine(w4, four);
        c = hasOctets ? combine(c, octet) : octet;
      }
    }
    carry[C * lines + line] = c;
    carry[W1 * lines + line] = w1;
    carry[W2 * lines + line] = w2;
    carry[W4 * lines + line] = w4;
  }

  @Override
  void octets(
      double[] x,
      int start,
      int step,
      double[] y,
      int startTo,
      int stepTo,
      int length,
      double[] carry,
      int line,
      int lines,
      boolean hasBlocks) {
    double hi = carry[line];
    double c = carry[C * lines + line];
    int from = start;
    int to = startTo;
    for (int k = 0; k < length; k += OCTET) {
      double x2 = x[from + 2 * step];
      double x4 = x[from + 4 * step];
      double x6 = x[from + 6 * step];
      double x01 = combine(x[from], x[from + step]);
      double x03 = combine(x01, combine(x2, x[from + 3 * step]));
      double x45 = combine(x4, x[from + 5 * step]);
      double x47 = combine(x45, combine(x6, x[from + 7 * step]));
      double low = hasBlocks ? combine(hi, c) : c;
      double high = combine(low, x03);
      c = combine(c, combine(x03, x47));
      y[to] = combine(low, x[from]);
      y[to + stepTo] = combine(low, x01);
      y[to + 2 * stepTo] = combine(low, combine(x01, x2));
      y[to + 3 * stepTo] = high;
      y[to + 4 * stepTo] = combine(high, x4);
      y[to + 5 * stepTo] = combine(high, x45);
      y[to + 6 * stepTo] = combine(high, combine(x45, x6));
      y[to + 7 * stepTo] = combine(high, x47);
      from += OCTET * step;
      to += OCTET * stepTo;
    }
    carry[C * lines + line] = c;
  }

  @Override
  void finishBlock(double[] carry, int line, int count, int lines, boolean hasBlocks) {
    for (int i = line; i < line + count; i++) {
      double block = carry[C * lines + i];
      carry[i] = hasBlocks ? combine(carry[i], block) : block;
    }
  }

  @Override
  void foldBlock(double[] x, int from, int step, double[] fold, int at) {
    double c = 0;
    for (int k = 0; k < BLOCK; k += OCTET) {
      int i = from + k * step;
      double x01 = combine(x[i], x[i + step]);
      double x23 = combine(x[i + 2 * step], x[i + 3 * step]);
      double x45 = combine(x[i + 4 * step], x[i + 5 * step]);
      double x67 = combine(x[i + 6 * step], x[i + 7 * step]);
      double octet = combine(combine(x01, x23), combine(x45, x67));
      c = k == 0 ? octet : combine(c, octet);
    }
    fold[at] = c;
  }
}
