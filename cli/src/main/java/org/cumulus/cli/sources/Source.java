package org.cumulus.cli.sources;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import org.cumulus.npy.NpyHeader;

/**
 * The elements of an array, as they follow one another in a file. Several threads may read at once,
 * but of a sequential source only one.
 */
public interface Source extends Closeable {
  /** The name of the file, for messages. */
  String name();

  /** Dtype, shape and order of the elements. */
  NpyHeader header();

  /** Whether elements can only be read one after the other, and once. */
  boolean isSequential();

  /**
   * Reads elements.
   *
   * @param position the place of the first byte, from the first byte of the first element on; of a
   *     sequential source not before what has been read
   * @param target is filled
   * @throws IOException if reading fails, or there are not as many elements as the header says
   */
  void read(long position, MemorySegment target) throws IOException;

  /** What a reader says whose source is at its end too early. */
  static IOException ended(NpyHeader header, long bytes) {
    return new IOException(
        "EOF: reading array data, expected %d bytes got %d".formatted(header.byteSize(), bytes));
  }
}
