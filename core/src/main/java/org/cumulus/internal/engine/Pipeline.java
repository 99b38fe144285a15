package org.cumulus.internal.engine;

import java.util.Objects;
import org.cumulus.internal.casts.Codec;
import org.cumulus.internal.kernels.FoldingKernel;
import org.cumulus.internal.kernels.Kernel;
import org.cumulus.internal.memory.MappedFiles;
import org.cumulus.internal.memory.Tile;
import org.cumulus.internal.memory.View;
import org.cumulus.internal.plan.Cuts;
import org.cumulus.internal.plan.Plan;
import org.cumulus.internal.plan.Resumption;
import org.cumulus.internal.plan.Resumption.Lines;
import org.cumulus.internal.plan.Sharing;
import org.cumulus.internal.plan.TileAxes;
import org.cumulus.internal.plan.Tiling;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a {@link Plan}: for each tile load, scan, store. Where the input is a tile already it
 * is not loaded; where the output is one, the scan writes there, or runs in place in it.
 *
 * <p>Lines are independent of one another, so threads share them, strip by strip. Where there are
 * too few lines for that, threads share the tiles of a line instead and {@linkplain Relay hand on}
 * its carry. Each thread has a pipeline of its own.
 */
final class Pipeline<I, A> {
  private final Plan<I, A> plan;
  private final TileAxes axes;
  private final @Nullable Relay<A> relay;
  private final A carry;

  /** The fold of a tile, if threads share lines by their folds. */
  private final @Nullable A fold;

  /** Fills the tiles of the input; null if they are there already. */
  private final @Nullable Codec source;

  /** Empties the tiles of the output; null if they are where they should be. */
  private final @Nullable Codec target;

  private final @Nullable A scratch;

  /** The segment that the lines have not come to yet. */
  private int next;

  private Pipeline(Plan<I, A> plan, @Nullable Relay<A> relay) {
    this.plan = plan;
    axes = plan.axes();
    this.relay = relay;
    carry = allocate(plan, plan.kernel().carrySize(plan.lines()));
    fold = plan.tiling().sharing() == Sharing.FOLDS ? allocate(plan, foldSize(plan)) : null;
    Tiling tiling = plan.tiling();
    // Threads that take turns at scanning load for themselves meanwhile.
    boolean loads = plan.inArray() == null || tiling.sharing() == Sharing.TURNS;
    source = loads ? Codec.loading(plan.in(), plan.type(), plan.casts()) : null;
    boolean stores = plan.outArray() == null;
    target = stores ? Codec.storing(plan.type(), plan.out(), plan.casts()) : null;
    int count = tiling.groups() * tiling.steps() * tiling.lanes();
    scratch = stores ? allocate(plan, count) : null;
  }

  @SuppressWarnings("unchecked") // A kernel's carrier makes arrays of the kernel's type.
  private static <A> A allocate(Plan<?, A> plan, int length) {
    return (A) plan.kernel().carrier().allocate(length);
  }

  private static int foldSize(Plan<?, ?> plan) {
    Tiling tiling = plan.tiling();
    int length = plan.axes().isFlat() ? tiling.steps() * tiling.lanes() : tiling.steps();
    return ((FoldingKernel<?, ?>) plan.kernel()).foldSize(plan.lines(), length);
  }

  /** Carries a plan out; of a mapped file that is gone the error tells. */
  static <I, A> void run(Plan<I, A> plan) {
    try {
      carryOut(plan);
    } catch (InternalError fault) {
      throw MappedFiles.told(fault, plan.in(), plan.out());
    }
  }

  private static <I, A> void carryOut(Plan<I, A> plan) {
    long strips = plan.strips();
    if (plan.tiling().threads() == 1) {
      Pipeline<I, A> pipeline = new Pipeline<>(plan, null);
      for (long strip = 0; strip < strips; strip++) {
        pipeline.strip(strip);
      }
    } else if (plan.tiling().sharing() == Sharing.STRIPS) {
      share(plan, strips);
    } else {
      relay(plan);
    }
  }

  private static <I, A> void share(Plan<I, A> plan, long strips) {
    Crew.share(
        plan.tiling().threads(),
        strips,
        plan.in().size(),
        plan.kernel().callsForeignCode(),
        () -> new Pipeline<>(plan, null)::strip);
  }

