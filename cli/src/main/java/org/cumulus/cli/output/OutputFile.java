package org.cumulus.cli.output;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cumulus.NDArray;
import org.cumulus.cli.cells.CsvText;
import org.cumulus.cli.console.DataException;
import org.cumulus.cli.console.UsageException;
import org.cumulus.cli.files.FileException;
import org.cumulus.cli.files.Output;
import org.cumulus.cli.input.FileFormat;
import org.cumulus.cli.input.Input;
import org.cumulus.npy.Npy;

/** The file that a result goes to: whole, or not at all. */
public record OutputFile(Path path) {
  /**
   * Checks, before anything is computed, that the name will do.
   *
   * @throws UsageException if it will not
   */
  public OutputFile {
    FileFormat format = FileFormat.ofName(path.toString());
    if (format != FileFormat.NPY && format != FileFormat.CSV) {
      throw new UsageException(
          path + ": expected the name of an output file to end in .npy or .csv");
    }
    if (Files.isDirectory(path)) {
      throw new UsageException(path + ": a directory, expected the name of a file");
    }
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new UsageException(path + ": no such directory: " + folder);
    }
  }

  /** Whether the result is written as text. */
  public boolean isText() {
    return FileFormat.ofName(path.toString()) == FileFormat.CSV;
  }

  /**
   * Checks, before anything is computed, that an array of so many dimensions can be written.
   *
   * @throws UsageException if not
   */
  public void checkDimensions(int dimensions) {
    try {
      if (isText()) {
        CsvText.checkDimensions(dimensions);
      }
    } catch (IllegalArgumentException noTable) {
      throw new UsageException(path + ": " + noTable.getMessage());
    }
  }

  /** Refuses to write over the input. */
  public void checkIsNot(Input input) throws IOException {
    if (is(input)) {
      throw new UsageException(
          path + ": the input itself, expected another file for the output, or --in-place");
    }
  }

  /** Whether this is the input, maybe by another name. */
  public boolean is(Input input) throws IOException {
    return input instanceof Input.Stored(Path file, _)
        && Files.exists(path)
        && Files.isSameFile(file, path);
  }

  /** Writes the file in one step: before it, the name stands for what it stood for. */
  public void write(NDArray array) throws IOException {
    write(array, () -> {});
  }

  /** Writes the file, if something holds. */
  public void write(NDArray array, Output.Condition condition) throws IOException {
    try {
      Output.write(
          path,
          out -> {
            if (isText()) {
              Writer text = new BufferedWriter(new OutputStreamWriter(out, US_ASCII), 1 << 16);
              CsvText.write(array, text);
              text.flush();
            } else {
              Npy.write(out, array);
            }
          },
          condition);
    } catch (FileException named) {
      throw named;
    } catch (IOException | IllegalArgumentException failure) {
      throw new DataException(path.toString(), failure);
    }
  }
}
