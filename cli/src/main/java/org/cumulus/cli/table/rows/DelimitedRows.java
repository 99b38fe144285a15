package org.cumulus.cli.table.rows;

import java.util.Arrays;

/** The rows of CSV and TSV, with cells in double quotes where they need them. */
public final class DelimitedRows implements RowSplitter {
  private final Dialect dialect;
  private final byte delimiter;
  private final int columns;

  /** The number of the wanted cell in each column; -1 for none. */
  private final int[] wanted;

  private long line = 1;
  private final CellScanner scanner;

  /**
   * A splitter of rows that have all the same number of cells.
   *
   * @param wanted the columns whose cells are wanted, from 0
   */
  public DelimitedRows(Dialect dialect, int columns, int[] wanted) {
    this.dialect = dialect;
    this.columns = columns;
    delimiter = dialect.delimiter();
    scanner = new CellScanner(dialect);
    this.wanted = new int[columns];
    Arrays.fill(this.wanted, -1);
    for (int i = 0; i < wanted.length; i++) {
      this.wanted[wanted[i]] = i;
    }
  }

  @Override
  public void setLine(long number) {
    line = number;
  }

  @Override
  public int next(Batch batch, int at, boolean isEnd) throws RowException {
    byte[] bytes = batch.bytes();
    int limit = batch.size();
    int blanks = blankLines(bytes, at, limit);
    if (blanks > at) {
      if (!isEnd && blanks >= limit - 1) {
        return INCOMPLETE; // The last byte may be half of a line end.
      }
      if (blanks == limit) {
        return limit; // Lines without anything are nothing at the end.
      }
      if (columns > 1) {
        throw new RowException(line, "a blank line, expected " + cells(columns));
      }
    }
    return row(batch, at, isEnd);
  }

  @Override
  public void again(Batch batch, int at) throws RowException {
    int _ = row(batch, at, true);
  }

  private int row(Batch batch, int at, boolean isEnd) throws RowException {
    byte[] bytes = batch.bytes();
    int limit = batch.size();
    batch.beginRow(at, line);
    int column = 0;
    int place = at;
    while (true) {
      int end = scanner.scan(bytes, place, limit, isEnd, line);
      if (end < 0) {
        return INCOMPLETE;
      }
      if (column < columns && wanted[column] >= 0) {
        batch.setCell(wanted[column], scanner.from(), scanner.to(), scanner.kind());
      }
      column++;
      if (end == limit || bytes[end] != delimiter) {
        int next = dialect.afterLineEnd(bytes, end, limit, isEnd);
        if (next < 0) {
          return INCOMPLETE;
        }
        checkCount(column);
        batch.endRow(end, next);
        line += 1 + scanner.takeLineBreaks();
        return next;
      }
      place = end + 1;
    }
  }

  /** Where lines end in which there is nothing. */
  private int blankLines(byte[] bytes, int from, int limit) {
    int at = from;
    while (at < limit) {
      if (bytes[at] == dialect.lineFeed()) {
        at++;
      } else if (bytes[at] == '\r' && at + 1 < limit && bytes[at + 1] == dialect.lineFeed()) {
        at += 2;
      } else {
        break;
      }
    }
    return at;
  }

  private void checkCount(int count) throws RowException {
    if (count == columns) {
      return;
    }
    String advice =
        count == columns + 1 && line == 2
            ? "; row names as R writes them need a column name (col.names = NA)"
            : "";
    throw new RowException(
        line, cells(count) + ", expected " + columns + " as in the header" + advice);
  }

  private static String cells(int count) {
    return count == 1 ? "1 cell" : count + " cells";
  }

  @Override
  public byte[] text(byte[] bytes, int from, int to) {
    byte[] text = new byte[to - from];
    int size = 0;
    for (int i = from; i < to; i++) {
      text[size++] = bytes[i];
      i += bytes[i] == '"' ? 1 : 0;
    }
    return Arrays.copyOf(text, size);
  }

  @Override
  public void finish() {}
}