  private static <I, A> void relay(Plan<I, A> plan) {
    Relay<A> relay = new Relay<>(allocate(plan, plan.kernel().carrySize(plan.lines())));
    long tiles = plan.tilesOfStrip();
    Crew.run(
        plan.tiling().threads(),
        plan.strips() * tiles,
        plan.kernel().callsForeignCode(),
        crew -> {
          Pipeline<I, A> pipeline = new Pipeline<>(plan, relay);
          return piece -> {
            try {
              if (relay.isCrowded()) {
                crew.sendHelpersAway();
              }
              pipeline.tile(piece / tiles, piece % tiles, crew.isAlone());
            } catch (Throwable failure) { // Even what a function does not declare.
              relay.abandon(failure);
              throw failure;
            }
          };
        });
  }

  /** Scans a group of lines from beginning to end. */
  private void strip(long strip) {
    long tiles = plan.tilesOfStrip();
    for (long tile = 0; tile < tiles; tile++) {
      tile(strip, tile, true);
    }
  }

  /**
   * Finds the place of a tile, and scans it.
   *
   * @param isAlone whether no other thread waits for the carry: then it is done in one go
   */
  private void tile(long strip, long tile, boolean isAlone) {
    long round;
    long group;
    long step;
    long lane;
    if (axes.isFlat()) {
      lane = tile % plan.laneTiles();
      step = tile / plan.laneTiles() % plan.stepTiles();
      round = tile / plan.laneTiles() / plan.stepTiles();
      group = 0;
    } else {
      step = tile;
      lane = strip % plan.laneTiles();
      group = strip / plan.laneTiles() % plan.groupTiles();
      round = strip / plan.stripsOfRound();
    }
    group *= plan.tiling().groups();
    step *= plan.tiling().steps();
    lane *= plan.tiling().lanes();
    int groups = (int) Math.min(plan.tiling().groups(), axes.group().length() - group);
    int steps = (int) Math.min(plan.tiling().steps(), axes.step().length() - step);
    int lanes = (int) Math.min(plan.tiling().lanes(), axes.lane().length() - lane);
    long in =
        plan.in().offset()
            + axes.outer().inAt(round)
            + group * axes.group().inStride()
            + step * axes.step().inStride()
            + lane * axes.lane().inStride();
    long out =
        plan.out().offset()
            + axes.outer().outAt(round)
            + group * axes.group().outStride()
            + step * axes.step().outStride()
            + lane * axes.lane().outStride();
    Tile<A> result = result(out, steps, lanes);
    Tile<I> operand = operand(in, groups, steps, lanes, result, isAlone);
    if (axes.isFlat()) {
      // The tile is one row of a line, and loaded, so that operand and result are the same.
      Tile<A> row = new Tile<>(result.array(), result.start(), steps * lanes, 1);
      scan(loaded(row), row, 1, steps * lanes, 1, strip, tile, isAlone, null);
    } else {
      Resumption<A> resumption = plan.resumption();
      Lines lines = resumption == null ? null : axes.lines(round, group, groups, lane, lanes);
      scan(operand, result, groups, steps, lanes, strip, tile, isAlone, lines);
      if (lines != null && isLast(tile)) {
        Objects.requireNonNull(resumption).keepLast(result, steps - 1, lines);
      }
    }
    if (target != null) {
      target.store(
          result,
          out,
          axes.group().outStride(),
          axes.step().outStride(),
          axes.lane().outStride(),
          groups,
          steps,
          lanes);
    }
  }

  /** Where the results of a tile are to go. */
  private Tile<A> result(long out, int steps, int lanes) {
    Object array = plan.outArray();
    return array != null
        ? direct(array, plan.out(), out, axes.group().outStride(), axes.step().outStride())
        : Tile.dense(Objects.requireNonNull(scratch), steps, lanes);
  }

