package org.cumulus.cli.large;

/**
 * How a given amount of memory is shared out. Small chunks stay in the caches on their way from the
 * file to the file; only rows so wide that one alone is larger need more.
 *
 * @param bytes the whole
 */
public record Budget(long bytes) {
  /** What the chunks have unless a row needs more. Measured: larger ones are slower. */
  private static final long CHUNK_BYTES = 1 << 20;

  /** No buffer can be longer. */
  private static final long LONGEST_BUFFER = 1 << 30;

  /** Less than this is not worth a collection of garbage. */
  private static final long LEAST_HEAP = 64 << 20;

  /**
   * The chunks of a pass.
   *
   * @param itemBytes what an element of source or target has, the larger of them
   * @param carryBytes what must be remembered of a line between chunks
   */
  Schedule schedule(FileLines lines, boolean backwards, int itemBytes, long carryBytes) {
    long most = most(itemBytes);
    long usual = Math.max(1, Math.min(most, CHUNK_BYTES / itemBytes));
    long mostLanes = carryBytes == 0 ? most : Math.max(1, bytes / 4 / carryBytes);
    return new Schedule(lines, backwards, usual, most, mostLanes);
  }

  /** The chunks of a transposition: as long as they are wide. */
  Schedule square(FileLines lines, int itemBytes) {
    long most = most(itemBytes);
    long side = Math.max(1, (long) Math.sqrt((double) most));
    long mostLanes = Math.max(side, most / Math.max(1, lines.steps()));
    return new Schedule(lines, false, most, most, mostLanes);
  }

  /** How many elements a buffer may have: half of the memory is for buffers. */
  private long most(int itemBytes) {
    return Math.max(1, Math.min(LONGEST_BUFFER, bytes / (4 * Conveyor.THREADS)) / itemBytes);
  }

  /**
   * Collects garbage once there is half as much as the memory: what is remembered of many lines is
   * made anew with every chunk, and the JVM by itself would let it grow to a part of the machine's
   * memory.
   */
  void tidy() {
    Runtime runtime = Runtime.getRuntime();
    if (runtime.totalMemory() - runtime.freeMemory() > Math.max(bytes / 2, LEAST_HEAP)) {
      System.gc();
    }
  }
}
