package org.cumulus.internal;

import java.util.Arrays;
import org.cumulus.DType;
import org.cumulus.internal.Loops.Dimension;

/**
 * Finds where the extremes of a scan are. The index of an element's extreme is its own if it is the
 * extreme of those up to it, else that of the element before.
 *
 * <p>The elements are gone through in runs: along the lines, or, where that is better for memory or
 * the lines are short, from line to line and then on to the next step of all of them.
 */
public final class ExtremeIndices {
  /** Lines that are shorter than this are not gone through one by one if there are more of them. */
  private static final int SHORT_LINE = 32;

  private final RawRun elements;
  private final RawRun extremes;
  private final RawRun before;
  private final RawRun target;
  private final View values;
  private final long valueStep;
  private final Dimension step;
  private final Dimension lane;
  private final ExtremeLoop loop;
  private final boolean[] isExtreme = new boolean[RawRun.STAGED];
  private final long[] current = new long[RawRun.STAGED];

  private ExtremeIndices(View in, View values, View out, int axis, Dimension step, Dimension lane) {
    elements = RawRun.of(in);
    extremes = RawRun.of(values);
    before = RawRun.of(values);
    target = RawRun.of(out);
    this.values = values;
    valueStep = values.strides()[axis];
    this.step = step;
    this.lane = lane;
    loop = ExtremeLoop.of(values.dtype().kind());
  }

  /**
   * A fresh array of indices along an axis.
   *
   * @param in the elements
   * @param values their extremes, of the same dtype in native byte order, in a fresh array
   */
  public static View of(View in, View values, int axis) {
    View indices = Allocation.like(values, DType.INT64);
    long length = values.shape()[axis];
    if (values.size() == 0 || length == 1) {
      return indices;
    }
    boolean isAsIs =
        in.dtype().equals(values.dtype()) && !(in.memory() instanceof Memory.Booleans);
    View array = isAsIs ? in : Copy.cast(in, values.dtype());
    // The first elements are extremes, and their index is 0.
    View from = array.narrow(axis, 1, 1, length - 1);
    View to = indices.narrow(axis, 1, 1, length - 1);
    Dimension step = Dimension.of(from, to, axis);
    Loops loops = Loops.byDistance(from, to, axis, null);
    Dimension lane = loops.innermost();
    ExtremeIndices finding = new ExtremeIndices(array, values, indices, axis, step, lane);
    if (isAcross(step, lane)) {
      loops.outer().run(from.offset(), to.offset(), finding::across);
    } else {
      loops.run(from.offset(), to.offset(), finding::along);
    }
    return indices;
  }

  private static boolean isAcross(Dimension step, Dimension lane) {
    boolean isCloser = Math.abs(lane.outStride()) < Math.abs(step.outStride());
    return isCloser
        ? lane.length() >= SequentialKernel.MANY_LANES || lane.length() > step.length()
        : step.length() < SHORT_LINE && lane.length() > step.length();
  }

  private void along(long from, long to) {
    long last = 0;
    for (long done = 0; done < step.length(); done += RawRun.STAGED) {
      int count = (int) Math.min(RawRun.STAGED, step.length() - done);
      long place = to + done * step.outStride();
      compare(from + done * step.inStride(), place, step, count);
      target.prepare(place, step.outStride(), count);
      last = count(done + 1, last, count);
      target.flush();
    }
  }

  /** Writes the indices of elements of a line; returns the last of them. */
  private long count(long first, long lastBefore, int count) {
    long[] indices = (long[]) target.array;
    int start = target.start;
    long last = lastBefore;
    for (int i = 0; i < count; i++) {
      last = isExtreme[i] ? first + i : last;
      indices[start + i] = last;
    }
    return last;
  }

  private void across(long from, long to) {
    for (long done = 0; done < lane.length(); done += RawRun.STAGED) {
      int count = (int) Math.min(RawRun.STAGED, lane.length() - done);
      long element = from + done * lane.inStride();
      long place = to + done * lane.outStride();
      Arrays.fill(current, 0, count, 0);
      for (long k = 0; k < step.length(); k++) {
        compare(element + k * step.inStride(), place + k * step.outStride(), lane, count);
        for (int i = 0; i < count; i++) {
          current[i] = isExtreme[i] ? k + 1 : current[i];
        }
        target.prepare(place + k * step.outStride(), lane.outStride(), count);
        System.arraycopy(current, 0, target.array, target.start, count);
        target.flush();
      }
    }
  }

  /** Finds which elements of a run are extremes. */
  private void compare(long from, long to, Dimension run, int count) {
    // Values lie as the indices do, but for the size of an element.
    int itemSize = values.dtype().itemSize();
    long at = to / Long.BYTES * itemSize;
    long stride = run.outStride() / Long.BYTES * itemSize;
    elements.read(from, run.inStride(), count);
    extremes.read(at, stride, count);
    before.read(at - valueStep, stride, count);
    loop.run(
        elements.array,
        elements.start,
        extremes.array,
        extremes.start,
        before.array,
        before.start,
        isExtreme,
        count);
  }
}
