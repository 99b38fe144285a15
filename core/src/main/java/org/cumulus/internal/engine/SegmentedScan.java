package org.cumulus.internal.engine;

import java.util.ArrayList;
import java.util.List;
import org.cumulus.DType;
import org.cumulus.OverflowPolicy;
import org.cumulus.internal.kernels.Kernel;
import org.cumulus.internal.memory.View;
import org.cumulus.internal.plan.Cuts;
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
 * @param initial what each segment goes on from, the only element of its array; null for nothing
 * @param offsets where segments begin, and where the last one ends; none is empty
 * @param casts what is done with values that a cast cannot hold
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record SegmentedScan<A>(
    Kernel<?, A> kernel,
    DType type,
    @Nullable A initial,
    long[] offsets,
    View in,
    View out,
    int axis,
    OverflowPolicy casts) {
  /** Elements of a piece that a thread takes on at once. */
  private static final int PIECE = 1 << 15;

  /** Carries it out by so many threads at the most; the views are not empty. */
  void run(int parallelism) {
    Plan<?, A> plan = plan(in, out, parallelism);
    if (offsets.length == 2) {
      Pipeline.run(plan);
      return;
    }
    boolean isAlone = parallelism == 1 || in.size() < Tiling.PARALLEL_SIZE;
    boolean sharesLines = plan.tiling().sharing() == Sharing.STRIPS && plan.strips() >= parallelism;
    if (isAlone || sharesLines) {
      Pipeline.run(plan.cut(new Cuts(offsets, 0, offsets.length - 1)));
      return;
    }
    List<Cuts> pieces = pieces(parallelism);
    Crew.run(
        parallelism,
        pieces.size(),
        kernel.callsForeignCode(),
        _ -> piece -> run(pieces.get((int) piece)));
  }

  private Plan<?, A> plan(View from, View to, int threads) {
    return Plan.of(kernel, type, initial, from, to, axis, threads).casting(casts);
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
      Plan<?, A> plan = isLarge ? plan(part(in, alone), part(out, alone), parallelism) : null;
      if (plan != null && plan.tiling().threads() > 1) {
        add(first, segment, pieces);
        Pipeline.run(plan);
        first = segment + 1;
      } else if ((end - offsets[first]) * lines >= PIECE) {
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
    Pipeline.run(plan(part(in, piece), part(out, piece), 1).cut(piece));
  }

  private View part(View view, Cuts piece) {
    return view.narrow(axis, offsets[piece.first()], 1, piece.length());
  }
}
