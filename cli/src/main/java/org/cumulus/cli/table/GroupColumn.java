package org.cumulus.cli.table;

import java.util.Locale;
import org.cumulus.cli.table.rows.RowException;
import org.jspecify.annotations.Nullable;

/**
 * A column that rows of a group have in common.
 *
 * @param cell the number of its cell among those that are wanted
 * @param part of its dates, which is all that they have in common; null for whole cells
 */
record GroupColumn(int cell, String name, @Nullable Part part) {
  /** What dates such as 2024-12-31 begin with. */
  enum Part {
    YEAR("2024"),
    MONTH("2024-12"),
    DAY("2024-12-31");

    private final String example;

    Part(String example) {
      this.example = example;
    }

    int length() {
      return example.length();
    }
  }

  /** Reads {@code COLUMN} or, where that is not the name of a column, {@code COLUMN:year}. */
  static GroupColumn of(String text, Columns columns) throws ColumnException {
    int colon = text.lastIndexOf(':');
    if (colon >= 0 && !columns.isName(text)) {
      for (Part part : Part.values()) {
        if (text.substring(colon + 1).equals(part.name().toLowerCase(Locale.ROOT))) {
          String name = text.substring(0, colon);
          return new GroupColumn(columns.cell(name), name, part);
        }
      }
    }
    return new GroupColumn(columns.cell(text), text, null);
  }

  /** Adds what the rows of a group have in common to their key. */
  void addTo(Key key, CurrentRow row) throws RowException {
    if (part == null || row.isMissing(cell)) {
      row.addTo(key, cell);
      return;
    }
    byte[] text = row.text(cell);
    if (!isDate(text)) {
      throw new RowException(
          row.line(),
          "column '%s': %s, expected a date such as 2024-12-31"
              .formatted(name, row.batch().written(row.row(), cell)));
    }
    key.add(text, 0, part.length());
  }

  /** Whether a text begins with a date, which nothing but a time may follow. */
  private static boolean isDate(byte[] text) {
    int length = Part.DAY.length();
    if (text.length < length
        || (text.length > length && text[length] != 'T' && text[length] != ' ')) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      boolean isDigit = text[i] >= '0' && text[i] <= '9';
      if ((i == 4 || i == 7) ? text[i] != '-' : !isDigit) {
        return false;
      }
    }
    return true;
  }
}
