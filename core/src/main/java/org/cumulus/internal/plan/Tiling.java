package org.cumulus.internal.plan;

import org.cumulus.internal.kernels.FoldingKernel;
import org.cumulus.internal.kernels.Kernel;
import org.cumulus.internal.kernels.SequentialKernel;

/**
 * How large the tiles of a scan are, and how many threads share them.
 *
 * @param groups how many groups of lanes a tile has, at the most
 * @param steps how many elements of each line a tile has, at the most
 * @param lanes how many lanes a tile has, at the most
 * @param threads how many threads share the work
 * @param sharing how the threads share it
 */
public record Tiling(int groups, int steps, int lanes, int threads, Sharing sharing) {
  /**
   * Elements of a tile: with input, output and staging, three of them fit an L1 cache of 48 KiB.
   */
  private static final int TILE = 2048;

  /**
   * Elements of a tile of many lanes: rows that are long enough for the processor to fetch them
   * ahead, in an L2 cache.
   */
  private static final int WIDE_TILE = 1 << 15;

  /** The fewest steps in a tile whose lines are longer than that. */
  private static final int STEPS_TOGETHER = 8;

  /**
   * Lanes or lines of a tile whose steps are neighbours in the input but not in the output: as many
   * elements as a few cache lines hold, both ways.
   */
  private static final int TRANSPOSED = 128;

  /**
   * Elements of a tile of a line whose steps are far apart in the input: so many that each cache
   * line of the input is used whole before it is dropped.
   */
  private static final int TRANSPOSED_LINE = 1 << 17;

  /** The fewest rows of such a tile: a cache line of the longest elements. */
  private static final int TRANSPOSED_ROWS = 8;

  /**
   * Lanes whose last row of sums is still in the L2 cache when it is needed. Fewer, that it would
   * be in the L1 cache, are slower: the processor's fetching ahead starts anew with each row.
   */
  private static final int LANES_IN_CACHE = 16384;

  /** Below this many elements, waking another thread costs more than it saves. */
  public static final long PARALLEL_SIZE = 1 << 17;

  /**
   * Below this many elements a line stays with one thread: all is in a cache, and a helper comes
   * too late to gain what handing on the carry costs.
   */
  public static final int SHARED_LINE_SIZE = 1 << 20;

  /** Strips for each thread, so that a thread that started late leaves little to wait for. */
  private static final int STRIPS_PER_THREAD = 4;

  /**
   * Lanes that are not worth dividing further among threads: each would fetch most of the other's
   * cache lines, and both would write to the same.
   */
  private static final int FEWEST_LANES = 64;

  /** The same where memory is the limit: it is slow to bring short stretches to each thread. */
  private static final int FEWEST_LANES_FROM_MEMORY = 4096;

  /** Elements of a piece that is loaded, and then scanned from the L2 cache. */
  private static final int RELAYED_TILE = 1 << 16;

  /** Pieces of a line for each thread, so that none has to wait for long at the end. */
  private static final int PIECES_PER_THREAD = 8;

  /** Elements of a piece that are worth handing on the carry. */
  private static final int FEWEST_IN_PIECE = 1 << 14;

  /** Elements of short segments that a thread takes on at once. */
  public static final int SEGMENTS_TOGETHER = 1 << 15;

