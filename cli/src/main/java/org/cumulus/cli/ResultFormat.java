package org.cumulus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.cumulus.NDArray;
import org.cumulus.cli.files.CsvFile;
import org.cumulus.cli.text.CsvText;
import org.cumulus.npy.Npy;

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

    @Override
    void printFile(Path file, PrintWriter out) throws IOException {
      CsvFile.write(file, out);
    }
  };

  abstract void print(NDArray array, PrintWriter out) throws IOException;

  /** Prints an {@code .npy} file, and has no more of it in memory than that takes. */
  void printFile(Path file, PrintWriter out) throws IOException {
    print(Npy.map(file), out);
  }

  /**
   * Checks that an array of so many dimensions can be printed.
   *
   * @throws UsageException if not
   */
  void checkDimensions(int dimensions) {}
}
