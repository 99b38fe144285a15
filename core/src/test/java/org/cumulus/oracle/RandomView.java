package org.cumulus.oracle;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.StridedViews;
import org.cumulus.golden.CumsumCase;
import org.cumulus.golden.Indices;
import org.cumulus.golden.SplitMix;

/** A random way for a view to lie in a buffer. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record RandomView(DType dtype, long offset, long[] shape, long[] strides) {
  /** Any strides: reversed, zero, elements that overlap or are not aligned. */
  static RandomView input(DType dtype, SplitMix random, int bytes, long... shape) {
    long[] strides = new long[shape.length];
    int most = 3 * dtype.itemSize();
    for (int axis = 0; axis < shape.length; axis++) {
      int unit = random.below(4) == 0 ? 1 : dtype.itemSize();
      strides[axis] = (long) (random.below(2 * most + 1) - most) / unit * unit;
    }
    return placed(dtype, random, bytes, shape, strides);
  }

  /** Axes in any order and direction, with gaps, but no two elements at the same place. */
  static RandomView output(DType dtype, SplitMix random, int bytes, long... shape) {
    long[] strides = new long[shape.length];
    boolean[] done = new boolean[shape.length];
    long stride = dtype.itemSize();
    for (int i = 0; i < shape.length; i++) {
      int axis = random.below(shape.length);
      while (done[axis]) {
        axis = (axis + 1) % shape.length;
      }
      done[axis] = true;
      stride += random.below(3) == 0 ? random.below(2 * dtype.itemSize()) : 0;
      strides[axis] = random.below(2) == 0 ? stride : -stride;
      stride *= Math.max(1, shape[axis]);
    }
    return placed(dtype, random, bytes, shape, strides);
  }

  private static RandomView placed(
      DType dtype, SplitMix random, int bytes, long[] shape, long[] strides) {
    long lowest = 0;
    long highest = dtype.itemSize();
    for (int axis = 0; axis < shape.length; axis++) {
      long reach = Math.max(0, shape[axis] - 1) * strides[axis];
      lowest += Math.min(0, reach);
      highest += Math.max(0, reach);
    }
    long room = bytes - (highest - lowest);
    if (room < 0) {
      throw new AssertionError("the buffer is too small: " + Arrays.toString(shape));
    }
    long offset = random.below((int) room + 1) - lowest;
    return new RandomView(dtype, offset, shape, strides);
  }

  NDArray in(MemorySegment segment) {
    return StridedViews.of(segment, dtype, offset, shape, strides);
  }

  /** Which bytes of a buffer belong to the elements. */
  boolean[] bytes(int size) {
    boolean[] inside = new boolean[size];
    for (long[] index : Indices.of(shape)) {
      long position = offset;
      for (int axis = 0; axis < index.length; axis++) {
        position += index[axis] * strides[axis];
      }
      Arrays.fill(inside, (int) position, (int) position + dtype.itemSize(), true);
    }
    return inside;
  }

  @Override
  public String toString() {
    return "%s at %d, shape %s, strides %s"
        .formatted(dtype.str(), offset, CumsumCase.text(shape), CumsumCase.text(strides));
  }
}
