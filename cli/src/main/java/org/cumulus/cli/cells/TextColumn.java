package org.cumulus.cli.cells;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.cumulus.cli.text.ColumnChoiceException;
import org.cumulus.cli.text.DecimalNumber;
import org.cumulus.cli.text.FirstLine;
import org.cumulus.cli.text.NumberStyle;
import org.cumulus.cli.text.TableRows;
import org.cumulus.cli.text.TextException;
import org.cumulus.cli.text.TextFormat;
import org.cumulus.cli.text.TextKind;
import org.cumulus.cli.text.TextRow;
import org.jspecify.annotations.Nullable;

/** Reads one column of a text as keys: by their values if all are numbers, else as they stand. */
public final class TextColumn {
  private TextColumn() {}

  /**
   * The keys of a column. Those of numbers of one value are equal: 1, 01, 1.0 and 1e0; no digit of
   * a number is lost.
   *
   * <p>The first line is a header, and passed over, if the column is named by it, or if it is
   * {@linkplain FirstLine said} or found to be one. A column of nothing but words has none.
   *
   * @param column its name or its number, from 1; null for the only one
   * @throws TextException if there are no lines, if one has another number of cells, or if there
   *     are several columns to choose from
   * @throws ColumnChoiceException if the column is not there
   */
  public static List<String> readKeys(
      BufferedReader text, TextKind kind, TextFormat format, @Nullable String column)
      throws IOException {
    TableRows table =
        new TableRows(text, kind, format, column == null ? null : List.of(column), true);
    if (column == null && table.columns().count() > 1) {
      throw new TextException(
          table.columns().count() + " columns, expected one, as in FILE:COLUMN");
    }
    List<String> cells = new ArrayList<>();
    for (TextRow row = table.next(); row != null; row = table.next()) {
      String cell = row.cells().get(table.columns().place(0));
      if (cell.indexOf('\uFFFD') >= 0) {
        // All that cannot be decoded looks the same, and would be one key.
        throw new TextException(
            "line %d: '%s' is not UTF-8, which texts are read as".formatted(row.line(), cell));
      }
      cells.add(cell);
    }
    List<String> values = values(cells, format.numbers());
    return values == null ? cells : values;
  }

  /** The numbers, each value written in one way; null if not all are numbers. */
  private static @Nullable List<String> values(List<String> cells, NumberStyle style) {
    List<String> values = new ArrayList<>(cells.size());
    try {
      for (String cell : cells) {
        values.add(value(style.plain(cell)));
      }
      return values;
    } catch (ArithmeticException | NumberFormatException notOne) {
      return null;
    }
  }

  private static String value(String number) {
    double rounded = DecimalNumber.parse(number); // Java's other parsers take more.
    if (number.chars().noneMatch(c -> c >= '0' && c <= '9')) {
      return Double.toString(rounded);
    }
    BigDecimal exact = new BigDecimal(number);
    return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toString();
  }
}
