package org.cumulus.internal.kernels.blocked;

import static org.cumulus.internal.kernels.blocked.BlockedSum.W1;
import static org.cumulus.internal.kernels.blocked.BlockedSum.W2;
import static org.cumulus.internal.kernels.blocked.BlockedSum.W4;

/** A group of {@link BlockedFloatSum} without a loop, as loops cost more than a group does. */
final class BlockedFloatGroup {
  private BlockedFloatGroup() {}

  /** Scans a group on top of the sum of all before, and returns its own. */
  static float scan(float[] x, int from, int step, float[] y, int to, int stepTo, float low) {
    float x0 = x[from];
    float x2 = x[from + 2 * step];
    float x4 = x[from + 4 * step];
    float x6 = x[from + 6 * step];
    float x01 = x0 + x[from + step];
    float x23 = x2 + x[from + 3 * step];
    float x45 = x4 + x[from + 5 * step];
    float x67 = x6 + x[from + 7 * step];
    float x03 = x01 + x23;
    float x47 = x45 + x67;
    float high = low + x03;
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

  /** Scans the first elements of a group, fewer than all, and keeps what is to be known of them. */
  static void begin(
      float[] x,
      int from,
      int step,
      float[] y,
      int to,
      int stepTo,
      int length,
      float[] carry,
      int line,
      int lines,
      float low) {
    if (length == 0) {
      return;
    }
    float x0 = x[from];
    y[to] = low + x0;
    if (length == 1) {
      carry[W1 * lines + line] = x0;
      return;
    }
    float x01 = x0 + x[from + step];
    y[to + stepTo] = low + x01;
    if (length < 4) {
      carry[W2 * lines + line] = x01;
      if (length == 3) {
        float x2 = x[from + 2 * step];
        y[to + 2 * stepTo] = low + (x01 + x2);
        carry[W1 * lines + line] = x2;
      }
      return;
    }
    float x2 = x[from + 2 * step];
    float x03 = x01 + (x2 + x[from + 3 * step]);
    float high = low + x03;
    y[to + 2 * stepTo] = low + (x01 + x2);
    y[to + 3 * stepTo] = high;
    carry[W4 * lines + line] = x03;
    if (length == 4) {
      return;
    }
    float x4 = x[from + 4 * step];
    y[to + 4 * stepTo] = high + x4;
    if (length == 5) {
      carry[W1 * lines + line] = x4;
      return;
    }
    float x45 = x4 + x[from + 5 * step];
    y[to + 5 * stepTo] = high + x45;
    carry[W2 * lines + line] = x45;
    if (length == 7) {
      float x6 = x[from + 6 * step];
      y[to + 6 * stepTo] = high + (x45 + x6);
      carry[W1 * lines + line] = x6;
    }
  }
}
