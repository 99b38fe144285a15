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
 * @param saturates whether an integer beyond the bounds of the dtype is read as the nearer bound;
 *     it is refused if not
 */
public record TextRequest(
    @Nullable DType dtype,
    @Nullable List<String> columns,
    TextFormat format,
    MissingCells missing,
    boolean saturates) {
  /** Integers beyond the bounds of the dtype are refused. */
  public TextRequest(
      @Nullable DType dtype,
      @Nullable List<String> columns,
      TextFormat format,
      MissingCells missing) {
    this(dtype, columns, format, missing, false);
  }

  /** All columns, as they are found, for a dtype; null for one that holds all numbers. */
  public static TextRequest of(@Nullable DType dtype) {
    return new TextRequest(dtype, null, TextFormat.UNKNOWN, MissingCells.REFUSED);
  }

  /** The same, with integers beyond the bounds of the dtype as the bounds. */
  public TextRequest saturating() {
    return new TextRequest(dtype, columns, format, missing, true);
  }

  /** Whether some columns are to be read, and not whatever there is. */
  public boolean choosesColumns() {
    return columns != null;
  }
}
