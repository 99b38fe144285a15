package org.cumulus.cli.literal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The items of one sequence, as compact as they allow: all int64 in a {@code long[]}, int64 and
 * floats in a {@code double[]}, which is the dtype they promote to, and all else in a list.
 */
final class Row {
  private long[] integers = new long[4];
  private double @Nullable [] floats;
  private @Nullable List<Object> items;
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  void add(Object item) {
    if (items == null) {
      switch (item) {
        case Long number when floats == null -> addInteger(number);
        case Long number -> addFloat(number);
        case Double number -> addFloat(number);
        default -> asList().add(item);
      }
    } else {
      items.add(item);
    }
    size++;
  }

  /** The items as an array-like. An empty one has no type of its own. */
  Object finish() {
    if (items != null || size == 0) {
      return asList();
    }
    return floats != null ? Arrays.copyOf(floats, size) : Arrays.copyOf(integers, size);
  }

  private void addInteger(long number) {
    if (size == integers.length) {
      integers = Arrays.copyOf(integers, Math.multiplyExact(size, 2));
    }
    integers[size] = number;
  }

  private void addFloat(double number) {
    double[] target = floats;
    if (target == null) {
      target = new double[Math.max(integers.length, 4)];
      for (int i = 0; i < size; i++) {
        target[i] = integers[i];
      }
      integers = new long[0];
    }
    if (size == target.length) {
      target = Arrays.copyOf(target, Math.multiplyExact(size, 2));
    }
    target[size] = number;
    floats = target;
  }

  private List<Object> asList() {
    List<Object> list = items;
    if (list == null) {
      list = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        list.add(floats != null ? (Object) floats[i] : (Object) integers[i]);
      }
      items = list;
    }
    return list;
  }
}
