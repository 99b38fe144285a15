package org.cumulus.internal.memory;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cumulus.internal.digits.PythonTuple;
import org.jspecify.annotations.Nullable;

/** Arithmetic on shapes and byte strides. */
public final class Strides {
  private Strides() {}

  /**
   * The number of elements of a shape.
   *
   * @throws IllegalArgumentException if a dimension is negative, or the product does not fit a long
   */
  public static long checkedSize(long[] shape) {
    long size = 1;
    boolean empty = false;
    for (long length : shape) {
      if (length < 0) {
        throw new IllegalArgumentException(
            "negative dimensions are not allowed, got shape " + PythonTuple.of(shape));
      }
      empty |= length == 0;
    }
    for (long length : shape) {
      if (!empty && (Math.multiplyHigh(size, length) != 0 || size * length < 0)) {
        throw new IllegalArgumentException(
            "array is too big: shape " + PythonTuple.of(shape) + " has more than 2^63 elements");
      }
      size = empty ? 0 : size * length;
    }
    return size;
  }

  static long size(long[] shape) {
    long size = 1;
    for (long length : shape) {
      size *= length;
    }
    return size;
  }

  /** The strides of a dense array in C order. */
  public static long[] contiguous(long[] shape, int itemSize) {
    long[] strides = new long[shape.length];
    long stride = itemSize;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= Math.max(shape[axis], 1);
    }
    return strides;
  }

  /**
   * The strides of a dense array whose axes lie in memory in the order of a model's: NumPy's K
   * order. Axes are sorted by the size of the model's stride; where it says nothing, for equal and
   * for zero strides, C order stays. Strides that are the model's are that very array.
   */
  public static long[] keepingOrder(long[] shape, long[] modelStrides, int itemSize) {
    if (isContiguousOnEveryAxis(shape, modelStrides, itemSize)) {
      return modelStrides;
    }
    if (shape.length <= 1) {
      return contiguous(shape, itemSize);
    }
    long[] strides = new long[shape.length];
    long stride = itemSize;
    for (int axis : innermostFirst(shape, modelStrides)) {
      strides[axis] = stride;
      stride *= Math.max(shape[axis], 1);
    }
    return strides;
  }

  /**
   * Axes from the smallest stride to the largest, by an insertion sort that, as NumPy's, passes
   * over a zero stride as if it were equal. Such an order is not transitive, so the algorithm is
   * part of the result and no library's sort will do.
   */
  private static int[] innermostFirst(long[] shape, long[] strides) {
    int ndim = shape.length;
    int[] axes = new int[ndim];
    for (int i = 0; i < ndim; i++) {
      axes[i] = ndim - 1 - i;
    }
    for (int i = 1; i < ndim; i++) {
      int moving = axes[i];
      int to = i;
      for (int j = i - 1; j >= 0; j--) {
        int inner = axes[j];
        boolean silent =
            shape[inner] == 1 || shape[moving] == 1 || strides[inner] == 0 || strides[moving] == 0;
        if (!silent && Math.abs(strides[inner]) <= Math.abs(strides[moving])) {
          break;
        }
        to = silent ? to : j;
      }
      System.arraycopy(axes, to, axes, to + 1, i - to);
      axes[to] = moving;
    }
    return axes;
  }

  /** Whether the strides are those of {@link #contiguous}, also along axes of length 1 and 0. */
  private static boolean isContiguousOnEveryAxis(long[] shape, long[] strides, int itemSize) {
    long expected = itemSize;
    boolean isContiguous = true;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      isContiguous &= strides[axis] == expected;
      expected *= Math.max(shape[axis], 1);
    }
    return isContiguous;
  }

  static boolean isContiguous(long[] shape, long[] strides, int itemSize) {
    long expected = itemSize;
    boolean dense = true;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      if (shape[axis] == 0) {
        return true;
      }
      dense &= shape[axis] == 1 || strides[axis] == expected;
      expected *= shape[axis];
    }
    return dense;
  }

  /**
   * The strides that show the same elements, in C order, in another shape of the same size; null if
   * no strides do. Old and new dimensions are matched in the smallest sets of equal product; within
   * a set the old dimensions must lie end to end.
   */
  static long @Nullable [] reshaped(long[] shape, long[] strides, int itemSize, long[] newShape) {
    if (size(newShape) == 0) {
      return contiguous(newShape, itemSize);
    }
    int[] kept = IntStream.range(0, shape.length).filter(axis -> shape[axis] != 1).toArray();
    long[] newStrides = new long[newShape.length];
    int from = 0;
    int newFrom = 0;
    while (from < kept.length && newFrom < newShape.length) {
      int to = from + 1;
      int newTo = newFrom + 1;
      long product = shape[kept[from]];
      long newProduct = newShape[newFrom];
      while (product != newProduct) {
        if (product < newProduct) {
          product *= shape[kept[to++]];
        } else {
          newProduct *= newShape[newTo++];
        }
      }
      for (int i = from; i < to - 1; i++) {
        if (strides[kept[i]] != strides[kept[i + 1]] * shape[kept[i + 1]]) {
          return null;
        }
      }
      long stride = strides[kept[to - 1]];
      for (int axis = newTo - 1; axis >= newFrom; axis--) {
        newStrides[axis] = stride;
        stride *= newShape[axis];
      }
      from = to;
      newFrom = newTo;
    }
    long last = newFrom == 0 ? itemSize : newStrides[newFrom - 1];
    Arrays.fill(newStrides, newFrom, newStrides.length, last);
    return newStrides;
  }

  /** All values but one. */
  public static long[] without(long[] values, int axis) {
    long[] fewer = new long[values.length - 1];
    System.arraycopy(values, 0, fewer, 0, axis);
    System.arraycopy(values, axis + 1, fewer, axis, fewer.length - axis);
    return fewer;
  }

  public static long[] inserted(long[] values, int axis, long value) {
    long[] more = new long[values.length + 1];
    System.arraycopy(values, 0, more, 0, axis);
    more[axis] = value;
    System.arraycopy(values, axis, more, axis + 1, values.length - axis);
    return more;
  }

  static long[] reversed(long[] values) {
    long[] reversed = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      reversed[i] = values[values.length - 1 - i];
    }
    return reversed;
  }
}
