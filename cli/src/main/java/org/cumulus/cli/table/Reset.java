package org.cumulus.cli.table;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.cumulus.cli.table.rows.RowException;
import org.jspecify.annotations.Nullable;

/**
 * Where totals start anew: at rows whose cell has a value or, if that is null, says that it is
 * true.
 */
record Reset(int cell, String name, @Nullable String value) {
  /** The reset of {@code COLUMN} or {@code COLUMN=VALUE}. */
  static Reset of(String text, Columns columns) throws ColumnException {
    int equals = columns.isName(text) ? -1 : text.indexOf('=');
    if (equals < 0) {
      return new Reset(columns.cell(text), text, null);
    }
    String name = text.substring(0, equals);
    return new Reset(columns.cell(name), name, text.substring(equals + 1));
  }

  boolean isAt(CurrentRow row) throws RowException {
    if (value != null) {
      return row.isMissing(cell)
          ? value.isEmpty()
          : new String(row.text(cell), StandardCharsets.UTF_8).equals(value);
    }
    if (row.isMissing(cell)) {
      return false;
    }
    String flag = new String(row.text(cell), StandardCharsets.UTF_8).strip();
    return switch (flag.toLowerCase(Locale.ROOT)) {
      case "1", "true", "t", "yes", "y" -> true;
      case "0", "false", "f", "no", "n" -> false;
      default ->
          throw new RowException(
              row.line(),
              "column '%s': %s is not a flag, expected true or false (or --reset-when %s=VALUE)"
                  .formatted(name, row.batch().written(row.row(), cell), name));
    };
  }
}
