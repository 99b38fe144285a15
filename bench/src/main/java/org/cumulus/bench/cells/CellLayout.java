package org.cumulus.bench.cells;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import org.cumulus.NDArray;
import org.cumulus.npy.Npy;

/** How the input of a scan lies in memory. {@code python_worker.py} builds the same. */
public enum CellLayout {
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

  static CellLayout of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** Its name in a cell's. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a scan uses every byte of the cache lines that it touches. */
  public boolean usesWholeCacheLines() {
    return this != STRIDED;
  }

  /** The shape of the array in C order that an input of a cell is a view of. */
  long[] baseShape(Cell cell) {
    long[] shape = cell.dimensions();
    if (this == STRIDED) {
      shape[shape.length - 1] *= 2;
    } else if (this == TRANSPOSED) {
      for (int axis = 0; axis < shape.length; axis++) {
        shape[axis] = cell.shape().get(shape.length - 1 - axis);
      }
    }
    return shape;
  }

  /**
   * The input of a cell.
   *
   * @param base an array in C order
   * @param file the same array in a file, if this is {@link #MAPPED}
   */
  NDArray view(NDArray base, Path file) throws IOException {
    return switch (this) {
      case PLAIN -> base;
      case STRIDED -> base.slice("..., ::2");
      case REVERSED -> base.flip(IntStream.range(0, base.ndim()).toArray());
      case TRANSPOSED -> base.transpose();
      case SWAPPED -> base.astype(base.dtype().withByteOrder(other()));
      case MAPPED -> Npy.map(file);
    };
  }

  private static ByteOrder other() {
    return ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN
        ? ByteOrder.BIG_ENDIAN
        : ByteOrder.LITTLE_ENDIAN;
  }
}
