package org.cumulus.cli.files;

/**
 * The chunks of an array, in an order in which every line is met from its first element to its
 * last, or backwards. Short lines are taken whole, many at once. Longer ones are cut, and those
 * that lie side by side are scanned together, so that the file is read as it lies; if even what
 * must be remembered of so many lines is too large, they are taken some lanes at a time.
 *
 * <p>A chunk depends on its number alone, so work can go on at any of them.
 */
final class Schedule {
  /** Stretches begin at multiples of this, where summation in blocks is fastest. */
  private static final long ALIGNMENT = 1024;

  private final Lines lines;
  private final boolean backwards;
  private final long blocksAtOnce;
  private final long stepsAtOnce;
  private final long lanesAtOnce;

  /**
   * Cuts an array.
   *
   * @param most how many elements a chunk may have; those of a row may be more
   * @param mostLanes how many lanes may be scanned together
   */
  Schedule(Lines lines, boolean backwards, long most, long mostLanes) {
    this.lines = lines;
    this.backwards = backwards;
    long block = lines.steps() * lines.lanes();
    boolean isWhole = block <= most;
    blocksAtOnce = isWhole ? Math.max(1, most / Math.max(1, block)) : 1;
    lanesAtOnce = isWhole ? lines.lanes() : Math.min(lines.lanes(), mostLanes);
    long fitting = Math.max(1, most / lanesAtOnce);
    stepsAtOnce = isWhole ? lines.steps() : aligned(Math.min(lines.steps(), fitting));
  }

  private static long aligned(long steps) {
    return steps > ALIGNMENT ? steps - steps % ALIGNMENT : steps;
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
    long step = (backwards ? pieces() - 1 - piece : piece) * stepsAtOnce;
    long lane = group * lanesAtOnce;
    return new Chunk(
        block,
        Math.min(blocksAtOnce, lines.outer() - block),
        step,
        Math.min(stepsAtOnce, lines.steps() - step),
        lane,
        Math.min(lanesAtOnce, lines.lanes() - lane));
  }

  /** Whether a chunk is the first of its lines, in the direction of the scan. */
  boolean startsLines(Chunk chunk) {
    return backwards ? chunk.step() + chunk.steps() == lines.steps() : chunk.step() == 0;
  }
}
