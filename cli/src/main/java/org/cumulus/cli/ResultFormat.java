package org.cumulus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import org.cumulus.NDArray;
import org.cumulus.cli.text.CsvText;

/** How a result is printed. */
enum ResultFormat {
  /** As NumPy's {@code print}: rounded, and shortened if it is long. */
  NUMPY {
    @Override
    void print(NDArray array, PrintWriter out) {
      out.println(array);
    }
  },
  /** As comma-separated values: all elements with all their digits. */
  CSV {
    @Override
    void checkDimensions(int dimensions) {
      try {
        CsvText.checkDimensions(dimensions);
      } catch (IllegalArgumentException noTable) {
        throw new UsageException("--format csv: " + noTable.getMessage());
      }
    }

    @Override
    void print(NDArray array, PrintWriter out) throws IOException {
      CsvText.write(array, out);
    }
  };

  abstract void print(NDArray array, PrintWriter out) throws IOException;

  /**
   * Checks that an array of so many dimensions can be printed.
   *
   * @throws UsageException if not
   */
  void checkDimensions(int dimensions) {}
}
