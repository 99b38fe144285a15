package org.cumulus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cumulus.NDArray;
import org.cumulus.npy.Npy;

/** The file that a result goes to: whole, or not at all. */
record OutputFile(Path path) {
  /**
   * Checks, before anything is computed, that the name will do.
   *
   * @throws UsageException if it will not
   */
  OutputFile {
    if (FileFormat.ofName(path.toString()) != FileFormat.NPY) {
      throw new UsageException(path + ": expected the name of an output file to end in .npy");
    }
    if (Files.isDirectory(path)) {
      throw new UsageException(path + ": a directory, expected the name of a file");
    }
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new UsageException(path + ": no such directory: " + folder);
    }
  }

  /** Refuses to write over the input. */
  void checkIsNot(Input input) throws IOException {
    if (is(input)) {
      throw new UsageException(
          path + ": the input itself, expected another file for the output, or --in-place");
    }
  }

  /** Whether this is the input, maybe by another name. */
  boolean is(Input input) throws IOException {
    return input instanceof Input.Stored(Path file, _)
        && Files.exists(path)
        && Files.isSameFile(file, path);
  }

  /** Writes the file in one step: before it, the name stands for what it stood for. */
  void write(NDArray array) throws IOException {
    try {
      Npy.write(path, array);
    } catch (IOException | IllegalArgumentException failure) {
      throw new DataException(path.toString(), failure);
    }
  }
}