  /**
   * Sizes the tiles of a scan.
   *
   * @param axes which axes span the tiles
   * @param isDirect whether tiles need neither loading nor storing, so that their size is free; of
   *     a line that does not lie in order, whether they are transposed in their place
   * @param kernel the loops, which say how lines may be cut and how many go side by side
   * @param parallelism how many threads may share the work, at the most
   */
  static Tiling of(TileAxes axes, boolean isDirect, Kernel<?, ?> kernel, int parallelism) {
    long size = axes.size();
    int threads = size < PARALLEL_SIZE ? 1 : parallelism;
    int block = kernel instanceof FoldingKernel<?, ?> folding ? folding.block() : 0;
    if (axes.isFlat()) {
      return ofFlat(axes, isDirect, threads, block);
    }
    long rounds = axes.outer().size();
    long groups = axes.group().length();
    long lanes = axes.lane().length();
    boolean isTransposed = axes.isTransposed();
    long mostLanes =
        isTransposed ? TRANSPOSED : isDirect ? LANES_IN_CACHE : WIDE_TILE / STEPS_TOGETHER;
    long tileLanes = Math.min(lanes, Math.min(mostLanes, kernel.mostLines()));
    long tileGroups = groups(axes, isDirect, kernel, tileLanes);
    tileGroups = Math.min(tileGroups, kernel.mostLines() / tileLanes);
    if (threads > 1) {
      long stripsOfGroup = rounds * Math.ceilDiv(lanes, tileLanes);
      long shared = Math.ceilDiv(stripsOfGroup * groups, (long) threads * STRIPS_PER_THREAD);
      tileGroups = Math.min(tileGroups, shared);
      long wanted = Math.ceilDiv(threads, rounds * Math.ceilDiv(groups, tileGroups));
      long fewest = kernel.waitsForMemory() ? FEWEST_LANES_FROM_MEMORY : FEWEST_LANES;
      tileLanes = Math.min(tileLanes, Math.max(Math.ceilDiv(lanes, wanted), fewest));
      tileLanes = evenly(lanes, tileLanes, threads, fewest / 2);
      tileLanes = Math.ceilDiv(tileLanes, kernel.laneGrain()) * kernel.laneGrain();
    }
    long strips = rounds * Math.ceilDiv(groups, tileGroups) * Math.ceilDiv(lanes, tileLanes);
    long lines = tileGroups * tileLanes;
    Sharing sharing = Sharing.STRIPS;
    boolean folds = block > 0 && block * lines <= RELAYED_TILE;
    // To load few lanes, or to add carries to them, costs as much as to scan them.
    boolean areMany = lanes >= SequentialKernel.MANY_LANES;
    boolean areFew = lanes > 1 && !areMany && kernel.waitsForMemory();
    if (strips < threads && size >= SHARED_LINE_SIZE && folds && !areFew) {
      sharing = Sharing.FOLDS;
    } else if (strips == 1 && threads > 1 && size >= SHARED_LINE_SIZE && (areMany || !isDirect)) {
      sharing = Sharing.TURNS;
    } else {
      threads = (int) Math.min(threads, strips);
    }
    long tile;
    if (sharing == Sharing.FOLDS && isDirect) {
      long most =
          Math.min(((FoldingKernel<?, ?>) kernel).piece(), size / threads / PIECES_PER_THREAD);
      tile = Math.max(FEWEST_IN_PIECE, most);
    } else if (sharing != Sharing.STRIPS) {
      tile = RELAYED_TILE;
    } else if (isDirect && !isTransposed) {
      tile = Integer.MAX_VALUE;
    } else {
      tile = isTransposed || tileLanes > TILE / STEPS_TOGETHER ? WIDE_TILE : TILE;
    }
    long grain = sharing == Sharing.FOLDS ? block : kernel.grain();
    long tileSteps = Math.max(tile / lines / grain, 1) * grain;
    tileSteps = Math.min(tileSteps, axes.step().length());
    return new Tiling((int) tileGroups, (int) tileSteps, (int) tileLanes, threads, sharing);
  }

  /**
   * How wide strips are that are as wide as each other, so that no thread waits for a wider one,
   * and, unless they get too narrow, as many for each thread.
   *
   * @param widest how wide they are at the most
   * @param narrowest how wide they are at the least, if that is to give each thread as many
   */
  private static long evenly(long lanes, long widest, int threads, long narrowest) {
    long strips = Math.ceilDiv(lanes, widest);
    long shared = Math.ceilDiv(strips, threads) * threads;
    boolean isWide = strips > 1 && Math.ceilDiv(lanes, shared) >= narrowest;
    return Math.ceilDiv(lanes, isWide ? shared : strips);
  }

  /** How many groups make a tile that is as wide as wanted. */
  private static long groups(TileAxes axes, boolean isDirect, Kernel<?, ?> kernel, long tileLanes) {
    long groups = axes.group().length();
    long lanes = axes.lane().length();
    if (lanes == 1 && axes.isTransposed()) {
      return Math.min(groups, TRANSPOSED);
    } else if (tileLanes < lanes) {
      return 1;
    }
    long shortest = isDirect ? 1 : Math.min(axes.step().length(), TILE / kernel.sideBySide());
    return Math.clamp(TILE / (lanes * shortest), 1, groups);
  }

  private static Tiling ofFlat(TileAxes axes, boolean transposesInPlace, int threads, int block) {
    boolean folds = block > 0 && axes.lane().length() % block == 0;
    int sharers = axes.size() >= SHARED_LINE_SIZE ? threads : 1;
    long tile = axes.isTransposed() ? TRANSPOSED_LINE : sharers > 1 ? RELAYED_TILE : TILE;
    long fewestRows = axes.isTransposed() ? TRANSPOSED_ROWS : 1;
    long columns = Math.min(axes.lane().length(), tile / fewestRows);
    // Only whole rows follow one another in the line.
    long most = tile / columns;
    // Eight rows are transposed together, and what is left one by one.
    most -= transposesInPlace ? most % TRANSPOSED_ROWS : 0;
    long rows = columns < axes.lane().length() ? 1 : Math.min(axes.step().length(), most);
    Sharing sharing = sharers == 1 ? Sharing.STRIPS : folds ? Sharing.FOLDS : Sharing.TURNS;
    return new Tiling(1, (int) rows, (int) columns, sharers, sharing);
  }
}
