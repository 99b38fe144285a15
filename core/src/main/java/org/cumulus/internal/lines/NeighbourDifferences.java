package org.cumulus.internal.lines;

import org.cumulus.DType.Kind;
import org.cumulus.internal.engine.Copy;
import org.cumulus.internal.engine.Crew;
import org.cumulus.internal.engine.Execution;
import org.cumulus.internal.memory.Loops;
import org.cumulus.internal.memory.Loops.Dimension;
import org.cumulus.internal.memory.Memory;
import org.cumulus.internal.memory.Parts;
import org.cumulus.internal.memory.RawRun;
import org.cumulus.internal.memory.View;
import org.cumulus.internal.plan.Tiling;

/**
 * The difference of neighbours along an axis: element by element, each subtraction in the dtype's
 * own width, over runs of elements that are brought side by side in two buffers.
 */
public final class NeighbourDifferences {
  /** A loop over fewer elements than this is over before it has begun. */
  private static final int SHORT_RUN = 16;

  private final RawRun later;
  private final RawRun earlier;
  private final RawRun target;

  /** How far an element's neighbour along the axis is in the input, in bytes. */
  private final long step;

  private final Dimension run;

  /** What is nested in pieces of a run: most often nothing. */
  private final Dimension across;

  private final DifferenceLoop loop;

  private NeighbourDifferences(View in, long step, View out, Dimension run, Dimension across) {
    later = RawRun.of(in);
    earlier = RawRun.of(in);
    target = RawRun.of(out);
    this.step = step;
    this.run = run;
    this.across = across;
    loop = DifferenceLoop.of(in.dtype().kind());
  }

  /**
   * {@code out[k] = in[k + 1] - in[k]}; of {@code bool} whether they differ, and NaT if one of them
   * is.
   *
   * @param in of a dtype in native byte order
   * @param out of the same dtype, one shorter along the axis, in other memory
   * @param parallelism how many threads may share the work, at the most
   */
  public static void along(View in, int axis, View out, int parallelism) {
    if (out.size() == 0) {
      return;
    }
    View array = in.memory() instanceof Memory.Booleans ? Copy.cast(in, in.dtype()) : in;
    View from = Parts.asLastAxis(array.narrow(axis, 1, 1, array.shape()[axis] - 1));
    View to = Parts.asLastAxis(out);
    Loops loops = Loops.byDistance(from, to, Execution.ALL_AXES, null);
    boolean isShort = loops.innermost().length() < SHORT_RUN;
    Loops rest = loops.outer();
    boolean goesAcross = isShort && rest.innermost().length() > loops.innermost().length();
    Dimension across = goesAcross ? loops.innermost() : Dimension.ONCE;
    Dimension run = goesAcross ? rest.innermost() : loops.innermost();
    Loops around = goesAcross ? rest.outer() : rest;
    long step = array.strides()[axis];
    long pieces = Math.ceilDiv(run.length(), RawRun.STAGED);
    Crew.share(
        threads(in, out, parallelism),
        around.size() * pieces,
        to.size(),
        () -> {
          NeighbourDifferences difference = new NeighbourDifferences(from, step, to, run, across);
          return piece -> {
            long turn = piece / pieces;
            difference.along(
                from.offset() + around.inAt(turn),
                to.offset() + around.outAt(turn),
                piece % pieces * RawRun.STAGED);
          };
        });
  }

  /** Objects fail one by one, the first of them first. */
  private static int threads(View in, View out, int parallelism) {
    boolean isAlone = in.size() < Tiling.PARALLEL_SIZE || in.dtype().kind() == Kind.OBJECT;
    return isAlone ? 1 : Execution.threads(in, out, parallelism);
  }

  private void along(long from, long to, long done) {
    int count = (int) Math.min(RawRun.STAGED, run.length() - done);
    for (long i = 0; i < across.length(); i++) {
      piece(
          from + done * run.inStride() + i * across.inStride(),
          to + done * run.outStride() + i * across.outStride(),
          count);
    }
  }

  private void piece(long from, long to, int count) {
    later.read(from, run.inStride(), count);
    earlier.read(from - step, run.inStride(), count);
    target.prepare(to, run.outStride(), count);
    loop.run(
        later.array, later.start, earlier.array, earlier.start, target.array, target.start, count);
    target.flush();
  }
}
