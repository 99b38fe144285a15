package org.cumulus.internal.memory;

import java.lang.foreign.Arena;
import org.cumulus.DType;
import org.cumulus.DType.Kind;

/** Fresh arrays of zeros: on the heap while a Java array can hold them, else off the heap. */
public final class Allocation {
  /** The longest Java array that every JVM can make. */
  public static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

  private Allocation() {}

  /** An array in C order. */
  public static View zeros(DType dtype, long... shape) {
    return View.contiguous(dtype, memory(dtype, Strides.checkedSize(shape)), shape);
  }

  /** An array of a view's shape whose axes lie in memory in the same order: NumPy's K order. */
  public static View like(View model, DType dtype) {
    return like(model, dtype, model.shape());
  }

  /** An array of another shape whose axes lie in memory in the order of a view's. */
  public static View like(View model, DType dtype, long... shape) {
    long[] strides = Strides.keepingOrder(shape, model.strides(), dtype.itemSize());
    return new View(dtype, memory(dtype, Strides.checkedSize(shape)), 0, shape, strides, false);
  }

  private static Memory memory(DType dtype, long size) {
    int parts = dtype.kind().isComplex() ? 2 : 1;
    if (size <= LONGEST_ARRAY / parts) {
      int length = (int) size * parts;
      return switch (dtype.kind()) {
        case BOOL, INT8, UINT8 -> new Memory.Heap(new byte[length]);
        case INT16, UINT16, FLOAT16 -> new Memory.Heap(new short[length]);
        case INT32, UINT32 -> new Memory.Heap(new int[length]);
        case INT64, UINT64, TIMEDELTA64 -> new Memory.Heap(new long[length]);
        case FLOAT32, COMPLEX64 -> new Memory.Heap(new float[length]);
        case FLOAT64, COMPLEX128 -> new Memory.Heap(new double[length]);
        case OBJECT -> new Memory.References(new Object[length]);
      };
    }
    if (dtype.kind() == Kind.OBJECT || size > Long.MAX_VALUE / dtype.itemSize()) {
      throw new IllegalArgumentException(
          "array is too big: " + size + " elements of " + dtype + " fit no memory");
    }
    long bytes = size * dtype.itemSize();
    return new Memory.Segment(Arena.ofAuto().allocate(bytes, dtype.itemSize()));
  }

  /** Bytes of which a part is copied away, as it is about to be overwritten. */
  public static Memory.Patched patched(Memory.Bytes bytes, long from, long to) {
    Memory.Bytes saved = (Memory.Bytes) zeros(DType.INT8, to - from).memory();
    saved.segment().copyFrom(bytes.segment().asSlice(from, to - from));
    return new Memory.Patched(bytes, saved, from, to);
  }
}
