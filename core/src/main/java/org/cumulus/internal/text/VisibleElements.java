package org.cumulus.internal.text;

import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.cumulus.PrintOptions;
import org.cumulus.internal.memory.View;

/**
 * The elements of an array that are printed: all of them, or the corners that a summary keeps. The
 * hidden ones have no say in the format of the others.
 *
 * <p>As in NumPy, with {@code edgeItems} 0 all elements have a say, though one at most is printed.
 */
final class VisibleElements {
  private final long[] shape;
  private final long edge;

  private VisibleElements(long[] shape, long edge) {
    this.shape = shape;
    this.edge = edge;
  }

  static VisibleElements of(View array, PrintOptions options) {
    boolean summarised = array.size() > options.threshold() && options.edgeItems() > 0;
    return new VisibleElements(array.shape(), summarised ? options.edgeItems() : Long.MAX_VALUE);
  }

  /** Shows every index once, in C order; always the same array, which the consumer only reads. */
  void forEach(Consumer<long[]> consumer) {
    visit(0, new long[shape.length], consumer);
  }

  /** Whether any element's index passes a test. */
  boolean anyMatch(Predicate<long[]> test) {
    boolean[] found = {false};
    forEach(index -> found[0] |= test.test(index));
    return found[0];
  }

  /** The elements' values, in C order. */
  double[] doubles(ToDoubleFunction<long[]> element) {
    double[] values = new double[Math.toIntExact(count())];
    int[] next = {0};
    forEach(index -> values[next[0]++] = element.applyAsDouble(index));
    return values;
  }

  private long count() {
    long count = 1;
    for (long length : shape) {
      count *= isCut(length) ? 2 * edge : length;
    }
    return count;
  }

  private boolean isCut(long length) {
    return isCut(length, edge);
  }

  /** Whether an axis of this length has elements between its edges. */
  static boolean isCut(long length, long edge) {
    return length / 2 >= edge && length > 2 * edge;
  }

  private void visit(int axis, long[] index, Consumer<long[]> consumer) {
    if (axis == shape.length) {
      consumer.accept(index);
      return;
    }
    long length = shape[axis];
    for (long i = 0; i < length; i++) {
      if (i == edge && isCut(length)) {
        i = length - edge;
      }
      index[axis] = i;
      visit(axis + 1, index, consumer);
    }
  }
}
