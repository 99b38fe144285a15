package org.cumulus.cli.files;

/**
 * How a given amount of memory is shared out. Small chunks stay in the caches on their way from the
 * file to the file; only rows so wide that one alone is larger need more.
 *
 * @param bytes the whole
 */
public record Budget(long bytes) {
  /** What the chunks have unless a row needs more. Measured: larger ones are slower. */
  private static final long CHUNK_BYTES = 2 << 20;

  /** No buffer can be longer. */
  private static final long LONGEST_BUFFER = 1 << 30;

  /**
   * The chunks of a pass.
   *
   * @param itemBytes what an element of source or target has, the larger of them
   * @param carryBytes what must be remembered of a line between chunks
   */
  Schedule schedule(Lines lines, boolean backwards, int itemBytes, long carryBytes) {
    // Half for the buffers, a quarter for what is remembered; the rest is the runtime's.
    long share = Math.min(LONGEST_BUFFER, bytes / 2 / (2 * Conveyor.SLOTS));
    long most = Math.max(1, Math.min(CHUNK_BYTES, share) / itemBytes);
    long remembered = carryBytes == 0 ? Long.MAX_VALUE : bytes / 4 / carryBytes;
    long mostLanes = Math.max(1, Math.min(share / itemBytes, remembered));
    return new Schedule(lines, backwards, most, mostLanes);
  }

  /** The chunks of a transposition: as long as they are wide. */
  Schedule square(Lines lines, int itemBytes) {
    long most = Math.max(1, Math.min(LONGEST_BUFFER, bytes / 2 / (2 * Conveyor.SLOTS)) / itemBytes);
    long side = Math.max(1, (long) Math.sqrt((double) most));
    return new Schedule(lines, false, most, Math.max(side, most / Math.max(1, lines.steps())));
  }
}
