package org.cumulus.internal.lines;

import org.cumulus.DType;
import org.cumulus.internal.engine.Copy;
import org.cumulus.internal.engine.Crew;
import org.cumulus.internal.engine.Execution;
import org.cumulus.internal.memory.Allocation;
import org.cumulus.internal.memory.Loops;
import org.cumulus.internal.memory.Loops.Dimension;
import org.cumulus.internal.memory.Memory;
import org.cumulus.internal.memory.RawRun;
import org.cumulus.internal.memory.View;
import org.cumulus.internal.plan.Tiling;

/**
 * Finds where extremes are: the index of each is that of the last element up to there that was the
 * extreme itself. Lines that lie in order are gone through one by one, others row by row.
 */
public final class ExtremeIndices {
  /** The fewest lanes of a row that one thread goes through and another does not. */
  private static final int FEWEST_LANES = 512;

  private final RawRun elements;
  private final RawRun extremes;
  private final RawRun before;
  private final RawRun target;
  private final Dimension step;
  private final int itemSize;
  private final ExtremeLoop loop;
  private final boolean[] isExtreme = new boolean[RawRun.STAGED];

  private ExtremeIndices(View in, View values, View indices, Dimension step) {
    elements = RawRun.of(in);
    extremes = RawRun.of(values);
    before = RawRun.of(values);
    target = RawRun.of(indices);
    this.step = step;
    itemSize = values.dtype().itemSize();
    loop = ExtremeLoop.of(values.dtype().kind());
  }

  /**
   * A fresh array of the indices.
   *
   * @param in the elements
   * @param values their extremes along the axis, of the same dtype in native byte order, in a fresh
   *     array
   * @param parallelism how many threads may share the work, at the most
   */
  public static View of(View in, View values, int axis, int parallelism) {
    View indices = Allocation.like(values, DType.INT64);
    long length = values.shape()[axis];
    if (values.size() == 0 || length == 1) {
      return indices;
    }
    boolean isAsIs = in.dtype().equals(values.dtype()) && !(in.memory() instanceof Memory.Booleans);
    View array = isAsIs ? in : Copy.cast(in, values.dtype());
    // The first elements are extremes, and are where they are.
    View from = array.narrow(axis, 1, 1, length - 1);
    View to = indices.narrow(axis, 1, 1, length - 1);
    Dimension step = Dimension.of(from, to, axis);
    Loops lines = Loops.byDistance(from, to, axis, null);
    Dimension lane = lines.innermost();
    int threads = values.size() < Tiling.PARALLEL_SIZE ? 1 : Execution.threads(in, to, parallelism);
    if (lane.length() == 1 || Math.abs(step.outStride()) < Math.abs(lane.outStride())) {
      Crew.share(
          threads,
          lines.size(),
          to.size(),
          () -> {
            ExtremeIndices finding = new ExtremeIndices(array, values, indices, step);
            return line ->
                finding.along(from.offset() + lines.inAt(line), to.offset() + lines.outAt(line));
          });
      return indices;
    }
    Loops rows = lines.outer();
    long fair = Math.max(FEWEST_LANES, Math.ceilDiv(lane.length(), threads));
    long width = Math.min(RawRun.STAGED, fair);
    long pieces = Math.ceilDiv(lane.length(), width);
    Crew.share(
        threads,
        rows.size() * pieces,
        to.size(),
        () -> {
          ExtremeIndices finding = new ExtremeIndices(array, values, indices, step);
          return piece -> {
            long first = piece % pieces * width;
            finding.across(
                from.offset() + rows.inAt(piece / pieces) + first * lane.inStride(),
                to.offset() + rows.outAt(piece / pieces) + first * lane.outStride(),
                lane,
                (int) Math.min(width, lane.length() - first));
          };
        });
    return indices;
  }

  /** Goes through one line. */
  private void along(long from, long to) {
    long last = 0;
    for (long done = 0; done < step.length(); done += RawRun.STAGED) {
      int count = (int) Math.min(RawRun.STAGED, step.length() - done);
      mark(from + done * step.inStride(), to + done * step.outStride(), step, count);
      long[] indices = (long[]) target.array;
      int start = target.start;
      for (int i = 0; i < count; i++) {
        last = isExtreme[i] ? done + i + 1 : last;
        indices[start + i] = last;
      }
      target.flush();
    }
  }

  /** Goes through lanes side by side. */
  private void across(long from, long to, Dimension lane, int lanes) {
    long[] last = new long[lanes];
    for (long k = 0; k < step.length(); k++) {
      mark(from + k * step.inStride(), to + k * step.outStride(), lane, lanes);
      long[] indices = (long[]) target.array;
      int start = target.start;
      for (int i = 0; i < lanes; i++) {
        last[i] = isExtreme[i] ? k + 1 : last[i];
        indices[start + i] = last[i];
      }
      target.flush();
    }
  }

  /** Marks the extremes among some elements, and makes room for their indices. */
  private void mark(long from, long to, Dimension run, int count) {
    // Values lie as the indices do, but for the size of an element.
    long at = to / Long.BYTES * itemSize;
    long stride = run.outStride() / Long.BYTES * itemSize;
    elements.read(from, run.inStride(), count);
    extremes.read(at, stride, count);
    before.read(at - step.outStride() / Long.BYTES * itemSize, stride, count);
    target.prepare(to, run.outStride(), count);
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
