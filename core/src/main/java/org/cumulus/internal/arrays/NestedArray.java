package org.cumulus.internal.arrays;

import java.util.Arrays;
import java.util.SequencedCollection;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.internal.casts.Elements;
import org.cumulus.internal.digits.PythonTuple;
import org.cumulus.internal.engine.Copy;
import org.cumulus.internal.memory.Allocation;
import org.cumulus.internal.memory.View;
import org.cumulus.internal.types.Promotion;
import org.jspecify.annotations.Nullable;

/**
 * Makes one array of nested sequences, as {@code np.array} does: first the shape and the dtype that
 * all elements promote to, one by one, then the elements.
 */
public final class NestedArray {
  /** NumPy's limit. */
  static final int MAX_DIMENSIONS = 64;

  /** The dimensions found so far agree; below them the items differ if {@code ragged}. */
  @SuppressWarnings("ArrayRecordComponent") // Shapes are compared here by their dimensions only.
  private record Shape(long[] dimensions, boolean ragged) {}

  /** The promoted dtype of the elements seen so far; null before the first. */
  private @Nullable DType dtype;

  private final boolean ofObjects;

  private NestedArray(boolean ofObjects) {
    this.ofObjects = ofObjects;
  }

  /** A fresh array of the dtype that the elements promote to; float64 if there are none. */
  public static View of(@Nullable Object nested) {
    NestedArray array = new NestedArray(false);
    View view = array.build(nested);
    if (view.dtype().kind() == Kind.OBJECT) {
      ExactNumbers.unify(view);
    }
    return view;
  }

  /** A fresh array of dtype object, which holds any elements as they are. */
  public static View ofObjects(@Nullable Object nested) {
    return new NestedArray(true).build(nested);
  }

  private View build(@Nullable Object nested) {
    Shape shape = shape(nested, 0);
    if (shape.ragged) {
      throw new IllegalArgumentException(
          "setting an array element with a sequence. The requested array has an inhomogeneous shape"
              + " after %d dimensions. The detected shape was %s + inhomogeneous part."
                  .formatted(shape.dimensions.length, PythonTuple.of(shape.dimensions)));
    }
    DType found = dtype == null ? DType.FLOAT64 : dtype;
    View view = Allocation.zeros(ofObjects ? DType.OBJECT : found, shape.dimensions);
    if (view.size() > 0) {
      fill(nested, view);
    }
    return view;
  }

  private Shape shape(@Nullable Object a, int depth) {
    if (depth > MAX_DIMENSIONS) {
      throw new IllegalArgumentException(
          "setting an array element with a sequence. The requested array would exceed the maximum"
              + " number of dimension of "
              + MAX_DIMENSIONS
              + ".");
    }
    View existing = ArrayLike.existing(a);
    if (existing != null) {
      promote(existing.dtype());
      return new Shape(existing.shape(), false);
    }
    SequencedCollection<?> items = ArrayLike.sequence(a);
    if (items == null) {
      promote(ofObjects ? DType.OBJECT : ArrayLike.elementType(a));
      return new Shape(new long[0], false);
    }
    return items.isEmpty() ? emptyShape(a) : shape(items, depth);
  }

  private Shape shape(SequencedCollection<?> items, int depth) {
    long[] common = null;
    boolean ragged = false;
    for (Object item : items) {
      Shape inner = shape(item, depth + 1);
      long[] before = common == null ? inner.dimensions : common;
      int agreeing = agreeing(before, inner.dimensions);
      ragged |= inner.ragged || agreeing != before.length || agreeing != inner.dimensions.length;
      common = agreeing == before.length ? before : Arrays.copyOf(before, agreeing);
    }
    long[] inside = common == null ? new long[0] : common;
    long[] dimensions = new long[inside.length + 1];
    dimensions[0] = items.size();
    System.arraycopy(inside, 0, dimensions, 1, inside.length);
    return new Shape(dimensions, ragged);
  }

  /** An empty Java array knows its dimensions and its type, an empty list only itself. */
  private Shape emptyShape(@Nullable Object a) {
    int dimensions = 1;
    if (a instanceof Object[] array) {
      Class<?> component = array.getClass().getComponentType();
      while (component.isArray()) {
        component = component.getComponentType();
        dimensions++;
      }
      DType known = ArrayLike.componentType(component);
      if (known != null) {
        promote(known);
      }
    }
    return new Shape(new long[dimensions], false);
  }

  private static int agreeing(long[] a, long[] b) {
    int mismatch = Arrays.mismatch(a, b);
    return mismatch < 0 ? a.length : mismatch;
  }

  private void promote(DType element) {
    dtype = dtype == null ? element.toNativeOrder() : Promotion.common(dtype, element);
  }

  private static void fill(@Nullable Object a, View view) {
    View existing = ArrayLike.existing(a);
    if (existing != null) {
      Copy.copy(existing, view);
      return;
    }
    SequencedCollection<?> items = ArrayLike.sequence(a);
    if (items == null) {
      Elements.set(view, view.offset(), a);
      return;
    }
    long index = 0;
    for (Object item : items) {
      fill(item, view.select(0, index++));
    }
  }
}
