package org.cumulus.internal.arrays;

import java.lang.reflect.Array;
import java.util.Arrays;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.internal.casts.Elements;
import org.cumulus.internal.engine.Copy;
import org.cumulus.internal.memory.Allocation;
import org.cumulus.internal.memory.Memory;
import org.cumulus.internal.memory.Parts;
import org.cumulus.internal.memory.View;
import org.jspecify.annotations.Nullable;

/**
 * Copies views into Java arrays: unsigned integers as their bits in the signed type of their width,
 * half floats as floats, a complex number as a last axis of length 2.
 */
public final class Export {
  private Export() {}

  /**
   * An array of arrays, one level for each dimension; of a view without dimensions, the element.
   */
  public static @Nullable Object nested(View view) {
    View real = Parts.asLastAxis(view);
    if (real.ndim() == 0) {
      return Elements.get(real, real.offset());
    }
    int[] lengths = Arrays.stream(real.shape()).mapToInt(Export::arrayLength).toArray();
    Object array = Array.newInstance(componentType(real.dtype().kind()), lengths);
    fill(array, real);
    return array;
  }

  /** One array with all elements in C order. */
  public static Object flat(View view) {
    View real = Parts.asLastAxis(view);
    Object array = Array.newInstance(componentType(real.dtype().kind()), arrayLength(real.size()));
    Copy.copy(real, View.contiguous(type(real.dtype()), memory(array), real.shape()));
    return array;
  }

  private static void fill(Object array, View view) {
    if (view.ndim() == 1) {
      Copy.copy(view, View.contiguous(type(view.dtype()), memory(array), view.shape()));
      return;
    }
    for (int i = 0; i < view.shape()[0]; i++) {
      fill(((Object[]) array)[i], view.select(0, i));
    }
  }

  static int arrayLength(long length) {
    if (length > Allocation.LONGEST_ARRAY) {
      throw new IllegalArgumentException(length + " elements fit no Java array");
    }
    return (int) length;
  }

  private static DType type(DType dtype) {
    return dtype.kind() == Kind.FLOAT16 ? DType.FLOAT32 : dtype.toNativeOrder();
  }

  private static Class<?> componentType(Kind kind) {
    return switch (kind) {
      case BOOL -> boolean.class;
      case INT8, UINT8 -> byte.class;
      case INT16, UINT16 -> short.class;
      case INT32, UINT32 -> int.class;
      case INT64, UINT64, TIMEDELTA64 -> long.class;
      case FLOAT16, FLOAT32, COMPLEX64 -> float.class;
      case FLOAT64, COMPLEX128 -> double.class;
      case OBJECT -> Object.class;
    };
  }

  private static Memory memory(Object array) {
    return switch (array) {
      case boolean[] booleans -> new Memory.Booleans(booleans);
      case Object[] references -> new Memory.References(references);
      default -> new Memory.Heap(array);
    };
  }
}
