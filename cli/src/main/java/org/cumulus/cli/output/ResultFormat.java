package org.cumulus.cli.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cumulus.NDArray;
import org.cumulus.cli.cells.CsvText;
import org.cumulus.cli.console.Console;
import org.cumulus.cli.console.UsageException;
import org.cumulus.cli.large.CsvFile;
import org.cumulus.npy.Npy;

/** How a result is printed. */
public enum ResultFormat {
  /** As NumPy's {@code print}: rounded, and shortened if it is long. */
  NUMPY {
    @Override
    public void print(NDArray array, Console console) {
      console.out().println(array);
    }
  },
  /** As comma-separated values: all elements with all their digits. */
  CSV {
    @Override
    public void checkDimensions(int dimensions) {
      try {
        CsvText.checkDimensions(dimensions);
      } catch (IllegalArgumentException noTable) {
        throw new UsageException("--format csv: " + noTable.getMessage());
      }
    }

    @Override
    public void print(NDArray array, Console console) throws IOException {
      CsvText.write(array, console.out());
    }

    @Override
    public void printFile(Path file, Console console) throws IOException {
      CsvFile.write(file, console.out());
    }
  },
  /** As the bytes of an {@code .npy} file. */
  NPY {
    @Override
    public void print(NDArray array, Console console) throws IOException {
      OutputStream out = new BufferedOutputStream(console.bytes(), 1 << 16);
      Npy.write(out, array);
      out.flush();
    }

    @Override
    public void printFile(Path file, Console console) throws IOException {
      Files.copy(file, console.bytes());
    }
  };

  public abstract void print(NDArray array, Console console) throws IOException;

  /** Prints an {@code .npy} file, and has no more of it in memory than that takes. */
  public void printFile(Path file, Console console) throws IOException {
    print(Npy.map(file), console);
  }

  /**
   * Checks that an array of so many dimensions can be printed.
   *
   * @throws UsageException if not
   */
  public void checkDimensions(int dimensions) {}
}
