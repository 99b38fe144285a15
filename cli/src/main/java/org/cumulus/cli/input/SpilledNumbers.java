package org.cumulus.cli.input;

import java.io.OutputStream;
import java.lang.foreign.ValueLayout;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.cli.cells.TextTable;
import org.cumulus.cli.console.UsageException;
import org.cumulus.cli.sources.Source;
import org.cumulus.cli.sources.WidenedSource;
import org.cumulus.npy.NpyHeader;

/**
 * The numbers of a text on their way to a file. Of which dtype they are is only known with the last
 * of them: integers are written as such until the first decimal comes.
 */
final class SpilledNumbers {
  private DType dtype = DType.FLOAT64;
  private long integers;
  private boolean areUnsigned;

  /** Writes numbers as they lie in memory. */
  TextTable.Drain to(OutputStream out) {
    return numbers -> {
      dtype = numbers.dtype();
      NDArray stored = dtype.equals(DType.OBJECT) ? numbers.astype(DType.FLOAT64) : numbers;
      byte[] bytes = stored.memory().orElseThrow().toArray(ValueLayout.JAVA_BYTE);
      if (dtype.equals(DType.INT64) || dtype.equals(DType.UINT64)) {
        integers += bytes.length;
        areUnsigned = dtype.equals(DType.UINT64);
      }
      out.write(bytes);
    };
  }

  /**
   * What the file holds.
   *
   * @throws UsageException if it cannot hold the numbers
   */
  NpyHeader header(long... shape) {
    if (dtype.equals(DType.OBJECT)) {
      throw UsageException.ofLargeInput("a text with integers that neither int64 nor uint64 holds");
    }
    return NpyHeader.of(dtype, false, shape);
  }

  /** The numbers of the file, all of one dtype. */
  Source of(Source file) {
    return dtype.equals(DType.FLOAT64) && integers > 0
        ? new WidenedSource(file, integers, areUnsigned)
        : file;
  }
}
