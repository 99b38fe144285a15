package org.cumulus.bench.contestants;

import java.util.Arrays;
import org.cumulus.DType;
import org.cumulus.bench.cells.Cell;

/**
 * What the JDK itself offers: {@link Arrays#parallelPrefix(double[], int, int,
 * java.util.function.DoubleBinaryOperator)}, line by line and in place. It knows neither axes nor
 * casts, and its order of additions is not NumPy's.
 */
final class ParallelPrefix {
  private ParallelPrefix() {}

  static boolean canDo(Cell cell) {
    return cell.isAlongLines()
        && cell.isPlain()
        && (cell.dtype().equals(DType.FLOAT64) || cell.dtype().equals(DType.INT64));
  }

  /** The call for a cell that it can do. */
  static Call of(Cell cell) {
    int line = cell.lineLength();
    // Zeros, so that the values stay what they are however often they are summed in place.
    if (cell.dtype().equals(DType.FLOAT64)) {
      double[] sums = new double[cell.size()];
      return () -> {
        for (int from = 0; from < sums.length; from += line) {
          Arrays.parallelPrefix(sums, from, from + line, Double::sum);
        }
        return sums;
      };
    }
    long[] sums = new long[cell.size()];
    return () -> {
      for (int from = 0; from < sums.length; from += line) {
        Arrays.parallelPrefix(sums, from, from + line, Long::sum);
      }
      return sums;
    };
  }
}
