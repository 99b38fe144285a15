package org.cumulus.cli.text;

import java.util.List;
import org.cumulus.DType;
import org.jspecify.annotations.Nullable;

/**
 * What to read of a text, and as what.
 *
 * @param dtype the dtype to compute in; null for float64
 * @param columns names or numbers, from 1, of the columns to read; null for all
 * @param firstLine whether it has names in it
 * @param missing what becomes of cells that have no value
 */
public record TextRequest(
    @Nullable DType dtype,
    @Nullable List<String> columns,
    FirstLine firstLine,
    MissingCells missing) {
  /** All columns, as they are found, for a dtype; null for float64. */
  public static TextRequest of(@Nullable DType dtype) {
    return new TextRequest(dtype, null, FirstLine.UNKNOWN, MissingCells.REFUSED);
  }

  /** Whether some columns are to be read, and not whatever there is. */
  public boolean choosesColumns() {
    return columns != null;
  }
}
