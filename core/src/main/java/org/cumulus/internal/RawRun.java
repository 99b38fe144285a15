package org.cumulus.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.cumulus.DType.Kind;
import org.cumulus.internal.Memory.Booleans;
import org.cumulus.internal.Memory.Bytes;
import org.cumulus.internal.Memory.References;
import org.jspecify.annotations.Nullable;

/**
 * A run of elements in a Java array of their raw type ({@code short} for {@code float16}, {@code
 * int} for {@code uint32}, …), wherever they stand in memory.
 *
 * <p>Where the memory is such an array already, the run is that array. Everywhere else (off the
 * heap, mapped, swapped bytes, another array type) it is a staging array, filled and emptied by
 * bulk copies: loops over memory segments run many times slower once heap and native segments have
 * met in them, and the bulk copies do not. This is the only code that touches memory segments in a
 * scan.
 */
abstract sealed class RawRun {
  /** The longest staging array, in elements: a few tiles of the longest type fit the L1 cache. */
  private static final int STAGED = 2048;

  /** The array, and where in it the current run starts and how far apart its elements are. */
  Object array;

  int start;
  int step;

  private RawRun(Object array) {
    this.array = array;
  }

  /**
   * A run in a view's memory.
   *
   * @param count how many elements will be wanted at once, at the most
   */
  static RawRun of(View view, int count) {
    int itemSize = view.dtype().itemSize();
    Object array = directArray(view);
    if (array != null) {
      long base = view.memory() instanceof Bytes bytes ? bytes.segment().address() : 0;
      return new Direct(array, base, itemSize);
    }
    return new Staged(
        ((Bytes) view.memory()).segment(),
        Memory.layout(view.dtype().kind(), view.dtype().byteOrder()),
        Math.min(STAGED, Math.max(count, 1) * Staged.CLOSE));
  }

  /** The array behind a view if each element of the view is an element of that array, else null. */
  static @Nullable Object directArray(View view) {
    return switch (view.memory()) {
      case Booleans booleans -> booleans.array();
      case References references -> references.array();
      case Bytes bytes -> {
        Object array = bytes.array();
        boolean matches =
            array != null
                && view.dtype().isNativeOrder()
                && array.getClass() == rawClass(view.dtype().kind())
                && isAligned(view, bytes.segment().address());
        yield matches ? array : null;
      }
    };
  }

  private static boolean isAligned(View view, long base) {
    int itemSize = view.dtype().itemSize();
    boolean aligned = (base + view.offset()) % itemSize == 0;
    for (int axis = 0; axis < view.ndim(); axis++) {
      aligned &= view.strides()[axis] % itemSize == 0 || view.shape()[axis] == 1;
    }
    return aligned;
  }

  private static Class<?> rawClass(Kind kind) {
    return switch (kind) {
      case BOOL, INT8, UINT8 -> byte[].class;
      case INT16, UINT16, FLOAT16 -> short[].class;
      case INT32, UINT32 -> int[].class;
      case INT64, UINT64, TIMEDELTA64 -> long[].class;
      case FLOAT32, COMPLEX64 -> float[].class;
      case FLOAT64, COMPLEX128 -> double[].class;
      case OBJECT -> Object[].class;
    };
  }

  /** The longest run with such a stride that can be had at once. */
  abstract int limit(long stride);

  /** Makes the elements at {@code position}, {@code stride} bytes apart, readable in the array. */
  abstract void read(long position, long stride, int count);

  /** Makes room in the array for elements that {@link #flush} takes to their place. */
  abstract void prepare(long position, long stride, int count);

  /** Takes what was written since {@link #prepare} to its place in memory. */
  abstract void flush();

  private static final class Direct extends RawRun {
    private final long base;
    private final int itemSize;

    Direct(Object array, long base, int itemSize) {
      super(array);
      this.base = base;
      this.itemSize = itemSize;
    }

    @Override
    int limit(long stride) {
      return Integer.MAX_VALUE;
    }

    @Override
    void read(long position, long stride, int count) {
      start = (int) ((base + position) / itemSize);
      step = (int) (stride / itemSize);
    }

    @Override
    void prepare(long position, long stride, int count) {
      read(position, stride, count);
    }

    @Override
    void flush() {}
  }

  private static final class Staged extends RawRun {
    /** Reading a few elements in between costs less than fetching each by itself. */
    private static final int CLOSE = 4;

    private final MemorySegment segment;
    private final ValueLayout layout;
    private final int itemSize;
    private final int length;
    private long position;
    private long stride;
    private int count;

    Staged(MemorySegment segment, ValueLayout layout, int length) {
      super(SegmentElements.allocate(layout, length));
      this.length = length;
      this.segment = segment;
      this.layout = layout;
      this.itemSize = (int) layout.byteSize();
    }

    @Override
    int limit(long stride) {
      long apart = isClose(stride) ? Math.max(Math.abs(stride) / itemSize, 1) : 1;
      return (int) (length / apart);
    }

    private boolean isClose(long stride) {
      return stride % itemSize == 0 && Math.abs(stride) <= (long) CLOSE * itemSize;
    }

    @Override
    void read(long position, long stride, int count) {
      if (!isClose(stride)) {
        SegmentElements.gather(segment, layout, position, stride, array, count);
        start = 0;
        step = 1;
        return;
      }
      long last = (count - 1) * stride;
      long lowest = position + Math.min(0, last);
      int span = (int) (Math.abs(last) / itemSize) + 1;
      MemorySegment.copy(segment, layout, lowest, array, 0, span);
      step = (int) (stride / itemSize);
      start = step < 0 ? span - 1 : 0;
    }

    @Override
    void prepare(long position, long stride, int count) {
      this.position = position;
      this.stride = stride;
      this.count = count;
      start = stride == -itemSize ? count - 1 : 0;
      step = stride == -itemSize ? -1 : 1;
    }

    @Override
    void flush() {
      if (stride == itemSize) {
        MemorySegment.copy(array, 0, segment, layout, position, count);
      } else if (stride == -itemSize) {
        MemorySegment.copy(array, 0, segment, layout, position + (count - 1) * stride, count);
      } else {
        SegmentElements.scatter(array, segment, layout, position, stride, count);
      }
    }
  }
}