  /** The elements of a tile; where they must be loaded, in the place of the results. */
  private Tile<I> operand(
      long in, int groups, int steps, int lanes, Tile<A> result, boolean isAlone) {
    long groupStride = axes.group().inStride();
    long stepStride = axes.step().inStride();
    Object array = plan.inArray();
    if (array != null && (source == null || isAlone)) {
      return direct(array, plan.in(), in, groupStride, stepStride);
    }
    Objects.requireNonNull(source)
        .load(in, groupStride, stepStride, axes.lane().inStride(), groups, steps, lanes, result);
    return loaded(result);
  }

  @SuppressWarnings("unchecked") // Where elements are loaded they are loaded as carriers.
  private Tile<I> loaded(Tile<A> tile) {
    return (Tile<I>) tile;
  }

  /** Scans a tile from the carry; that of a line shared by threads is to be waited for. */
  private void scan(
      Tile<I> in,
      Tile<A> out,
      int groups,
      int length,
      int lanes,
      long strip,
      long tile,
      boolean isAlone,
      @Nullable Lines lines) {
    Kernel<I, A> kernel = plan.kernel();
    int count = groups * lanes;
    if (relay == null) {
      start(carry, count, tile, lines);
      Cuts cuts = plan.cuts();
      if (cuts == null) {
        kernel.scan(in, out, groups, length, lanes, carry);
      } else {
        scan(in, out, groups, length, lanes, cuts, tile * plan.tiling().steps());
      }
      finish(carry, tile, lines);
      return;
    }
    long piece = strip * plan.tilesOfStrip() + tile;
    if (fold == null || isAlone) {
      A before = relay.take(piece);
      start(before, count, tile, lines);
      kernel.scan(in, out, groups, length, lanes, before);
      finish(before, tile, lines);
      relay.handOn(piece);
    } else {
      FoldingKernel<I, A> folding = (FoldingKernel<I, A>) kernel;
      folding.begin(in, out, groups, length, lanes, fold);
      A total = relay.take(piece);
      start(total, count, tile, lines);
      folding.advance(total, fold, length, carry, count);
      boolean isComplete = length % folding.block() == 0;
      if (isComplete) {
        finish(total, tile, lines);
      }
      relay.handOn(piece);
      folding.finish(in, out, groups, length, lanes, carry);
      if (!isComplete) {
        finish(carry, tile, lines);
      }
    }
  }

  /** Scans a tile in which lines start anew, from a step of theirs on. */
  private void scan(
      Tile<I> in, Tile<A> out, int groups, int length, int lanes, Cuts segments, long step) {
    if (step == 0) {
      next = segments.first() + 1;
    }
    int end;
    for (int done = 0; done < length; done = end) {
      if (next < segments.last() && segments.start(next) == step + done) {
        plan.kernel().startFrom(plan.initial(), carry, groups * lanes);
        next++;
      }
      long left = next < segments.last() ? segments.start(next) - step : length;
      end = (int) Math.min(left, length);
      plan.kernel().scan(in.from(done), out.from(done), groups, end - done, lanes, carry);
    }
  }

  /** Before the first tile of lines makes a carry that of their start, or of where they stopped. */
  private void start(A before, int count, long tile, @Nullable Lines lines) {
    if (tile != 0) {
      return;
    }
    Resumption<A> resumption = plan.resumption();
    if (resumption == null || lines == null) {
      plan.kernel().startFrom(plan.initial(), before, count);
    } else {
      resumption.load(plan.kernel(), lines, before);
    }
  }

  /** After the last tile of lines keeps their carry, if they are to go on. */
  private void finish(A total, long tile, @Nullable Lines lines) {
    Resumption<A> resumption = plan.resumption();
    if (resumption != null && lines != null && isLast(tile)) {
      resumption.save(plan.kernel(), lines, total);
    }
  }

  private boolean isLast(long tile) {
    return tile == plan.tilesOfStrip() - 1;
  }

  /** The tile that stands in a view's own array. */
  @SuppressWarnings("unchecked") // The plan has found the array to be of the kernel's type.
  private static <T> Tile<T> direct(
      Object array, View view, long position, long groupStride, long stepStride) {
    int itemSize = view.dtype().itemSize();
    return new Tile<>(
        (T) array,
        (int) ((view.memory().arrayOffset() + position) / itemSize),
        (int) (groupStride / itemSize),
        (int) (stepStride / itemSize));
  }
}
