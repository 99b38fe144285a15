package org.cumulus.npy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.cumulus.DType;
import org.cumulus.NDArray;

/**
 * What stands before the elements of an array in a {@code .npy} file: dtype, shape, and which axis
 * varies fastest.
 *
 * {@snippet :
 * NpyHeader header = NpyHeader.read(Path.of("samples.npy"));   // does not touch the elements
 * header.dtype();                                              // float32
 * header.shape();                                              // {1000, 3}
 * header.byteSize();                                           // 12000
 * }
 *
 * <p>Headers never change and can be shared between threads.
 */
public final class NpyHeader {
  /** How many dimensions NumPy's arrays can have. */
  private static final int MOST_DIMENSIONS = 64;

  private final DType dtype;
  private final boolean fortranOrder;
  private final long[] shape;
  private final long byteSize;
  private final int dataOffset;

  private NpyHeader(
      DType dtype, boolean fortranOrder, long[] shape, long byteSize, int dataOffset) {
    this.dtype = dtype;
    this.fortranOrder = fortranOrder;
    this.shape = shape;
    this.byteSize = byteSize;
    this.dataOffset = dataOffset;
  }

  /**
   * The header that NumPy writes before such elements.
   *
   * @param fortranOrder whether the first axis varies fastest, else the last
   * @throws IllegalArgumentException if a dimension is negative, there are more than 64, or the
   *     array would have 2<sup>63</sup> bytes or more
   */
  public static NpyHeader of(DType dtype, boolean fortranOrder, long... shape) {
    Objects.requireNonNull(dtype, "dtype");
    Objects.requireNonNull(shape, "shape");
    long[] dimensions = shape.clone();
    long byteSize = checkedByteSize(dtype, dimensions);
    int dataOffset = HeaderText.of(dtype, fortranOrder, dimensions).length;
    return new NpyHeader(dtype, fortranOrder, dimensions, byteSize, dataOffset);
  }

  /**
   * Reads the header of a file, and nothing else of it.
   *
   * @throws NpyFormatException if it is not a header, or its dtype is not supported
   */
  public static NpyHeader read(Path path) throws IOException {
    Objects.requireNonNull(path, "path");
    try (InputStream in = Files.newInputStream(path)) {
      return Reading.naming(path, () -> read(in));
    }
  }

  /**
   * Reads a header and leaves the stream where the elements begin.
   *
   * @throws NpyFormatException if it is not a header, or its dtype is not supported
   * @throws java.io.EOFException if the stream is at its end already
   */
  public static NpyHeader read(InputStream in) throws IOException {
    Objects.requireNonNull(in, "in");
    HeaderFields fields = HeaderReader.read(in);
    try {
      return of(fields.dtype(), fields.fortranOrder(), fields.shape())
          .withDataOffset(fields.dataOffset());
    } catch (IllegalArgumentException impossible) {
      throw new NpyFormatException(
          Objects.requireNonNullElse(impossible.getMessage(), "not supported"), impossible);
    }
  }

  /** The same header, in a file that has it in another spacing. */
  private NpyHeader withDataOffset(int offset) {
    return new NpyHeader(dtype, fortranOrder, shape, byteSize, offset);
  }

  /**
   * NumPy counts a dimension of 0 as 1 here, so strides never overflow.
   *
   * @throws IllegalArgumentException with NumPy's text
   */
  private static long checkedByteSize(DType dtype, long[] shape) {
    if (shape.length > MOST_DIMENSIONS) {
      throw new IllegalArgumentException(
          "maximum supported dimension for an ndarray is currently "
              + MOST_DIMENSIONS
              + ", found "
              + shape.length);
    }
    long product = dtype.itemSize();
    boolean empty = false;
    boolean tooBig = false;
    for (long length : shape) {
      if (length < 0) {
        throw new IllegalArgumentException("negative dimensions are not allowed");
      }
      empty |= length == 0;
      long factor = Math.max(length, 1);
      tooBig |= Math.multiplyHigh(product, factor) != 0 || product * factor < 0;
      product *= factor;
    }
    if (tooBig) {
      throw new IllegalArgumentException(
          "array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible"
              + " size.");
    }
    return empty ? 0 : product;
  }

  /** The type of the elements, in the byte order of the file. */
  public DType dtype() {
    return dtype;
  }

  /** Whether the first axis varies fastest from element to element, else the last. */
  public boolean fortranOrder() {
    return fortranOrder;
  }

  /** The dimensions; a copy. */
  public long[] shape() {
    return shape.clone();
  }

  /** How many elements follow. */
  public long size() {
    return byteSize / dtype.itemSize();
  }

  /** How many bytes the elements take. */
  public long byteSize() {
    return byteSize;
  }

  /** How many bytes the header takes, up to the first element. */
  public int dataOffset() {
    return dataOffset;
  }

  /** The bytes that NumPy writes for this header, as long as it is NumPy's own spacing. */
  public byte[] toBytes() {
    return HeaderText.of(dtype, fortranOrder, shape);
  }

  /** Gives elements, as they follow one another in the file, their shape. */
  NDArray arrange(NDArray elements) {
    return fortranOrder ? elements.reshape(reversedShape()).transpose() : elements.reshape(shape);
  }

  private long[] reversedShape() {
    long[] reversed = new long[shape.length];
    for (int axis = 0; axis < shape.length; axis++) {
      reversed[axis] = shape[shape.length - 1 - axis];
    }
    return reversed;
  }

  /** The header as NumPy's dictionary. */
  @Override
  public String toString() {
    return HeaderText.dictionary(dtype, fortranOrder, shape);
  }
}
