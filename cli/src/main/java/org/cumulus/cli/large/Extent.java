package org.cumulus.cli.large;

import org.cumulus.npy.NpyHeader;

/** An array in a file, seen around one axis. */
record Extent(NpyHeader header, FileLines lines) {
  /** How many bytes a chunk has. */
  long bytes(Chunk chunk) {
    return chunk.size() * itemSize();
  }

  /** How many bytes lie side by side in the file. */
  long rowBytes(Chunk chunk) {
    return bytes(chunk) / chunk.rows(lines);
  }

  /** Where in the file one of the rows of a chunk begins. */
  long position(Chunk chunk, long row) {
    return chunk.position(lines, row) * itemSize();
  }

  /** The index in the array of an element, however the array lies in the file. */
  long[] index(long block, long step, long lane) {
    long[] shape = header.shape();
    long[] index = new long[shape.length];
    long rest = lines.position(block, step, lane);
    for (int i = 0; i < shape.length; i++) {
      int axis = header.fortranOrder() ? i : shape.length - 1 - i;
      index[axis] = rest % shape[axis];
      rest /= shape[axis];
    }
    return index;
  }

  private int itemSize() {
    return header.dtype().itemSize();
  }
}
