package org.cumulus.golden;

import java.util.ArrayList;
import java.util.List;

/** All indices of a shape in C order. */
public final class Indices {
  private Indices() {}

  public static List<long[]> of(long... shape) {
    List<long[]> indices = new ArrayList<>();
    add(shape, 0, new long[shape.length], indices);
    return indices;
  }

  private static void add(long[] shape, int axis, long[] index, List<long[]> indices) {
    if (axis == shape.length) {
      indices.add(index.clone());
      return;
    }
    for (long i = 0; i < shape[axis]; i++) {
      index[axis] = i;
      add(shape, axis + 1, index, indices);
    }
  }
}
