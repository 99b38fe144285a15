package org.cumulus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
    if (input instanceof Input.Stored(Path file, _)
        && Files.exists(path)
        && Files.isSameFile(file, path)) {
      throw new UsageException(path + ": the input itself, expected another file for the output");
    }
  }

  /** Writes beside the file and moves it into place. */
  void write(NDArray array) throws IOException {
    Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
    Path beside = null;
    try {
      beside =
          target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid());
      Npy.write(beside, array);
      Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | IllegalArgumentException failure) {
      throw new DataException(path.toString(), failure);
    } finally {
      if (beside != null) {
        Files.deleteIfExists(beside);
      }
    }
  }
}
