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

/** The scans of whole lines, one for each axis. */
final class AxisScans extends ModalScan {
  /** What lines start from, of the operation's dtype and without dimensions; null for nothing. */
  private final @Nullable View initial;

  private AxisScans(Fold fold, Rule rule, DType type, ModeViews views) {
    super(fold, rule, type, views);
    View given = views.modes().initial();
    initial = given == null ? null : InitialValue.in(type, given, fold, rule.overflow());
  }

  /** Scans an input into an output of the result's shape. */
  static void scan(View in, DType type, View out, ModeViews views, Fold fold, Rule rule) {
    if (views.axes().length == 1 && views.modes().equals(Modes.NONE) && !rule.isChecked()) {
      // The scan of a modal one with nothing around it: small calls are to allocate little.
      Execution.scan(in, type, Starts.NONE, out, views.axis(), rule);
      return;
    }
    Segments segments = views.modes().segments();
    int[] permutation = segments == null ? null : segments.permutation();
    if (permutation == null) {
      new AxisScans(fold, rule, type, views).run(in, out);
      return;
    }
    // Elements of each key are put together, scanned, and the results put where they belong.
    View together = Permutation.of(in, views.axis(), permutation);
    View results = Allocation.like(together, out.dtype());
    scan(together, type, results, views.together(), fold, rule);
    Copy.copy(Permutation.of(results, views.axis(), Permutation.inverse(permutation)), out);
  }

  /**
   * What lines start from: the initial value, or the identity, which objects get as it is, as in
   * NumPy.
   */
  static View start(Fold fold, @Nullable View initial, DType type, DType out) {
    boolean isObject = out.kind() == DType.Kind.OBJECT;
    return initial == null ? Operands.identity(fold, isObject ? out : type) : initial;
  }

  @Override
  View source(View in) {
    return views.source(in);
  }

  @Override
  View start(DType out) {
    return start(fold, initial, type, out);
  }

  @Override
  long[] startIndex(long[] index, long... shape) {
    return views.firstIndex(shape);
  }

  @Override
  void scan(View source, View results, Rule by) {
    if (views.axes().length > 1) {
      overSeveralAxes(source, results, by);
    } else {
      Starts starts = Starts.of(initial, views.offsets());
      Execution.scan(source, type, starts, results, views.axis(), by);
    }
  }

  private void overSeveralAxes(View in, View out, Rule by) {
    // Results on the way to the last axis need the arithmetic's dtype, and of objects some may
    // fail.
    boolean isInPlace = out.dtype().equals(type) && type.kind() != DType.Kind.OBJECT;
    View results = isInPlace ? out : Allocation.like(out, type);
    View operands = in;
    for (int axis : views.axes()) {
      Execution.scan(operands, type, Starts.NONE, results, axis, by);
      operands = results;
    }
    if (!isInPlace) {
      Copy.copy(results, out, by.overflow());
    }
  }

  @Override
  boolean isPossible(View results) {
    return views.modes().segments() == null
        ? FirstOverflow.isPossible(results, type, views.lastAxis(), rule)
        : FirstOverflow.isPossible(results, type, rule);
  }

  /** The first overflow of the first axis or of all segments, each of which is a line. */
  @Override
  @Nullable Found find(View source, @Nullable Found beyond, DType out, long... shape) {
    if (beyond != null) {
      return beyond; // All lines end where they start.
    }
    Segments segments = views.modes().segments();
    if (segments != null) {
      return findInSegments(segments, source, out, shape);
    }
    int[] axes = views.axes().length == 0 ? new int[] {0} : views.axes();
    View elements = views.axes().length == 0 ? Copy.flattened(source) : source;
    Found found = null;
    for (int i = 0; i < axes.length && found == null; i++) {
      View results = again(elements, axes[i]);
      found = find(elements, results, i == axes.length - 1 ? out : type, axes[i], 0, shape);
      elements = results;
    }
    return found;
  }

  private @Nullable Found findInSegments(Segments segments, View source, DType out, long... shape) {
    long[] offsets = segments.offsets(views.modes().isReverse());
    int axis = views.axis();
    int left = views.modes().isExclusive() ? 1 : 0;
    Found found = null;
    for (int i = 0; i < offsets.length - 1; i++) {
      View elements = source.narrow(axis, offsets[i], 1, offsets[i + 1] - offsets[i] - left);
      View results = again(elements, axis);
      found = Found.first(found, find(elements, results, out, axis, offsets[i], shape));
    }
    return found;
  }

  private @Nullable Found find(
      View elements, View results, DType out, int axis, long offset, long... shape) {
    return FirstOverflow.in(
        elements,
        results,
        initial,
        out,
        axis,
        offset,
        rule,
        index -> views.resultIndex(index, shape));
  }

  /** What elements are scanned to where nothing is an error. */
  private View again(View elements, int axis) {
    View results = Allocation.like(elements, type);
    Execution.scan(elements, type, Starts.of(initial, null), results, axis, rule.saturating());
    return results;
  }
}
