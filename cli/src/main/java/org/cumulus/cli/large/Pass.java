package org.cumulus.cli.large;

import java.io.IOException;
import java.lang.foreign.MemorySegment;

/**
 * One way through an array from a source to a sink: how it is cut into chunks, and what is done
 * with each.
 */
interface Pass {
  /** What is done, in a word, for whoever waits. */
  String task();

  /** The array as it comes. */
  Extent source();

  /** The array as it goes. */
  Extent target();

  /** The chunks, each of which stands for some elements of the source and some of the target. */
  Schedule schedule();

  /** What is read for a chunk. */
  default Chunk sourceOf(Chunk chunk) {
    return chunk;
  }

  /** What is written for a chunk. */
  default Chunk targetOf(Chunk chunk) {
    return chunk;
  }

  /** The most that is read for a chunk. */
  default Chunk largestSource() {
    return schedule().largest();
  }

  /** The most that is written for a chunk. */
  default Chunk largestTarget() {
    return schedule().largest();
  }

  /**
   * Whether what is done with a chunk depends on the chunks before. If so, chunks are worked on one
   * after the other in the order of the schedule; else several at once, by as many threads.
   */
  default boolean goesOnFromChunkToChunk() {
    return false;
  }

  /** Works on a chunk: {@code in} holds all of its source, {@code out} is filled. */
  void work(Chunk chunk, MemorySegment in, MemorySegment out) throws IOException;

  /** What the chunks to come need to know of those before; empty if nothing. */
  default byte[] snapshot() {
    return new byte[0];
  }

  /** Takes up work that came as far as a {@link #snapshot}, maybe in another process. */
  default void restore(byte[] snapshot) {}
}
