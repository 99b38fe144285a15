package org.cumulus.cli.text;

/** How much a row may bring before it is taken for one that never ends. */
final class RowLimit {
  /** More than this no cell has, however large the memory is. */
  private static final long LONGEST_CELL = 1 << 24;

  /** What a cell takes beside its characters, in bytes. */
  private static final int CELL_BYTES = 64;

  private final int longestCell;
  private final long most;
  private long bytes;

  RowLimit() {
    this(Runtime.getRuntime().maxMemory());
  }

  /** For a heap of so many bytes. */
  RowLimit(long heap) {
    longestCell = (int) Math.clamp(heap / 32, 1 << 12, LONGEST_CELL);
    most = heap / 4;
  }

  /** The characters of the longest cell. */
  int longestCell() {
    return longestCell;
  }

  /** Begins a row. */
  void reset() {
    bytes = 0;
  }

  /**
   * Counts a cell of the row.
   *
   * @throws TextException if the row is too long
   */
  void add(int length, long line) throws TextException {
    bytes += CELL_BYTES + (long) Character.BYTES * length;
    if (bytes > most) {
      throw new TextException("line %d: too long to fit in memory".formatted(line));
    }
  }

  /**
   * Checks a cell that is not read to its end.
   *
   * @throws TextException if it is too long
   */
  void check(int length, long line) throws TextException {
    if (length > longestCell) {
      throw tooLong(line);
    }
  }

  TextException tooLong(long line) {
    return new TextException(
        "line %d: a cell of more than %d characters, or an unclosed quote"
            .formatted(line, longestCell));
  }
}
