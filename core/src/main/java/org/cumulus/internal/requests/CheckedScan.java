package org.cumulus.internal.requests;

import org.cumulus.DType;
import org.cumulus.internal.checks.FirstOverflow;
import org.cumulus.internal.checks.FirstOverflow.Found;
import org.cumulus.internal.engine.Copy;
import org.cumulus.internal.engine.Execution;
import org.cumulus.internal.memory.Allocation;
import org.cumulus.internal.memory.View;
import org.cumulus.internal.operations.Rule;
import org.cumulus.internal.plan.Starts;
import org.cumulus.internal.types.Overflow;
import org.jspecify.annotations.Nullable;

/**
 * The scans of a request, one for each axis, whose overflow is an error. What is scanned into may
 * have been written then, in part.
 *
 * @param initial what lines start from, of the operation's dtype and without dimensions
 * @param shape the shape of the whole result
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record CheckedScan(
    Fold operator,
    View source,
    DType type,
    @Nullable View initial,
    View target,
    ModeViews views,
    long[] shape,
    Rule rule) {

  void run() {
    boolean isHidden = FirstOverflow.isHidden(type, target.dtype());
    View results = isHidden ? Allocation.like(target, type) : target;
    boolean isBroken = false;
    try {
      AxisScans.scan(source, type, initial, results, views, rule);
    } catch (Overflow overflow) {
      isBroken = true;
    }
    // Where nothing is found there were infinities or NaN among the elements.
    Found found = isBroken || isPossible(results) ? first() : null;
    if (found != null) {
      throw Refusals.refusal(operator, found);
    }
    if (isBroken) {
      // It was where the first cell of the next segment belongs.
      AxisScans.scan(source, type, initial, results, views, rule.saturating());
    }
    if (isHidden) {
      Copy.copy(results, target);
    }
  }

  private boolean isPossible(View results) {
    return views.modes().segments() == null
        ? FirstOverflow.isPossible(results, type, views.lastAxis(), rule)
        : FirstOverflow.isPossible(results, type, rule);
  }

  /** The first overflow of the first axis that has one. */
  private @Nullable Found first() {
    Segments segments = views.modes().segments();
    if (segments != null) {
      return first(segments.offsets(views.modes().isReverse()));
    }
    int[] axes = views.axes().length == 0 ? new int[] {0} : views.axes();
    View elements = views.axes().length == 0 ? Copy.flattened(source) : source;
    Found found = null;
    for (int i = 0; i < axes.length && found == null; i++) {
      View results = again(elements, axes[i]);
      DType cast = i == axes.length - 1 ? target.dtype() : type;
      found = first(elements, results, cast, axes[i], 0);
      elements = results;
    }
    return found;
  }

  /** The first overflow of all segments, each of which is a line. */
  private @Nullable Found first(long[] offsets) {
    int axis = views.axis();
    int left = views.modes().isExclusive() ? 1 : 0;
    Found found = null;
    for (int i = 0; i < offsets.length - 1; i++) {
      long count = offsets[i + 1] - offsets[i] - left;
      if (count > 0) {
        View elements = source.narrow(axis, offsets[i], 1, count);
        View results = again(elements, axis);
        found = Found.first(found, first(elements, results, target.dtype(), axis, offsets[i]));
      }
    }
    return found;
  }

  private @Nullable Found first(View elements, View results, DType cast, int axis, long offset) {
    return FirstOverflow.in(
        elements,
        results,
        initial,
        cast,
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
