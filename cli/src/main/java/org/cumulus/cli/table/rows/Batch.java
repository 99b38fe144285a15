package org.cumulus.cli.table.rows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Some rows of a table. Of each there are its bytes, line end included, and the places of the cells
 * that are wanted, which are numbered from 0.
 */
public final class Batch {
  /** A cell that is not there, or JSON's null. */
  public static final byte ABSENT = 0;

  /** A cell that is what its bytes say. */
  public static final byte PLAIN = 1;

  /** A cell between quotes, which are not part of it. */
  public static final byte QUOTED = 2;

  /** A cell between quotes, in which some bytes stand for others. */
  public static final byte ESCAPED = 3;

  private final int width;
  private byte[] bytes;
  private int size;
  private int rows;
  private int[] start = new int[64];
  private int[] content = new int[64];
  private int[] end = new int[64];
  private long[] line = new long[64];
  private int[] from;
  private int[] to;
  private byte[] kind;
  private boolean isPause;

  /**
   * An empty batch.
   *
   * @param width how many cells of each row are wanted
   */
  public Batch(int width, int capacity) {
    this.width = width;
    bytes = new byte[capacity];
    from = new int[64 * width];
    to = new int[64 * width];
    kind = new byte[64 * width];
  }

  /** Forgets the rows; the bytes stay. */
  void clear() {
    rows = 0;
    isPause = false;
  }

  /** Takes other bytes, which are not copied, and no rows yet. */
  public void wrap(byte[] other, int length) {
    clear();
    bytes = other;
    size = length;
  }

  /** All bytes; which of them are whose the rows say. */
  public byte[] bytes() {
    return bytes;
  }

  int size() {
    return size;
  }

  void resize(int length) {
    size = length;
  }

  void grow() {
    bytes = Arrays.copyOf(bytes, Math.multiplyExact(2, bytes.length));
  }

  /** Begins a row; then its cells are set, and it is ended. */
  void beginRow(int at, long number) {
    if (rows == start.length) {
      int more = 2 * rows;
      start = Arrays.copyOf(start, more);
      content = Arrays.copyOf(content, more);
      end = Arrays.copyOf(end, more);
      line = Arrays.copyOf(line, more);
      from = Arrays.copyOf(from, more * width);
      to = Arrays.copyOf(to, more * width);
      kind = Arrays.copyOf(kind, more * width);
    }
    start[rows] = at;
    line[rows] = number;
  }

  void setCell(int cell, int cellFrom, int cellTo, byte cellKind) {
    int at = rows * width + cell;
    from[at] = cellFrom;
    to[at] = cellTo;
    kind[at] = cellKind;
  }

  byte kindInNextRow(int cell) {
    return kind[rows * width + cell];
  }

  void endRow(int contentEnd, int rowEnd) {
    content[rows] = contentEnd;
    end[rows] = rowEnd;
    rows++;
  }

  /** Says that the input pauses behind these rows. */
  void pause() {
    isPause = true;
  }

  /** Whether what these rows lead to should be seen now, as no others may come for a while. */
  public boolean isPause() {
    return isPause;
  }

  /** How many rows there are. */
  public int rows() {
    return rows;
  }

  /** Where a row begins. */
  public int start(int row) {
    return start[row];
  }

  /** Where new cells of a row go: before its line end or, of JSON, its last brace. */
  public int content(int row) {
    return content[row];
  }

  /** Where a row ends, its line end included. */
  public int end(int row) {
    return end[row];
  }

  /** The line that a row begins in, from 1. */
  public long line(int row) {
    return line[row];
  }

  /** Where a cell begins, without its quote. */
  public int from(int row, int cell) {
    return from[row * width + cell];
  }

  /** Where a cell ends, without its quote. */
  public int to(int row, int cell) {
    return to[row * width + cell];
  }

  /** What kind of cell it is. */
  public byte kind(int row, int cell) {
    return kind[row * width + cell];
  }

  /** A cell as it is written, for messages: no more than its beginning. */
  public String written(int row, int cell) {
    int length = to(row, cell) - from(row, cell);
    String text = new String(bytes, from(row, cell), Math.min(length, 60), StandardCharsets.UTF_8);
    return "'" + text + (length > 60 ? "..." : "") + "'";
  }
}
