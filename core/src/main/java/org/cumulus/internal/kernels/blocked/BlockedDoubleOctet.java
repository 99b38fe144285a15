package org.cumulus.internal.kernels.blocked;

import static org.cumulus.internal.kernels.blocked.BlockedSum.W1;
import static org.cumulus.internal.kernels.blocked.BlockedSum.W2;
import static org.cumulus.internal.kernels.blocked.BlockedSum.W4;

/** An octet of {@link BlockedDoubleSum} without a loop, as loops cost more than an octet does. */
final class BlockedDoubleOctet {
  private BlockedDoubleOctet() {}

  /** Scans an octet on top of the sum of all before, and returns its own. */
  static double scan(double[] x, int from, int step, double[] y, int to, int stepTo, double low) {
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

  /**
   * Scans the first elements of an octet, fewer than all, and keeps what is to be known of them.
   */
  static void begin(
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
}
