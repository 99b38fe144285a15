package org.cumulus.internal.requests;

import java.util.Arrays;
import java.util.Objects;
import org.cumulus.internal.checks.NaNs;
import org.cumulus.internal.engine.Copy;
import org.cumulus.internal.engine.Execution;
import org.cumulus.internal.lines.SegmentStarts;
import org.cumulus.internal.memory.View;
import org.jspecify.annotations.Nullable;

/**
 * The views that the modes of a scan dissolve into. Backwards is a negative stride. A result that
 * begins with what the lines start from has the scan in a view that is one element further, and an
 * exclusive one leaves the last element of the input out.
 *
 * <p>With several axes this is done along each of them, and then the scans follow one another in
 * the same view: along an axis the first results of the scan along another are sums of zeros.
 *
 * @param modes the modes
 * @param axes the axes, in range and different; none for all elements in C order
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record ModeViews(Modes modes, int... axes) {
  /** A line as it is: the most frequent case. */
  static final ModeViews LINE = new ModeViews(Modes.NONE, 0);

  /** The shape of the result; not to be changed. */
  long[] resultShape(View in) {
    long[] shape = axes.length == 0 ? new long[] {in.size()} : in.shape();
    if (!modes.hasInitial()) {
      return shape;
    }
    long[] longer = shape.clone();
    for (int axis : resultAxes()) {
      longer[axis]++;
    }
    return longer;
  }

  /** The axis of the scan, if there is but one. */
  int axis() {
    return axes.length == 0 ? Execution.ALL_AXES : axes[0];
  }

  /** The same views of lines whose segments are put together. */
  ModeViews together() {
    return new ModeViews(modes.together(), axes);
  }

  /**
   * Where the segments of the {@link #source} begin, and the last one ends; null for whole lines.
   */
  long @Nullable [] offsets() {
    Segments segments = modes.segments();
    if (segments == null) {
      return null;
    }
    long[] offsets = segments.offsets(modes.isReverse());
    return modes.isExclusive() ? Segments.withoutLast(offsets) : offsets;
  }

  /** The axis that is scanned last. */
  int lastAxis() {
    return axes.length == 0 ? Execution.ALL_AXES : axes[axes.length - 1];
  }

  /** Makes an index of the {@link #target} one of the result; changes it. */
  long[] resultIndex(long[] index, long... shape) {
    for (int axis : resultAxes()) {
      index[axis] += modes.isShifted() ? 1 : 0;
      index[axis] = place(index[axis], shape[axis]);
    }
    return index;
  }

  /** Where an element of a line is in the result, counted in the direction of the scan. */
  private long place(long element, long length) {
    long place = modes.isReverse() ? length - 1 - element : element;
    return modes.segments() == null ? place : modes.segments().place(place);
  }

  /** The first index in C order of a result where a line or a segment starts. */
  long[] firstIndex(long... shape) {
    long[] index = new long[shape.length];
    // Along the last axis in C order the line is the one that is reached first.
    int last = Arrays.stream(resultAxes()).max().getAsInt();
    Segments segments = modes.segments();
    long[] starts = segments == null ? new long[] {0, 1} : segments.offsets(modes.isReverse());
    index[last] =
        Arrays.stream(starts, 0, starts.length - 1)
            .map(start -> place(start, shape[last]))
            .min()
            .orElse(0);
    return index;
  }

  /** What is left of the input to scan, in the direction of the scan. */
  View source(View in) {
    View source = directedInput(in);
    if (modes.isExclusive()) {
      for (int axis : axes) {
        source = source.narrow(axis, 0, 1, Math.max(0, source.shape()[axis] - 1));
      }
    }
    return source;
  }

  /** Where in a result the scan of the source goes. */
  View target(View out, View source) {
    return beyondFirst(out, modes.isShifted(), source);
  }

  /** Writes NaN where the input has it: each to the place in the result of its own element. */
  void keepNaN(View in, View out) {
    View elements = directedInput(in);
    NaNs.keep(elements, beyondFirst(out, modes.hasInitial(), elements));
  }

  private View beyondFirst(View out, boolean isShifted, View shape) {
    View target = directed(out);
    if (isShifted) {
      for (int axis : resultAxes()) {
        target = target.narrow(axis, 1, 1, Math.max(0, target.shape()[axis] - 1));
      }
    }
    // A result of one dimension has a view in any shape.
    return axes.length == 0 ? Objects.requireNonNull(target.reshape(shape.shape())) : target;
  }

  /** Writes what the lines start from to where they do so, if it belongs there. */
  void writeFirst(View first, View out) {
    Segments segments = modes.segments();
    if (segments != null) {
      SegmentStarts.fill(directed(out), axis(), segments.offsets(modes.isReverse()), first);
      return;
    }
    for (int axis : resultAxes()) {
      View target = directed(out);
      View cells = target.narrow(axis, 0, 1, Math.min(1, target.shape()[axis]));
      Copy.copy(first.broadcastTo(cells.shape()), cells);
    }
  }

  private View directedInput(View in) {
    if (axes.length > 0) {
      return directed(in);
    }
    View directed = in;
    for (int axis = 0; modes.isReverse() && axis < in.ndim(); axis++) {
      directed = directed.flip(axis);
    }
    return directed;
  }

  private View directed(View out) {
    View directed = out;
    if (modes.isReverse()) {
      for (int axis : resultAxes()) {
        directed = directed.flip(axis);
      }
    }
    return directed;
  }

  /** The axes of the result; that of all elements in C order has only one. */
  private int[] resultAxes() {
    return axes.length == 0 ? new int[] {0} : axes;
  }
}
