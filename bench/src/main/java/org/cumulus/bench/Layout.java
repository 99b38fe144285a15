package org.cumulus.bench;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Locale;
import org.cumulus.NDArray;
import org.cumulus.npy.Npy;

/** How the input of a scan lies in memory. {@code numpy_worker.py} builds the same. */
public enum Layout {
  /** In C order on the heap. */
  PLAIN,
  /** Every second element along the last axis of a larger array. */
  STRIDED,
  /** Last element first, along every axis. */
  REVERSED,
  /** In Fortran order. */
  TRANSPOSED,
  /** In C order, in the byte order that the CPU does not have. */
  SWAPPED,
  /** In C order, in a file mapped into memory. */
  MAPPED;

  static Layout of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a scan uses every byte of the cache lines that it touches. */
  boolean usesWholeCacheLines() {
    return this != STRIDED;
  }

  /**
   * An input for a cell in this layout.
   *
   * @param file where the elements go if they are to be mapped
   */
  NDArray input(Cell cell, Path file) throws IOException {
    long[] shape = cell.dimensions();
    int[] everyAxis = new int[shape.length];
    for (int axis = 0; axis < shape.length; axis++) {
      everyAxis[axis] = axis;
    }
    return switch (this) {
      case PLAIN -> Values.array(cell.dtype(), shape);
      case STRIDED -> {
        shape[shape.length - 1] *= 2;
        yield Values.array(cell.dtype(), shape).slice("..., ::2");
      }
      case REVERSED -> Values.array(cell.dtype(), shape).flip(everyAxis);
      case TRANSPOSED -> Values.array(cell.dtype(), reversed(shape)).transpose();
      case SWAPPED -> Values.array(cell.dtype(), shape).astype(cell.dtype().withByteOrder(other()));
      case MAPPED -> {
        Npy.write(file, Values.array(cell.dtype(), shape));
        yield Npy.map(file);
      }
    };
  }

  private static long[] reversed(long[] shape) {
    long[] reversed = new long[shape.length];
    for (int axis = 0; axis < shape.length; axis++) {
      reversed[axis] = shape[shape.length - 1 - axis];
    }
    return reversed;
  }

  private static ByteOrder other() {
    return ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN
        ? ByteOrder.BIG_ENDIAN
        : ByteOrder.LITTLE_ENDIAN;
  }
}
