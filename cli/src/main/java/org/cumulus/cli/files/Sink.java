package org.cumulus.cli.files;

import java.io.IOException;
import java.lang.foreign.MemorySegment;

/** Where the elements of an array go. Several threads may write at once. */
public interface Sink {
  /** The name of the file, for messages. */
  String name();

  /** Writes bytes at a place, counted from the first byte of the first element on. */
  void write(long position, MemorySegment bytes) throws IOException;

  /** Returns when all that was written would survive the loss of power. */
  void force() throws IOException;
}
