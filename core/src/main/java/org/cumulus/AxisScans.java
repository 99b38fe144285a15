package org.cumulus;

import org.cumulus.internal.Allocation;
import org.cumulus.internal.Copy;
import org.cumulus.internal.Execution;
import org.cumulus.internal.NaNs;
import org.cumulus.internal.Rule;
import org.cumulus.internal.View;
import org.jspecify.annotations.Nullable;

/** Carries out a request: its scans, one for each axis, in the right views. */
final class AxisScans {
  private AxisScans() {}

  /**
   * Scans an input into an output of the result's shape. All that can fail does so before the
   * output is written.
   */
  static void scan(View in, DType type, View out, ModeViews views, Operator operator, Rule rule) {
    Modes modes = views.modes();
    boolean keepsNaN = modes.nan() == NaNPolicy.KEEP && NaNs.areIn(in.dtype());
    checkKeepsNaN(keepsNaN, in, out);
    NDArray given = modes.initial();
    View initial = given == null ? null : Copy.cast(given.view(), type);
    // What the output begins with is cast to its dtype now, as that may fail.
    View first = modes.isShifted() ? first(operator, initial, type, out.dtype()) : null;
    boolean skipsNaN = keepsNaN || modes.nan() == NaNPolicy.SKIP;
    View source = views.source(skipsNaN ? operator.withoutNaN(in) : in);
    View elements = keepsNaN && in.overlaps(out) ? Copy.cast(in, in.dtype()) : in;
    View target = views.target(out, source);
    if (views.axes().length <= 1) {
      Execution.scan(source, type, initial, target, views.axis(), rule);
    } else {
      overSeveralAxes(source, type, target, views.axes(), rule);
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

  /**
   * What the results of an output begin with: the initial value, or the identity, which objects get
   * as it is, as in NumPy.
   */
  static View first(Operator operator, @Nullable View initial, DType type, DType out) {
    boolean isObject = out.kind() == DType.Kind.OBJECT;
    View start = initial == null ? operator.identityIn(isObject ? out : type) : initial;
    return Copy.cast(start, out);
  }

  private static void overSeveralAxes(View in, DType type, View out, int[] axes, Rule rule) {
    // Results on the way to the last axis need the arithmetic's dtype, and of objects some may
    // fail.
    boolean isInPlace = out.dtype().equals(type) && type.kind() != DType.Kind.OBJECT;
    View results = isInPlace ? out : Allocation.like(out, type);
    View operands = in;
    for (int axis : axes) {
      Execution.scan(operands, type, null, results, axis, rule);
      operands = results;
    }
    if (!isInPlace) {
      Copy.copy(results, out);
    }
  }
}
