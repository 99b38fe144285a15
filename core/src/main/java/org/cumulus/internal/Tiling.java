package org.cumulus.internal;

/**
 * How large the tiles of a scan are, and how many threads share them.
 *
 * @param groups how many groups of lanes a tile has, at the most
 * @param steps how many elements of each line a tile has, at the most
 * @param lanes how many lanes a tile has, at the most
 * @param threads how many threads share the work
 * @param isRelayed whether the threads share single lines, handing carries on, because there are
 *     too few lines to give each thread its own
 */
record Tiling(int groups, int steps, int lanes, int threads, boolean isRelayed) {
  /**
   * Elements of a tile: with input, output and staging, three of them fit an L1 cache of 48 KiB.
   */
  private static final int TILE = 2048;

  /** The fewest steps in a tile whose lines are longer than that. */
  private static final int STEPS_TOGETHER = 8;

  /**
   * Lanes or lines of a tile whose steps are neighbours in the input but not in the output: as many
   * elements as a few cache lines hold, both ways.
   */
  private static final int TURNED = 32;

  /**
   * Elements of a tile of a line whose steps are far apart in the input: so many that each cache
   * line of the input is used whole before it is dropped.
   */
  private static final int TURNED_LINE = 1 << 17;

  /** The fewest rows of such a tile: a cache line of the longest elements. */
  private static final int TURNED_ROWS = 8;

  /**
   * Lanes whose last row of sums is still in the L2 cache when it is needed. Fewer, that it would
   * be in the L1 cache, are slower: the processor's fetching ahead starts anew with each row.
   */
  private static final int LANES_IN_CACHE = 16384;

  /** Below this many elements, waking another thread costs more than it saves. */
  static final long PARALLEL_SIZE = 1 << 17;

  /** Strips for each thread, so that a thread that started late leaves little to wait for. */
  private static final int STRIPS_PER_THREAD = 4;

  /**
   * Lanes that are not worth dividing further among threads: each would fetch most of the other's
   * cache lines, and both would write to the same.
   */
  private static final int FEWEST_LANES = 64;

  /** Elements of a piece that is folded and then scanned from the L2 cache. */
  private static final int RELAYED_TILE = 1 << 16;

  /**
   * Sizes the tiles of a scan.
   *
   * @param axes which axes span the tiles
   * @param isDirect whether tiles need neither loading nor storing, so that their size is free
   * @param kernel the loops, which say how lines may be cut and how many go side by side
   * @param parallelism how many threads may share the work, at the most
   */
  static Tiling of(TileAxes axes, boolean isDirect, Kernel<?> kernel, int parallelism) {
    long turns = axes.outer().size();
    long groups = axes.group().length();
    long steps = axes.step().length();
    long lanes = axes.lane().length();
    int threads = turns * groups * steps * lanes < PARALLEL_SIZE ? 1 : parallelism;
    int block = kernel instanceof FoldingKernel<?> folding ? folding.block() : 0;
    if (axes.isFlat()) {
      return ofFlat(axes, block > 0 && axes.lane().length() % block == 0 ? threads : 1);
    }
    boolean isTurned = !isDirect && axes.isTurned();
    long mostLanes =
        isDirect ? LANES_IN_CACHE : isTurned ? TURNED : TILE / Math.min(STEPS_TOGETHER, steps);
    long tileLanes = Math.min(lanes, mostLanes);
    long tileGroups = 1;
    if (isTurned && lanes == 1) {
      tileGroups = Math.min(groups, TURNED);
    } else if (tileLanes == lanes) {
      long shortest = isDirect ? 1 : Math.min(steps, TILE / kernel.sideBySide());
      tileGroups = Math.clamp(TILE / (lanes * shortest), 1, groups);
    }
    if (threads > 1) {
      long stripsOfLane = turns * ceilDiv(lanes, tileLanes);
      long shared = ceilDiv(stripsOfLane * groups, (long) threads * STRIPS_PER_THREAD);
      tileGroups = Math.min(tileGroups, shared);
      long wanted = ceilDiv(threads, turns * ceilDiv(groups, tileGroups));
      tileLanes = Math.min(tileLanes, Math.max(ceilDiv(lanes, wanted), FEWEST_LANES));
    }
    long strips = turns * ceilDiv(groups, tileGroups) * ceilDiv(lanes, tileLanes);
    boolean isRelayed = block > 0 && strips < threads;
    threads = (int) (isRelayed ? threads : Math.min(threads, strips));
    long tile = isRelayed ? RELAYED_TILE : isDirect ? Integer.MAX_VALUE : TILE;
    long grain = isRelayed ? block : kernel.grain();
    long grains = Math.max(tile / (tileGroups * tileLanes) / grain, 1);
    long tileSteps = Math.min(grains * grain, steps);
    return new Tiling((int) tileGroups, (int) tileSteps, (int) tileLanes, threads, isRelayed);
  }

  private static Tiling ofFlat(TileAxes axes, int threads) {
    boolean isRelayed = threads > 1;
    long tile = axes.isTurned() ? TURNED_LINE : isRelayed ? RELAYED_TILE : TILE;
    long fewestRows = axes.isTurned() ? TURNED_ROWS : 1;
    long columns = Math.min(axes.lane().length(), tile / fewestRows);
    // Only whole rows follow one another in the line.
    long rows = columns < axes.lane().length() ? 1 : Math.min(axes.step().length(), tile / columns);
    return new Tiling(1, (int) rows, (int) columns, threads, isRelayed);
  }

  static long ceilDiv(long length, long part) {
    return (length + part - 1) / part;
  }
}
