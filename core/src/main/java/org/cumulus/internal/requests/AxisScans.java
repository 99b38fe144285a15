package org.cumulus.internal.requests;

import org.cumulus.DType;
import org.cumulus.internal.checks.FirstOverflow;
import org.cumulus.internal.checks.FirstOverflow.Found;
import org.cumulus.internal.engine.Copy;
import org.cumulus.internal.engine.Execution;
import org.cumulus.internal.lines.Permutation;
import org.cumulus.internal.memory.Allocation;
import org.cumulus.internal.memory.View;
import org.cumulus.internal.operations.Rule;
import org.cumulus.internal.plan.Starts;
import org.jspecify.annotations.Nullable;

/** Carries out a request: its scans, one for each axis, in the right views. */
final class AxisScans {
  private AxisScans() {}

  /**
   * Scans an input into an output of the result's shape. All that can fail does so before the
   * output is written.
   */
  static void scan(View in, DType type, View out, ModeViews views, Fold operator, Rule rule) {
    Modes modes = views.modes();
    Segments segments = modes.segments();
    int[] order = segments == null ? null : segments.order();
    if (order != null) {
      byKeys(in, type, out, views, order, operator, rule);
      return;
    }
    View kept = modes.keptNaN(in, out);
    View given = modes.initial();
    View initial = given == null ? null : InitialValue.in(type, given, operator, rule.overflow());
    // What the output begins with is cast to its dtype now, as that may fail.
    View first = modes.isShifted() ? first(operator, initial, type, out, views, rule) : null;
    View source = views.source(modes.skipsNaN() ? operator.withoutNaN(in) : in);
    View target = views.target(out, source);
    if (rule.isChecked()) {
      new CheckedScan(operator, source, type, initial, target, views, out.shape(), rule).run();
    } else {
      scan(source, type, initial, target, views, rule);
    }
    if (first != null) {
      views.writeFirst(first, out);
    }
    if (kept != null) {
      views.keepNaN(kept, out);
    }
  }

  /** Puts the elements of each key together, scans them, and puts the results where they belong. */
  private static void byKeys(
      View in, DType type, View out, ModeViews views, int[] order, Fold operator, Rule rule) {
    View together = Permutation.of(in, views.axis(), order);
    View results = Allocation.like(together, out.dtype());
    scan(together, type, results, views.together(), operator, rule);
    Copy.copy(Permutation.of(results, views.axis(), Permutation.inverse(order)), out);
  }

  /** Scans what the views of the modes are of, along each axis. */
  static void scan(
      View source, DType type, @Nullable View initial, View target, ModeViews views, Rule rule) {
    if (views.axes().length <= 1) {
      Starts starts = Starts.of(initial, views.offsets());
      Execution.scan(source, type, starts, target, views.axis(), rule);
    } else {
      overSeveralAxes(source, type, target, views.axes(), rule);
    }
  }

  /** What the results of an output begin with, in its dtype. */
  private static View first(
      Fold operator, @Nullable View initial, DType type, View out, ModeViews views, Rule rule) {
    View start = start(operator, initial, type, out.dtype());
    if (rule.isChecked() && out.size() > 0) {
      Found found = FirstOverflow.ofCast(start, out.dtype(), _ -> views.firstIndex(out.shape()));
      if (found != null) {
        throw Refusals.refusal(operator, found);
      }
    }
    // Where there is no room for it, it may be beyond the range.
    Rule cast = out.size() > 0 ? rule : rule.saturating();
    return Copy.cast(start, out.dtype(), cast.overflow());
  }

  /**
   * What lines start from: the initial value, or the identity, which objects get as it is, as in
   * NumPy.
   */
  static View start(Fold operator, @Nullable View initial, DType type, DType out) {
    boolean isObject = out.kind() == DType.Kind.OBJECT;
    return initial == null ? Operands.identity(operator, isObject ? out : type) : initial;
  }

  private static void overSeveralAxes(View in, DType type, View out, int[] axes, Rule rule) {
    // Results on the way to the last axis need the arithmetic's dtype, and of objects some may
    // fail.
    boolean isInPlace = out.dtype().equals(type) && type.kind() != DType.Kind.OBJECT;
    View results = isInPlace ? out : Allocation.like(out, type);
    View operands = in;
    for (int axis : axes) {
      Execution.scan(operands, type, Starts.NONE, results, axis, rule);
      operands = results;
    }
    if (!isInPlace) {
      Copy.copy(results, out, rule.overflow());
    }
  }
}
