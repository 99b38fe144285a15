package org.cumulus.internal.kernels.blocked;

import static org.cumulus.internal.kernels.blocked.BlockedSum.C;
import static org.cumulus.internal.kernels.blocked.BlockedSum.HI;
import static org.cumulus.internal.kernels.blocked.BlockedSum.LANES_AT_ONCE;
import static org.cumulus.internal.kernels.blocked.BlockedSum.OCTET;
import static org.cumulus.internal.kernels.blocked.BlockedSum.W1;
import static org.cumulus.internal.kernels.blocked.BlockedSum.W2;
import static org.cumulus.internal.kernels.blocked.BlockedSum.W4;

import java.util.Arrays;

/** Octets of {@link BlockedDoubleSum} in many lanes side by side. */
final class BlockedDoubleLanes {
  /** The pitch of the rows in {@link #scratch}: eight of elements, {@code hi} and {@code c}. */
  private static final int ROW = LANES_AT_ONCE;

  private static final ThreadLocal<double[]> SCRATCH =
      ThreadLocal.withInitial(() -> new double[10 * ROW]);

  private BlockedDoubleLanes() {}

  static double[] scratch() {
    return SCRATCH.get();
  }

  /** Scans one octet, or the beginning of one, of {@code count} lines that are neighbours. */
  static void scan(
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
    if (length < OCTET) {
      // The identity stands for what is still to come.
      Arrays.fill(scratch, length * ROW, OCTET * ROW, -0.0);
      keepBeginning(scratch, length, count, carry, line, lines);
    }
    lanes(scratch, count);
    for (int k = 0; k < length; k++) {
      System.arraycopy(scratch, k * ROW, y, to + k * stepTo, count);
    }
    if (length == OCTET) {
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
}
