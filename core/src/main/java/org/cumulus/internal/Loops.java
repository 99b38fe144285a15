package org.cumulus.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Nested loops over two views at once, outermost first.
 *
 * @param dimensions the loops; none is of length 1
 */
record Loops(List<Dimension> dimensions) {
  /** One loop: how often it runs, and how far that moves in the input and in the output. */
  record Dimension(long length, long inStride, long outStride) {
    /** A loop that runs once. */
    static final Dimension ONCE = new Dimension(1, 0, 0);
  }

  /** What is done at each position. */
  @FunctionalInterface
  interface Body {
    void at(long in, long out);
  }

  /** The loops over the axes of two views of the same shape, less one axis ({@code -1}: none). */
  static Loops over(View in, View out, int exceptAxis) {
    List<Dimension> dimensions = new ArrayList<>(in.ndim());
    for (int axis = 0; axis < in.ndim(); axis++) {
      if (axis != exceptAxis && in.shape()[axis] != 1) {
        dimensions.add(dimension(in, out, axis));
      }
    }
    return new Loops(dimensions);
  }

  static Dimension dimension(View in, View out, int axis) {
    return new Dimension(in.shape()[axis], in.strides()[axis], out.strides()[axis]);
  }

  /** The same loops, the one that moves furthest in the output outermost. */
  Loops sorted() {
    List<Dimension> sorted = new ArrayList<>(dimensions);
    sorted.sort(
        Comparator.comparingLong((Dimension d) -> Math.abs(d.outStride()))
            .thenComparingLong(d -> Math.abs(d.inStride()))
            .reversed());
    return new Loops(sorted);
  }

  /** The same loops, neighbours made one where the inner one ends where the outer one steps to. */
  Loops merged() {
    List<Dimension> merged = new ArrayList<>(dimensions.size());
    for (Dimension inner : dimensions) {
      Dimension outer = merged.isEmpty() ? Dimension.ONCE : merged.getLast();
      if (!merged.isEmpty()
          && outer.inStride() == inner.length() * inner.inStride()
          && outer.outStride() == inner.length() * inner.outStride()) {
        long length = outer.length() * inner.length();
        merged.set(merged.size() - 1, new Dimension(length, inner.inStride(), inner.outStride()));
      } else {
        merged.add(inner);
      }
    }
    return new Loops(merged);
  }

  boolean isEmpty() {
    return dimensions.isEmpty();
  }

  Dimension innermost() {
    return isEmpty() ? Dimension.ONCE : dimensions.getLast();
  }

  /** The loops around the innermost. */
  Loops outer() {
    return isEmpty() ? this : new Loops(dimensions.subList(0, dimensions.size() - 1));
  }

  /** How often the innermost loop's body runs. */
  long size() {
    long size = 1;
    for (Dimension dimension : dimensions) {
      size *= dimension.length();
    }
    return size;
  }

  /** How far the n-th turn is from the first in the input. */
  long inAt(long turn) {
    long at = 0;
    for (int depth = dimensions.size() - 1; depth >= 0; depth--) {
      Dimension dimension = dimensions.get(depth);
      at += turn % dimension.length() * dimension.inStride();
      turn /= dimension.length();
    }
    return at;
  }

  /** How far the n-th turn is from the first in the output. */
  long outAt(long turn) {
    long at = 0;
    for (int depth = dimensions.size() - 1; depth >= 0; depth--) {
      Dimension dimension = dimensions.get(depth);
      at += turn % dimension.length() * dimension.outStride();
      turn /= dimension.length();
    }
    return at;
  }

  /** Runs the body once for each turn of the innermost loop, in order. */
  void run(long in, long out, Body body) {
    run(0, in, out, body);
  }

  private void run(int depth, long in, long out, Body body) {
    if (depth == dimensions.size()) {
      body.at(in, out);
      return;
    }
    Dimension dimension = dimensions.get(depth);
    for (long i = 0; i < dimension.length(); i++) {
      run(depth + 1, in + i * dimension.inStride(), out + i * dimension.outStride(), body);
    }
  }
}
