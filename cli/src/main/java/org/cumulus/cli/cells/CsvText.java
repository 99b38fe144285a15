package org.cumulus.cli.cells;

import java.io.IOException;
import org.cumulus.ArrayFormat;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.NDArray;

/**
 * Arrays as comma-separated values: a line for each element of an array of one dimension, for each
 * row of one of two. Every number has as many digits as tell it from its neighbours in its dtype,
 * and no more, so that reading it back gives the same bits.
 *
 * {@snippet :
 * CsvText.write(NDArray.of(new double[][] {{0.1, 2}, {1e300, Double.NaN}}), System.out);
 * // 0.1,2.0
 * // 1e+300,nan
 * }
 */
public final class CsvText {
  private CsvText() {}

  /**
   * Checks that an array of so many dimensions is a table.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static void checkDimensions(int dimensions) {
    if (dimensions > 2) {
      throw new IllegalArgumentException(
          "CSV holds one or two dimensions, and this array has " + dimensions);
    }
  }

  /**
   * Writes all elements of an array, which may be larger than memory if it is mapped.
   *
   * @throws IllegalArgumentException if it has more than two dimensions
   */
  public static void write(NDArray array, Appendable out) throws IOException {
    checkDimensions(array.ndim());
    NDArray table = array.ndim() == 2 ? array : array.reshape(array.size(), 1);
    for (long row = 0; row < table.shape()[0]; row++) {
      for (long column = 0; column < table.shape()[1]; column++) {
        out.append(column == 0 ? "" : ",").append(cell(table, row, column));
      }
      out.append('\n');
    }
  }

  private static String cell(NDArray table, long row, long column) {
    DType dtype = table.dtype();
    if (dtype.kind() == Kind.TIMEDELTA64) {
      // The column has one unit; written to every cell it would make no number of any.
      long ticks = table.getLong(row, column);
      return ticks == Long.MIN_VALUE ? "NaT" : Long.toString(ticks);
    }
    return ArrayFormat.scalar(table.get(row, column), dtype);
  }
}
