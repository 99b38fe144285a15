package org.cumulus.internal.requests;

import org.cumulus.NaNException;
import org.cumulus.NaNPolicy;
import org.cumulus.internal.checks.NaNs;
import org.cumulus.internal.engine.Copy;
import org.cumulus.internal.memory.View;
import org.jspecify.annotations.Nullable;

/**
 * The modes of a scan: what it does besides folding each line from its first element to its last.
 *
 * @param isExclusive whether each result leaves its own element out
 * @param isReverse whether lines are scanned from their last element to their first
 * @param hasInitial whether the result begins with what the lines start from
 * @param initial what each line starts from, an array without dimensions; null for nothing
 * @param nan what is done with elements that are NaN
 * @param segments where lines start anew; null if they are whole
 */
public record Modes(
    boolean isExclusive,
    boolean isReverse,
    boolean hasInitial,
    @Nullable View initial,
    NaNPolicy nan,
    @Nullable Segments segments) {
  /** None of them. */
  static final Modes NONE = new Modes(false, false, false, null, NaNPolicy.PROPAGATE, null);

  public Modes {
    if (isExclusive && hasInitial) {
      throw new IllegalArgumentException(
          "exclusive and includeInitial contradict each other: an exclusive scan begins with the"
              + " initial value already, and leaves the total out, which includeInitial keeps");
    }
    if (segments != null && hasInitial) {
      throw new IllegalArgumentException(
          "segments and includeInitial contradict each other: the result would have one more"
              + " element in each segment, and no place for it");
    }
    if (initial != null && initial.ndim() != 0) {
      throw new IllegalArgumentException(
          "initial must be a single value, not an array of " + initial.ndim() + " dimensions");
    }
  }

  public Modes exclusive() {
    return new Modes(true, isReverse, hasInitial, initial, nan, segments);
  }

  public Modes reverse() {
    return new Modes(isExclusive, true, hasInitial, initial, nan, segments);
  }

  public Modes includeInitial() {
    return new Modes(isExclusive, isReverse, true, initial, nan, segments);
  }

  public Modes initial(View value) {
    return new Modes(isExclusive, isReverse, hasInitial, value, nan, segments);
  }

  public Modes nan(NaNPolicy policy) {
    return new Modes(isExclusive, isReverse, hasInitial, initial, policy, segments);
  }

  public Modes segments(Segments newSegments) {
    return new Modes(isExclusive, isReverse, hasInitial, initial, nan, newSegments);
  }

  /** The same modes of lines whose segments are put together. */
  Modes together() {
    return segments == null ? this : segments(segments.together());
  }

  /** The same modes of lines that have begun in an earlier chunk. */
  Modes begun() {
    return hasInitial ? new Modes(isExclusive, isReverse, false, initial, nan, segments) : this;
  }

  /** Whether the first result of a line is what it starts from, and all others stand one later. */
  boolean isShifted() {
    return isExclusive || hasInitial;
  }

  /** Whether results are as if there were no NaN. */
  boolean skipsNaN() {
    return nan == NaNPolicy.SKIP || nan == NaNPolicy.KEEP;
  }

  /**
   * The elements that have the NaN which are to be kept, whatever is written to an output, which
   * must be able to hold them; null for none.
   */
  @Nullable View keptNaN(View in, View out) {
    if (nan != NaNPolicy.KEEP || !NaNs.areIn(in.dtype())) {
      return null;
    }
    if (!NaNs.areIn(out.dtype())) {
      throw new IllegalArgumentException(
          "cannot keep NaN of " + in.dtype() + " in a result of " + out.dtype());
    }
    return in.overlaps(out) ? Copy.cast(in, in.dtype()) : in;
  }

  /** Refuses an input with NaN in it. */
  static void checkNaN(View in) {
    checkNaN(in, 0, 0);
  }

  /** The same for an input that has so much before it along an axis. */
  static void checkNaN(View in, int axisBefore, long position) {
    NaNs.first(in)
        .ifPresent(
            before -> {
              long[] index = in.shape().clone();
              long rest = before;
              for (int axis = index.length - 1; axis >= 0; axis--) {
                long length = index[axis];
                index[axis] = rest % length;
                rest /= length;
              }
              if (index.length > 0) {
                index[axisBefore] += position;
              }
              throw new NaNException(index);
            });
  }

  /** Refuses what needs the end of a stream at its beginning. */
  void checkStream() {
    if (segments != null) {
      throw new IllegalArgumentException(
          "a stream and segments contradict each other: segments are those of a whole line");
    }
    if (isReverse) {
      throw new IllegalArgumentException(
          "a stream and reverse contradict each other: the scan would begin with the last chunk");
    }
  }

  /** What is wrong with these modes along several axes. */
  void checkSeveralAxes() {
    if (segments != null) {
      throw new IllegalArgumentException(
          "segments and several axes contradict each other: segments are those of one axis");
    }
    if (initial != null) {
      throw new IllegalArgumentException(
          "initial and several axes contradict each other: the scan along the second axis would add"
              + " it up again");
    }
  }
}
