package org.cumulus.cli.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one column of a text as it stands: numbers, words, anything. */
public final class TextColumn {
  private final Rows rows;
  private final List<String> cells = new ArrayList<>();

  private TextColumn(Rows rows) {
    this.rows = rows;
  }

  /**
   * The cells of a column.
   *
   * <p>The first line is a header, and passed over, if the column is named by it, or if it is
   * {@linkplain FirstLine said} or found to be one. A column of nothing but words has none.
   *
   * @param column its name or its number, from 1; null for the only one
   * @throws TextException if there are no lines, if one lacks the column, or if there are several
   *     columns to choose from
   * @throws ColumnException if the column is not there
   */
  public static List<String> read(
      BufferedReader text, Delimiter delimiter, @Nullable String column, FirstLine firstLine)
      throws IOException {
    TextColumn reading = new TextColumn(delimiter.rows(text));
    reading.read(column, firstLine);
    return reading.cells;
  }

  private void read(@Nullable String column, FirstLine firstLine) throws IOException {
    List<String> first = next();
    if (first == null) {
      throw new TextException("nothing in it");
    }
    if (column == null && first.size() > 1) {
      throw new TextException(first.size() + " columns in it, expected one, as FILE:COLUMN");
    }
    long firstNumber = rows.line();
    List<String> line = next();
    boolean hasNames = hasNames(first, line, firstLine);
    Columns columns =
        column == null
            ? Columns.all(1)
            : Columns.of(List.of(column), first, hasNames ? FirstLine.NAMES : firstLine);
    if (!hasNames && !columns.areNamed()) {
      add(first, firstNumber, columns);
    }
    for (; line != null; line = next()) {
      add(line, rows.line(), columns);
    }
  }

  private static boolean hasNames(
      List<String> first, @Nullable List<String> second, FirstLine firstLine) {
    boolean isOneWord =
        first.size() == 1 && (second == null || second.stream().noneMatch(ComplexCells::isNumber));
    return firstLine.hasNames(first, second) && !(firstLine == FirstLine.UNKNOWN && isOneWord);
  }

  private @Nullable List<String> next() throws IOException {
    List<String> line = rows.next();
    return line == null ? null : line.stream().map(String::strip).toList();
  }

  private void add(List<String> line, long number, Columns columns) throws TextException {
    if (line.size() < columns.width()) {
      throw new TextException(
          "line %d: %d %s, expected %d or more"
              .formatted(
                  number, line.size(), line.size() == 1 ? "cell" : "cells", columns.width()));
    }
    cells.add(line.get(columns.place(0)));
  }
}
