package org.cumulus.internal.memory;

import java.util.Arrays;
import org.cumulus.DType;
import org.jspecify.annotations.Nullable;

/**
 * A window on memory: what {@link org.cumulus.NDArray} is underneath. Element {@code (i, j, …)}
 * stands {@code offset + i * strides[0] + j * strides[1] + …} bytes into the memory. Nothing here
 * copies.
 *
 * <p>The arrays of shape and strides are never changed after construction, and never handed out.
 */
@SuppressWarnings("ArrayRecordComponent") // Views are never compared.
public record View(
    DType dtype, Memory memory, long offset, long[] shape, long[] strides, boolean readOnly) {

  /** A view of the whole memory in C order. */
  public static View contiguous(DType dtype, Memory memory, long[] shape) {
    return new View(
        dtype, memory, 0, shape, Strides.contiguous(shape, dtype.itemSize()), memory.isReadOnly());
  }

  public int ndim() {
    return shape.length;
  }

  public long size() {
    return Strides.size(shape);
  }

  public boolean isCContiguous() {
    return Strides.isContiguous(shape, strides, dtype.itemSize());
  }

  public boolean isFContiguous() {
    return Strides.isContiguous(
        Strides.reversed(shape), Strides.reversed(strides), dtype.itemSize());
  }

  /** The position of an element; each index must be within its dimension. */
  public long position(long... index) {
    long position = offset;
    for (int axis = 0; axis < index.length; axis++) {
      position += index[axis] * strides[axis];
    }
    return position;
  }

  public View asReadOnly() {
    return readOnly ? this : new View(dtype, memory, offset, shape, strides, true);
  }

  /** The same memory seen through other dimensions. */
  View with(long newOffset, long[] newShape, long[] newStrides) {
    return new View(dtype, memory, newOffset, newShape, newStrides, readOnly);
  }

  /** The same bytes seen as another dtype; the caller has made sure that they fit. */
  public View as(DType other, long newOffset) {
    return new View(other, memory, newOffset, shape, strides, readOnly);
  }

  /** The same view of other memory, in which everything stands some bytes further. */
  public View on(Memory other, long shift) {
    return new View(dtype, other, offset + shift, shape, strides, other.isReadOnly());
  }

  /** Permutes the axes; {@code axes} is a permutation of {@code 0 … ndim-1}. */
  public View transpose(int... axes) {
    long[] newShape = new long[axes.length];
    long[] newStrides = new long[axes.length];
    for (int i = 0; i < axes.length; i++) {
      newShape[i] = shape[axes[i]];
      newStrides[i] = strides[axes[i]];
    }
    return with(offset, newShape, newStrides);
  }

  /** Takes {@code count} elements of an axis from {@code start} on, {@code step} apart. */
  public View narrow(int axis, long start, long step, long count) {
    long[] newShape = shape.clone();
    long[] newStrides = strides.clone();
    newShape[axis] = count;
    newStrides[axis] = strides[axis] * step;
    return with(count == 0 ? offset : offset + start * strides[axis], newShape, newStrides);
  }

  /** Runs an axis backwards. */
  public View flip(int axis) {
    return narrow(axis, shape[axis] - 1, -1, shape[axis]);
  }

  /** Fixes the index of one axis, which goes away. */
  public View select(int axis, long index) {
    return with(
        offset + index * strides[axis],
        Strides.without(shape, axis),
        Strides.without(strides, axis));
  }

  /** Puts an axis of length 1 before {@code axis}. */
  public View newAxis(int axis) {
    return with(offset, Strides.inserted(shape, axis, 1), Strides.inserted(strides, axis, 0));
  }

  /**
   * The view in another shape of the same size, or null if its memory has to be copied for that.
   */
  public @Nullable View reshape(long... newShape) {
    long[] newStrides = Strides.reshaped(shape, strides, dtype.itemSize(), newShape);
    return newStrides == null ? null : with(offset, newShape, newStrides);
  }

  /** Repeats dimensions of length 1, and new leading ones, by stride 0; the result is read-only. */
  public View broadcastTo(long... newShape) {
    long[] newStrides = new long[newShape.length];
    int lead = newShape.length - shape.length;
    for (int axis = 0; axis < newShape.length; axis++) {
      boolean stretched = axis < lead || shape[axis - lead] != newShape[axis];
      newStrides[axis] = stretched ? 0 : strides[axis - lead];
    }
    return new View(dtype, memory, offset, newShape, newStrides, true);
  }

  /** Whether the memory that two views reach from their lowest to their highest byte is shared. */
  public boolean overlaps(View other) {
    if (size() == 0 || other.size() == 0) {
      return false;
    }
    return memory.overlaps(lowest(), highest(), other.memory, other.lowest(), other.highest());
  }

  /** Whether two views that overlap have every element at the same place. */
  public boolean coincides(View other) {
    return dtype.itemSize() == other.dtype.itemSize()
        && memory.arrayOffset() + offset == other.memory.arrayOffset() + other.offset
        && Arrays.equals(shape, other.shape)
        && Arrays.equals(strides, other.strides);
  }

  /** Where the lowest byte of an element stands; the view must not be empty. */
  public long lowest() {
    long lowest = offset;
    for (int axis = 0; axis < shape.length; axis++) {
      lowest += Math.min(0, (shape[axis] - 1) * strides[axis]);
    }
    return lowest;
  }

  /** Where the bytes of the elements end; the view must not be empty. */
  public long highest() {
    long highest = offset + dtype.itemSize();
    for (int axis = 0; axis < shape.length; axis++) {
      highest += Math.max(0, (shape[axis] - 1) * strides[axis]);
    }
    return highest;
  }
}
