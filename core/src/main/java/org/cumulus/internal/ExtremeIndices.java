package org.cumulus.internal;

import org.cumulus.DType;
import org.cumulus.Order;
import org.cumulus.OverflowPolicy;
import org.cumulus.internal.Loops.Dimension;

/**
 * Finds where extremes are: gives each element that is the extreme of those up to it its index, and
 * all others -1. The largest of these so far is the index of the last extreme.
 */
public final class ExtremeIndices {
  private final RawRun elements;
  private final RawRun extremes;
  private final RawRun before;
  private final RawRun target;
  private final View values;
  private final long step;
  private final Dimension run;
  private final ExtremeLoop loop;

  private ExtremeIndices(View in, View values, View indices, int axis, Dimension run) {
    elements = RawRun.of(in);
    extremes = RawRun.of(values);
    before = RawRun.of(values);
    target = RawRun.of(indices);
    this.values = values;
    step = values.strides()[axis];
    this.run = run;
    loop = ExtremeLoop.of(values.dtype().kind());
  }

  /**
   * A fresh array of the indices, to be scanned for the largest so far.
   *
   * @param in the elements
   * @param values their extremes along the axis, of the same dtype in native byte order, in a fresh
   *     array
   */
  public static View of(View in, View values, int axis) {
    View indices = Allocation.like(values, DType.INT64);
    long length = values.shape()[axis];
    if (values.size() == 0) {
      return indices;
    }
    Copy.copy(counted(length, indices, axis), indices);
    if (length == 1) {
      return indices;
    }
    boolean isAsIs = in.dtype().equals(values.dtype()) && !(in.memory() instanceof Memory.Booleans);
    View array = isAsIs ? in : Copy.cast(in, values.dtype());
    // The first elements are extremes, and are where they are.
    View from = array.narrow(axis, 1, 1, length - 1);
    View to = indices.narrow(axis, 1, 1, length - 1);
    Loops loops = Loops.byDistance(from, to, Plan.ALL_AXES, null);
    ExtremeIndices finding = new ExtremeIndices(array, values, indices, axis, loops.innermost());
    loops.outer().run(from.offset(), to.offset(), finding::along);
    return indices;
  }

  /** Each element's index along the axis. */
  private static View counted(long length, View shape, int axis) {
    View ones = Allocation.zeros(DType.INT64, length);
    View one = Allocation.zeros(DType.INT64, 1);
    Elements.setBits(one, 0, 1);
    Copy.copy(one.broadcastTo(length - 1), ones.narrow(0, 1, 1, length - 1));
    Rule sum = new Rule(Ufunc.ADD, Order.NUMPY, OverflowPolicy.WRAP, 1);
    Execution.scan(ones, DType.INT64, Starts.NONE, ones, 0, sum);
    View line = ones;
    for (int i = axis + 1; i < shape.ndim(); i++) {
      line = line.newAxis(line.ndim());
    }
    return line.broadcastTo(shape.shape());
  }

  private void along(long from, long to) {
    for (long done = 0; done < run.length(); done += RawRun.STAGED) {
      int count = (int) Math.min(RawRun.STAGED, run.length() - done);
      // Values lie as the indices do, but for the size of an element.
      int itemSize = values.dtype().itemSize();
      long place = to + done * run.outStride();
      long at = place / Long.BYTES * itemSize;
      long stride = run.outStride() / Long.BYTES * itemSize;
      elements.read(from + done * run.inStride(), run.inStride(), count);
      extremes.read(at, stride, count);
      before.read(at - step, stride, count);
      target.prepare(place, run.outStride(), count);
      target.read(place, run.outStride(), count);
      loop.run(
          elements.array,
          elements.start,
          extremes.array,
          extremes.start,
          before.array,
          before.start,
          (long[]) target.array,
          target.start,
          count);
      target.flush();
    }
  }
}
