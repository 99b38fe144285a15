package org.cumulus;

import org.cumulus.internal.Allocation;
import org.cumulus.internal.Copy;
import org.cumulus.internal.Execution;
import org.cumulus.internal.NaNs;
import org.cumulus.internal.View;
import org.jspecify.annotations.Nullable;

/** Carries out a cumulative sum: the scans of a request, one for each axis, in the right views. */
final class SumScan {
  private SumScan() {}

  /**
   * Scans an input into an output of the result's shape. All that can fail does so before the
   * output is written.
   */
  static void scan(View in, DType type, View out, ModeViews views, Order order, int parallelism) {
    Modes modes = views.modes();
    boolean keepsNaN = modes.nan() == NaNPolicy.KEEP && NaNs.areIn(in.dtype());
    checkKeepsNaN(keepsNaN, in, out);
    NDArray given = modes.initial();
    View initial = given == null ? null : Copy.cast(given.view(), type);
    // What the output begins with is cast to its dtype now, as that may fail.
    View first = modes.isShifted() ? first(initial, out.dtype()) : null;
    boolean skipsNaN = keepsNaN || modes.nan() == NaNPolicy.SKIP;
    View source = views.source(skipsNaN ? NaNs.asZeros(in) : in);
    View elements = keepsNaN && in.overlaps(out) ? Copy.cast(in, in.dtype()) : in;
    View target = views.target(out, source);
    if (views.axes().length <= 1) {
      Execution.sum(source, type, initial, target, views.axis(), order, parallelism);
    } else {
      overSeveralAxes(source, type, target, views.axes(), order, parallelism);
    }
    if (first != null) {
      views.writeFirst(first, out);
    }
    if (keepsNaN) {
      views.keepNaN(elements, out);
    }
  }

  /** Refuses an output that can hold no NaN where the input's are to be kept. */
  static void checkKeepsNaN(boolean keepsNaN, View in, View out) {
    if (keepsNaN && !NaNs.areIn(out.dtype())) {
      throw new IllegalArgumentException(
          "cannot keep NaN of " + in.dtype() + " in a result of " + out.dtype());
    }
  }

  /** What lines start from: the initial value, or the identity. */
  static View first(@Nullable View initial, DType out) {
    return initial == null ? NDArray.zeros(out).view() : Copy.cast(initial, out);
  }

  private static void overSeveralAxes(
      View in, DType type, View out, int[] axes, Order order, int parallelism) {
    // Sums on the way to the last axis need the arithmetic's dtype, and of objects some may fail.
    boolean isInPlace = out.dtype().equals(type) && type.kind() != DType.Kind.OBJECT;
    View sums = isInPlace ? out : Allocation.like(out, type);
    View summands = in;
    for (int axis : axes) {
      Execution.sum(summands, type, null, sums, axis, order, parallelism);
      summands = sums;
    }
    if (!isInPlace) {
      Copy.copy(sums, out);
    }
  }
}
