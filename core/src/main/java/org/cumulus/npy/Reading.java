package org.cumulus.npy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.FileSystemException;

/** Something that reads a file. */
@FunctionalInterface
interface Reading<T> {
  T run() throws IOException;

  /** Puts the name of the file before what is wrong with it. */
  static <T> T naming(Object file, Reading<T> reading) throws IOException {
    try {
      return reading.run();
    } catch (NpyFormatException | EOFException complaint) {
      throw NpyFormatException.in(file, complaint);
    } catch (FileSystemException named) {
      throw named;
    } catch (IOException failure) {
      throw new IOException(file + ": " + failure.getMessage(), failure);
    }
  }
}
