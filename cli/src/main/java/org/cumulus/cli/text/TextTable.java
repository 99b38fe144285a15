package org.cumulus.cli.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cumulus.NDArray;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table of numbers. One line or one column gives an array of one dimension, a single cell
 * one without dimensions, and all else one of two: lines and columns.
 *
 * <p>The first line is a header, and passed over, if it is {@linkplain FirstLine said} or found to
 * be one. A header alone is an empty table if that was said, or columns were chosen by name, else
 * no table.
 */
public final class TextTable {
  private static final long DRAINED_ROWS = 1024;

  private final Rows rows;
  private final Cells cells;
  private final TextRequest request;
  private final boolean areMissingNaN;
  private final @Nullable Drain drain;
  private long count;

  private TextTable(Rows rows, TextRequest request, @Nullable Drain drain) {
    this.rows = rows;
    this.request = request;
    this.drain = drain;
    cells = Cells.of(request.dtype());
    areMissingNaN = request.missing() == MissingCells.NAN && cells.canBeNaN();
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
   * @throws TextException for a cell that is no number and for a line that is too long or too short
   * @throws ColumnException if a column is not there
   */
  public static NDArray read(
      BufferedReader text, @Nullable Delimiter delimiter, TextRequest request) throws IOException {
    Delimiter between = delimiter == null ? Delimiter.find(text) : delimiter;
    TextTable table = new TextTable(between.rows(text), request, null);
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
      BufferedReader text, @Nullable Delimiter delimiter, TextRequest request, Drain drain)
      throws IOException {
    Delimiter between = delimiter == null ? Delimiter.find(text) : delimiter;
    return new TextTable(between.rows(text), request, drain).read();
  }

  /** Reads all lines; returns the shape of the table. */
  private long[] read() throws IOException {
    List<String> first = stripped(rows.next());
    if (first == null) {
      throw new TextException("no numbers in it");
    }
    long firstNumber = rows.line();
    List<String> line = stripped(rows.next());
    boolean hasNames = request.firstLine().hasNames(first, line);
    Columns columns = columns(first, hasNames);
    if (hasNames || columns.areNamed()) {
      columns = columns.named(first);
    } else {
      add(first, firstNumber, columns, first.size());
    }
    for (; line != null; line = rows.next()) {
      add(line, rows.line(), columns, first.size());
    }
    if (drain != null) {
      drain(drain, count % DRAINED_ROWS * columns.count());
    }
    if (count == 0 && !isSaidToHaveNames(first)) {
      // It may be any text.
      throw new TextException(
          "no numbers in it, only a first line that could name columns: '"
              + shown(first.getFirst())
              + "'");
    }
    if (count == 1) {
      return columns.count() == 1 ? new long[0] : new long[] {columns.count()};
    }
    return columns.count() == 1 ? new long[] {count} : new long[] {count, columns.count()};
  }

  /** Whether the user knows of names in the first line. */
  private boolean isSaidToHaveNames(List<String> first) {
    List<String> wanted = request.columns();
    return request.firstLine() == FirstLine.NAMES
        || (wanted != null && wanted.stream().anyMatch(first::contains));
  }

  private Columns columns(List<String> first, boolean hasNames) {
    return request.columns() == null
        ? Columns.all(first.size())
        : Columns.of(request.columns(), first, hasNames ? FirstLine.NAMES : request.firstLine());
  }

  private void drain(Drain to, long numbers) throws IOException {
    to.take(cells.toArray(numbers));
    cells.clear();
  }

  private static @Nullable List<String> stripped(@Nullable List<String> line) {
    return line == null ? null : line.stream().map(String::strip).toList();
  }

  private void add(List<String> line, long number, Columns columns, int width) throws IOException {
    // Only the columns chosen must be there: the others may be text with delimiters in it.
    boolean fits = request.choosesColumns() ? line.size() >= columns.width() : line.size() == width;
    if (!fits) {
      throw new TextException(
          "line %d: %d %s, expected %d as in the first line"
              .formatted(number, line.size(), line.size() == 1 ? "cell" : "cells", width));
    }
    for (int i = 0; i < columns.count(); i++) {
      String cell = line.get(columns.place(i)).strip();
      try {
        cells.add(areMissingNaN && CellKind.isMissing(cell) ? "nan" : cell);
      } catch (NumberFormatException notOne) {
        throw badCell(cell, "line " + number + ", " + columns.describe(i));
      }
    }
    count++;
    if (drain != null && count % DRAINED_ROWS == 0) {
      drain(drain, DRAINED_ROWS * columns.count());
    }
  }

  private TextException badCell(String cell, String place) {
    List<String> advice = new ArrayList<>();
    if (request.missing() == MissingCells.REFUSED_WITH_ADVICE
        && cells.canBeNaN()
        && CellKind.isMissing(cell)) {
      advice.add("--nan POLICY reads it as NaN");
    }
    if (!request.choosesColumns()) {
      advice.add("--column chooses columns");
    }
    return new TextException(
        "%s: %s, expected %s%s"
            .formatted(
                place,
                cell.isEmpty() ? "the cell is empty" : "'" + shown(cell) + "'",
                cells.expected(),
                advice.isEmpty() ? "" : " (" + String.join("; ", advice) + ")"));
  }

  private static String shown(String cell) {
    return cell.length() > 40 ? cell.substring(0, 40) + "..." : cell;
  }
}
