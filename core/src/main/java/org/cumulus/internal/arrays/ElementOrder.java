package org.cumulus.internal.arrays;

import org.cumulus.internal.memory.Loops;
import org.cumulus.internal.memory.View;
import org.jspecify.annotations.Nullable;

/** The elements of a view by their number in C order, the last axis fastest. */
final class ElementOrder {
  private final View view;

  /** How to find an element; null if all lie one behind the other. */
  private final @Nullable Loops loops;

  ElementOrder(View view) {
    this.view = view;
    loops = view.isCContiguous() ? null : Loops.inOrder(view, view);
  }

  /** Where an element is in the view's memory. */
  long position(long number) {
    long distance = loops == null ? number * view.dtype().itemSize() : loops.inAt(number);
    return view.offset() + distance;
  }

  /** The index of an element, one number for each axis. */
  long[] index(long number) {
    long[] index = view.shape().clone();
    long rest = number;
    for (int axis = index.length - 1; axis >= 0; axis--) {
      long length = index[axis];
      index[axis] = rest % length;
      rest /= length;
    }
    return index;
  }
}
