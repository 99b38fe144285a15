package org.cumulus.cli.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table of numbers. One line or one column gives an array of one dimension, a single cell
 * one without dimensions, and all else one of two: lines and columns.
 *
 * <p>The first line is a header, and passed over, if none of its cells is a number. A header alone
 * is an empty table if columns were chosen by name, else no table.
 */
public final class TextTable {
  private static final long DRAINED_ROWS = 1024;

  private final Rows rows;
  private final Cells cells;
  private final @Nullable List<String> wanted;
  private final @Nullable Drain drain;

  private TextTable(Rows rows, Cells cells, @Nullable List<String> wanted, @Nullable Drain drain) {
    this.rows = rows;
    this.cells = cells;
    this.wanted = wanted;
    this.drain = drain;
  }

  /** Takes the numbers of a table away, some at a time. */
  @FunctionalInterface
  public interface Drain {
    /** Takes the next numbers, in one dimension; the array is used again. */
    void take(NDArray numbers) throws IOException;
  }

  /**
   * Reads a whole text.
   *
   * @param delimiter null to find it in the first line
   * @param dtype the dtype to compute in; null for float64
   * @param columns names or numbers, from 1, of the columns to read; null for all
   * @throws TextException for a cell that is no number and for a line that is too long or too short
   * @throws ColumnException if a column is not there
   */
  public static NDArray read(
      BufferedReader text,
      @Nullable Delimiter delimiter,
      @Nullable DType dtype,
      @Nullable List<String> columns)
      throws IOException {
    Delimiter between = delimiter == null ? Delimiter.find(text) : delimiter;
    TextTable table = new TextTable(between.rows(text), Cells.of(dtype), columns, null);
    return table.cells.toArray(table.read());
  }

  /**
   * Reads a text of any length, and keeps none of it.
   *
   * @param drain is given the numbers in the order of the text
   * @return the shape of the table
   * @throws TextException as {@link #read}
   * @throws ColumnException as {@link #read}
   */
  public static long[] drain(
      BufferedReader text,
      @Nullable Delimiter delimiter,
      @Nullable DType dtype,
      @Nullable List<String> columns,
      Drain drain)
      throws IOException {
    Delimiter between = delimiter == null ? Delimiter.find(text) : delimiter;
    return new TextTable(between.rows(text), Cells.of(dtype), columns, drain).read();
  }

  /** Reads all lines; returns the shape of the table. */
  private long[] read() throws IOException {
    List<String> line = stripped(rows.next());
    if (line == null) {
      throw new TextException("no numbers in it");
    }
    int width = line.size();
    Columns columns = wanted == null ? Columns.all(width) : Columns.of(wanted, line);
    String header = line.getFirst();
    boolean isNamed = columns.areNamed();
    if (isNamed || isHeader(line, columns)) {
      columns = columns.named(line);
      line = rows.next();
    }
    long count = 0;
    for (; line != null; line = rows.next()) {
      add(line, columns, width);
      count++;
      if (drain != null && count % DRAINED_ROWS == 0) {
        drain(drain, DRAINED_ROWS * columns.count());
      }
    }
    if (drain != null) {
      drain(drain, count % DRAINED_ROWS * columns.count());
    }
    if (count == 0 && !isNamed) {
      // Without --column nobody has said that the first line is a header; it may be any text.
      throw new TextException(
          "no numbers in it, only a first line that could name columns: '" + shown(header) + "'");
    }
    if (count == 1) {
      return columns.count() == 1 ? new long[0] : new long[] {columns.count()};
    }
    return columns.count() == 1 ? new long[] {count} : new long[] {count, columns.count()};
  }

  private void drain(Drain to, long numbers) throws IOException {
    to.take(cells.toArray(numbers));
    cells.clear();
  }

  private static @Nullable List<String> stripped(@Nullable List<String> line) {
    return line == null ? null : line.stream().map(String::strip).toList();
  }

  /** Whether a line has names in the columns chosen, and no number. */
  private static boolean isHeader(List<String> line, Columns columns) {
    boolean names = false;
    for (int i = 0; i < columns.count(); i++) {
      String cell = line.get(columns.place(i));
      if (ComplexCells.isNumber(cell)) {
        return false;
      }
      names |= !cell.isEmpty();
    }
    return names;
  }

  private void add(List<String> line, Columns columns, int width) throws TextException {
    // Only the columns chosen must be there: the others may be text with delimiters in it.
    boolean fits = wanted == null ? line.size() == width : line.size() >= columns.width();
    if (!fits) {
      throw new TextException(
          "line %d: %d %s, expected %d as in the first line"
              .formatted(rows.line(), line.size(), line.size() == 1 ? "cell" : "cells", width));
    }
    for (int i = 0; i < columns.count(); i++) {
      String cell = line.get(columns.place(i)).strip();
      try {
        cells.add(cell);
      } catch (NumberFormatException notOne) {
        throw badCell(cell, columns.describe(i));
      }
    }
  }

  private TextException badCell(String cell, String column) {
    return new TextException(
        "line %d, %s: %s, expected %s%s"
            .formatted(
                rows.line(),
                column,
                cell.isEmpty() ? "the cell is empty" : "'" + shown(cell) + "'",
                cells.expected(),
                wanted == null ? " (--column chooses columns)" : ""));
  }

  private static String shown(String cell) {
    return cell.length() > 40 ? cell.substring(0, 40) + "..." : cell;
  }
}
