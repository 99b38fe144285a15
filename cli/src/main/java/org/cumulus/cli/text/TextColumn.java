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
   * <p>The first line is a header, and passed over, if the column is named by it, or if no cell of
   * it is a number, but there are several columns, or the next line has a number.
   *
   * @param column its name or its number, from 1; null for the only one
   * @throws TextException if there are no lines, if one lacks the column, or if there are several
   *     columns to choose from
   * @throws ColumnException if the column is not there
   */
  public static List<String> read(BufferedReader text, Delimiter delimiter, @Nullable String column)
      throws IOException {
    TextColumn reading = new TextColumn(delimiter.rows(text));
    reading.read(column);
    return reading.cells;
  }

  private void read(@Nullable String column) throws IOException {
    List<String> first = next();
    if (first == null) {
      throw new TextException("nothing in it");
    }
    if (column == null && first.size() > 1) {
      throw new TextException(first.size() + " columns in it, expected one, as FILE:COLUMN");
    }
    Columns columns = column == null ? Columns.all(1) : Columns.of(List.of(column), first);
    List<String> line = next();
    boolean hasNumberNext = line != null && line.stream().anyMatch(ComplexCells::isNumber);
    boolean isHeader =
        columns.areNamed()
            || (first.stream().noneMatch(ComplexCells::isNumber)
                && (first.size() > 1 || hasNumberNext));
    if (!isHeader) {
      add(first, columns);
    }
    for (; line != null; line = next()) {
      add(line, columns);
    }
  }

  private @Nullable List<String> next() throws IOException {
    List<String> line = rows.next();
    return line == null ? null : line.stream().map(String::strip).toList();
  }

  private void add(List<String> line, Columns columns) throws TextException {
    if (line.size() < columns.width()) {
      throw new TextException(
          "line %d: %d %s, expected %d or more"
              .formatted(
                  rows.line(), line.size(), line.size() == 1 ? "cell" : "cells", columns.width()));
    }
    cells.add(line.get(columns.place(0)));
  }
}
