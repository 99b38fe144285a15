package org.cumulus.cli.cells;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cumulus.NDArray;
import org.cumulus.cli.text.CellKind;
import org.cumulus.cli.text.ChosenColumns;
import org.cumulus.cli.text.ColumnChoiceException;
import org.cumulus.cli.text.EmptyTextException;
import org.cumulus.cli.text.FirstLine;
import org.cumulus.cli.text.TableRows;
import org.cumulus.cli.text.TextException;
import org.cumulus.cli.text.TextKind;
import org.cumulus.cli.text.TextRow;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table of numbers. One column gives an array of one dimension, several columns one of two,
 * however many rows there are.
 *
 * <p>The first line is a header, and passed over, if it is {@linkplain FirstLine said} or found to
 * be one. A header alone is an empty table if that was said, or columns were chosen by name, else
 * no table.
 */
public final class TextTable {
  private static final long DRAINED_ROWS = 1024;

  private final TableRows table;
  private final ChosenColumns columns;
  private final ParsedCells cells;
  private final TextRequest request;
  private final boolean areMissingNaN;

  private TextTable(BufferedReader text, TextKind kind, TextRequest request) throws IOException {
    this.request = request;
    try {
      table = new TableRows(text, kind, request.format(), request.columns(), false);
    } catch (EmptyTextException _) {
      throw new TextException("contains no numbers");
    }
    columns = table.columns();
    cells = ParsedCells.of(request.dtype(), columns.count(), request.saturates());
    areMissingNaN = request.missing() == MissingCells.NAN && cells.canBeNaN();
  }

  /** Takes the numbers of a table away, some at a time. */
  @FunctionalInterface
  public interface Drain {
    /**
     * Takes the next numbers, in one dimension; the array is used again. Its dtype is one that also
     * holds all numbers before.
     */
    void take(NDArray numbers) throws IOException;
  }

  /**
   * Reads a whole text.
   *
   * @throws TextException for a cell that is no number and for a line that is too long or too short
   * @throws ColumnChoiceException if a column is not there
   */
  public static NDArray read(BufferedReader text, TextKind kind, TextRequest request)
      throws IOException {
    TextTable reading = new TextTable(text, kind, request);
    return reading.cells.toArray(reading.readRows(null));
  }

  /**
   * Reads a text of any length, and keeps none of it.
   *
   * @param drain is given the numbers in the order of the text
   * @return the shape of the table
   * @throws TextException as {@link #read}
   * @throws ColumnChoiceException as {@link #read}
   */
  public static long[] drain(BufferedReader text, TextKind kind, TextRequest request, Drain drain)
      throws IOException {
    return new TextTable(text, kind, request).readRows(drain);
  }

  /** Reads all rows; returns the shape of the table. */
  private long[] readRows(@Nullable Drain drain) throws IOException {
    long count = 0;
    for (TextRow row = table.next(); row != null; row = table.next()) {
      add(row);
      count++;
      if (drain != null && count % DRAINED_ROWS == 0) {
        drain(drain, DRAINED_ROWS * columns.count());
      }
    }
    if (drain != null) {
      drain(drain, count % DRAINED_ROWS * columns.count());
    }
    if (count == 0 && table.hasComments()) {
      throw new TextException("contains no numbers: every line below the names is a comment");
    }
    if (count == 0 && !isSaidToHaveNames()) {
      // It may be any text.
      throw new TextException(
          "contains no numbers, only a first line that may be column names: '"
              + shown(table.first().getFirst())
              + "'");
    }
    String problem = cells.problem(columns);
    if (problem != null) {
      throw new TextException(problem);
    }
    return columns.count() == 1 ? new long[] {count} : new long[] {count, columns.count()};
  }

  /** Whether the user knows of names in the first line. */
  private boolean isSaidToHaveNames() {
    List<String> wanted = request.columns();
    return request.format().firstLine() == FirstLine.NAMES
        || (wanted != null && wanted.stream().anyMatch(table.first()::contains));
  }

  private void drain(Drain to, long numbers) throws IOException {
    to.take(cells.toArray(numbers));
    cells.clear();
  }

  private void add(TextRow row) throws TextException {
    for (int i = 0; i < columns.count(); i++) {
      String cell = row.cells().get(columns.place(i));
      try {
        cells.add(
            areMissingNaN && CellKind.isMissing(cell)
                ? "nan"
                : request.format().numbers().plain(cell));
      } catch (NumberFormatException notOne) {
        throw badCell(cell, "line " + row.line() + ", " + columns.describe(i));
      }
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

  /** As much of a cell as a message shows. */
  static String shown(String cell) {
    return cell.length() > 40 ? cell.substring(0, 40) + "..." : cell;
  }
}
