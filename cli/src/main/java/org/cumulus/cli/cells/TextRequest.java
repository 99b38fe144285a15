package org.cumulus.cli.cells;

import java.util.List;
import org.cumulus.DType;
import org.cumulus.cli.text.TextFormat;
import org.jspecify.annotations.Nullable;

/**
 * What to read of a text, and as what.
 *
 * @param dtype the dtype to compute in; null for one that holds all numbers
 * @param columns names or numbers, from 1, of the columns to read; null for all
 * @param format how it is written
 * @param missing what becomes of cells that have no value
 */
public record TextRequest(
    @Nullable DType dtype,
    @Nullable List<String> columns,
    TextFormat format,
    MissingCells missing) {
  /** All columns, as they are found, for a dtype; null for one that holds all numbers. */
  public static TextRequest of(@Nullable DType dtype) {
    return new TextRequest(dtype, null, TextFormat.UNKNOWN, MissingCells.REFUSED);
  }

  /** Whether some columns are to be read, and not whatever there is. */
  public boolean choosesColumns() {
    return columns != null;
  }
}
