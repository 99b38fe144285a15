package org.cumulus.cli.large;

/**
 * The chunks of an array, in an order in which every line is met from its first element to its
 * last, or backwards. Short lines are taken whole, many at once. Longer ones are cut, and those
 * that lie side by side are scanned together, so that the file is read as it lies; if even what
 * must be remembered of so many lines is too large, they are taken some lanes at a time.
 *
 * <p>A chunk depends on its number alone, so work can go on at any of them.
 */
final class Schedule {
  /** Stretches begin at multiples of one of these, where summation in blocks is fastest. */
  private static final long[] ALIGNMENTS = {1024, 8};

  /** So few steps cost as much for what must be remembered of the lines as for themselves. */
  private static final long FEWEST_STEPS = 16;

  private final FileLines lines;
  private final boolean backwards;
  private final long blocksAtOnce;
  private final long stepsAtOnce;
  private final long lanesAtOnce;

  /**
   * Cuts an array.
   *
   * @param usual how many elements a chunk may have
   * @param most how many it may have if its rows are wide
   * @param mostLanes how many lanes may be scanned together
   */
  Schedule(FileLines lines, boolean backwards, long usual, long most, long mostLanes) {
    this.lines = lines;
    this.backwards = backwards;
    long block = lines.steps() * lines.lanes();
    boolean isWhole = block <= usual;
    blocksAtOnce = isWhole ? Math.max(1, usual / Math.max(1, block)) : 1;
    long fewest = Math.min(FEWEST_STEPS, lines.steps());
    long narrow = Math.max(1, Math.min(mostLanes, most / fewest));
    lanesAtOnce = isWhole ? lines.lanes() : Math.min(lines.lanes(), narrow);
    long fitting = Math.max(usual / lanesAtOnce, Math.min(fewest, most / lanesAtOnce));
    stepsAtOnce = isWhole ? lines.steps() : aligned(Math.min(lines.steps(), fitting));
  }

  private static long aligned(long steps) {
    for (long alignment : ALIGNMENTS) {
      if (steps > alignment) {
        return steps - steps % alignment;
      }
    }
    return Math.max(1, steps);
  }

  /** Whether every chunk holds whole lines, so that none needs what another one left. */
  boolean hasWholeLines() {
    return stepsAtOnce == lines.steps();
  }

  /** Whether the chunks follow one another as their elements do in the file. */
  boolean isSequential() {
    return lanesAtOnce == lines.lanes() && (!backwards || hasWholeLines());
  }

  /** A chunk as large as any of them. */
  Chunk largest() {
    return new Chunk(0, Math.min(blocksAtOnce, lines.outer()), 0, stepsAtOnce, 0, lanesAtOnce);
  }

  /** How many chunks there are. */
  long count() {
    return ceil(lines.outer(), blocksAtOnce) * groups() * pieces();
  }

  private long groups() {
    return ceil(lines.lanes(), lanesAtOnce);
  }

  private long pieces() {
    return ceil(lines.steps(), stepsAtOnce);
  }

  private static long ceil(long total, long part) {
    return Math.ceilDiv(total, part);
  }

  /** One of the chunks. */
  Chunk get(long index) {
    long piece = index % pieces();
    long group = index / pieces() % groups();
    long block = index / pieces() / groups() * blocksAtOnce;
    long before = piece * stepsAtOnce;
    long steps = Math.min(stepsAtOnce, lines.steps() - before);
    long step = backwards ? lines.steps() - before - steps : before;
    long lane = group * lanesAtOnce;
    return new Chunk(
        block,
        Math.min(blocksAtOnce, lines.outer() - block),
        step,
        steps,
        lane,
        Math.min(lanesAtOnce, lines.lanes() - lane));
  }

  /** Whether a chunk is the first of its lines, in the direction of the scan. */
  boolean startsLines(Chunk chunk) {
    return backwards ? chunk.step() + chunk.steps() == lines.steps() : chunk.step() == 0;
  }
}
