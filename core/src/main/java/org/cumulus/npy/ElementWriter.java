package org.cumulus.npy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.Optional;
import org.cumulus.DType.Kind;
import org.cumulus.NDArray;
import org.cumulus.internal.memory.MappedFiles;

/** Writes an array as NumPy does: header, then the elements, through one small buffer. */
final class ElementWriter {
  private static final int BUFFER_BYTES = 1 << 16;

  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER_BYTES];

  private ElementWriter(OutputStream out) {
    this.out = out;
  }

  /** An array-like as an array, without a copy where its elements are those of an array. */
  static NDArray array(Object arrayLike) {
    return switch (Objects.requireNonNull(arrayLike, "arrayLike")) {
      case NDArray array -> array;
      case int[] _, long[] _, float[] _, double[] _ -> NDArray.wrap(arrayLike);
      default -> NDArray.of(arrayLike);
    };
  }

  /**
   * The header of an array: in Fortran order if its elements lie so, and not in C order as well.
   *
   * @throws IllegalArgumentException if the elements are objects
   */
  static NpyHeader header(NDArray array) {
    if (array.dtype().kind() == Kind.OBJECT) {
      throw new IllegalArgumentException(
          "an array of objects cannot be saved: the format has only Python's pickles for them; cast"
              + " it first, as in astype(DType.FLOAT64)");
    }
    boolean fortranOrder = array.isFContiguous() && !array.isCContiguous();
    return NpyHeader.of(array.dtype(), fortranOrder, array.shape());
  }

  static void write(NDArray array, OutputStream out) throws IOException {
    NpyHeader header = header(array);
    out.write(header.toBytes());
    try {
      new ElementWriter(out).elements(header.fortranOrder() ? array.transpose() : array);
    } catch (UncheckedIOException lost) {
      throw lost.getCause();
    }
  }

  private void elements(NDArray array) throws IOException {
    Optional<MemorySegment> memory = array.memory();
    if (memory.isPresent()) {
      copy(memory.get());
    } else {
      gather(array);
    }
  }

  private void copy(MemorySegment memory) throws IOException {
    for (long at = 0; at < memory.byteSize(); at += buffer.length) {
      int length = (int) Math.min(buffer.length, memory.byteSize() - at);
      try {
        MemorySegment.copy(memory, at, MemorySegment.ofArray(buffer), 0, length);
      } catch (InternalError fault) {
        throw MappedFiles.told(fault, memory);
      }
      out.write(buffer, 0, length);
    }
  }

  /** Cuts the first axis until the pieces, in C order, fit the buffer. */
  private void gather(NDArray array) throws IOException {
    int room = buffer.length / array.dtype().itemSize();
    if (array.size() <= room) {
      NDArray target =
          NDArray.wrap(MemorySegment.ofArray(buffer), array.dtype(), array.size())
              .reshape(array.shape());
      array.copyTo(target);
      out.write(buffer, 0, (int) array.size() * array.dtype().itemSize());
      return;
    }
    long length = array.shape()[0];
    long rows = Math.max(1, room / (array.size() / length));
    for (long row = 0; row < length; row += rows) {
      long end = Math.min(length, row + rows);
      gather(rows == 1 ? array.select(0, row) : array.slice(row + ":" + end));
    }
  }
}
