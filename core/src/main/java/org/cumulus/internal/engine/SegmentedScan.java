package org.cumulus.internal.engine;

import java.util.ArrayList;
import java.util.List;
import org.cumulus.DType;
import org.cumulus.internal.kernels.Kernel;
import org.cumulus.internal.memory.View;
import org.cumulus.internal.plan.Cuts;
import org.cumulus.internal.plan.Extras;
import org.cumulus.internal.plan.Plan;
import org.cumulus.internal.plan.Sharing;
import org.cumulus.internal.plan.Tiling;
import org.jspecify.annotations.Nullable;

/**
 * Scans lines that start anew at each of their segments. Threads share the lines as ever; of few
 * lines they share the segments, several short ones at a time, and a long segment is a scan of its
 * own.
 *
 * @param <A> the array type of the carrier
 * @param extras what is asked for beyond the segments; null for nothing
 * @param offsets where segments begin, and where the last one ends; none is empty
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record SegmentedScan<A>(
    Kernel<?, A> kernel,
    DType type,
    View in,
    View out,
    int axis,
    @Nullable Extras<A> extras,
    long[] offsets) {
  /** Carries it out by so many threads at the most; the views are not empty. */
  void run(int parallelism) {
    Cuts all = new Cuts(offsets, 0, offsets.length - 1);
    Extras<A> whole = offsets.length == 2 ? extras : Extras.cut(extras, all);
    Plan<?, A> plan = Plan.of(kernel, type, in, out, axis, whole, parallelism);
    boolean isAlone = parallelism == 1 || in.size() < Tiling.PARALLEL_SIZE;
    boolean sharesLines = plan.tiling().sharing() == Sharing.STRIPS && plan.strips() >= parallelism;
    if (offsets.length == 2 || isAlone || sharesLines) {
      Pipeline.run(plan);
      return;
    }
    List<Cuts> pieces = pieces(parallelism);
    Crew.run(
        parallelism,
        pieces.size(),
        kernel.callsForeignCode(),
        _ -> piece -> run(pieces.get((int) piece)));
  }

  /** Scans the segments that threads share, and puts the others together. */
  private List<Cuts> pieces(int parallelism) {
    long lines = in.size() / in.shape()[axis];
    List<Cuts> pieces = new ArrayList<>();
    int first = 0;
    for (int segment = 0; segment < offsets.length - 1; segment++) {
      long end = offsets[segment + 1];
      boolean isLarge = (end - offsets[segment]) * lines >= Tiling.PARALLEL_SIZE;
      Cuts alone = new Cuts(offsets, segment, segment + 1);
      Plan<?, A> plan = isLarge ? plan(alone, extras, parallelism) : null;
      if (plan != null && plan.tiling().threads() > 1) {
        add(first, segment, pieces);
        Pipeline.run(plan);
        first = segment + 1;
      } else if ((end - offsets[first]) * lines >= Tiling.SEGMENTS_TOGETHER) {
        add(first, segment + 1, pieces);
        first = segment + 1;
      }
    }
    add(first, offsets.length - 1, pieces);
    return pieces;
  }

  private void add(int first, int last, List<Cuts> pieces) {
    if (first < last) {
      pieces.add(new Cuts(offsets, first, last));
    }
  }

  private void run(Cuts piece) {
    Pipeline.run(plan(piece, Extras.cut(extras, piece), 1));
  }

  private Plan<?, A> plan(Cuts piece, @Nullable Extras<A> asked, int threads) {
    return Plan.of(kernel, type, part(in, piece), part(out, piece), axis, asked, threads);
  }

  private View part(View view, Cuts piece) {
    return view.narrow(axis, offsets[piece.first()], 1, piece.length());
  }
}
