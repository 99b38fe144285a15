package org.cumulus.internal.memory;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.reflect.Array;
import org.cumulus.DType.Kind;
import org.cumulus.internal.memory.Memory.Booleans;
import org.cumulus.internal.memory.Memory.Bytes;
import org.cumulus.internal.memory.Memory.Patched;
import org.cumulus.internal.memory.Memory.References;
import org.jspecify.annotations.Nullable;

/**
 * A run of elements, side by side in a Java array of their raw type ({@code short} for {@code
 * float16}, {@code int} for {@code uint32}, …; the bits as {@code int} or {@code long} for floats
 * of swapped bytes), wherever they stand in memory.
 *
 * <p>Where they stand like that in memory already, the run is in the user's own array. Everywhere
 * else (strides, off the heap, mapped, swapped bytes, another array type) it is in a staging array,
 * filled and emptied by bulk copies: loops over memory segments run many times slower once heap and
 * native segments have met in them, and the bulk copies do not. This is the only code that touches
 * memory segments in a scan.
 */
public abstract sealed class RawRun permits RawRun.Direct, RawRun.Staged, PatchedRun {
  /** The longest run that is staged. */
  public static final int STAGED = 2048;

  /** The array, and where in it the current run starts. */
  public Object array;

  public int start;

  RawRun(Object array) {
    this.array = array;
  }

  /** A run in a view's memory, of at most {@link #STAGED} elements unless it is direct. */
  public static RawRun of(View view) {
    if (view.memory() instanceof Patched patched) {
      return new PatchedRun(view, patched);
    }
    int itemSize = view.dtype().itemSize();
    Object array = directArray(view);
    if (array != null) {
      return new Direct(array, view.memory().arrayOffset(), itemSize);
    }
    return new Staged(
        ((Bytes) view.memory()).segment(),
        Memory.bitLayout(view.dtype().kind(), view.dtype().isNativeOrder()),
        !view.dtype().isNativeOrder());
  }

  /** The array behind a view if each element of the view is an element of that array, else null. */
  public static @Nullable Object directArray(View view) {
    return switch (view.memory()) {
      case Booleans booleans -> booleans.array();
      case References references -> references.array();
      case Patched patched -> null;
      case Bytes bytes -> {
        Object array = bytes.array();
        boolean matches =
            array != null
                && view.dtype().isNativeOrder()
                && array.getClass() == rawClass(view.dtype().kind())
                && isAligned(view, bytes.arrayOffset());
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

  /** An array of the raw type of a kind. */
  public static Object allocate(Kind kind, int length) {
    return Array.newInstance(rawClass(kind).getComponentType(), length);
  }

  /** Whether runs with such a stride are in the user's own array, and so of any length. */
  public abstract boolean isDirect(long stride);

  /** Makes the elements at {@code position}, {@code stride} bytes apart, readable in the array. */
  public abstract void read(long position, long stride, int count);

  /** Makes room in the array for elements that {@link #flush} takes to their place. */
  public abstract void prepare(long position, long stride, int count);

  /** Takes what was written since {@link #prepare} to its place in memory. */
  public abstract void flush();

  /**
   * Copies elements that are stored as an array's own type straight into it, if a bulk copy can.
   *
   * @return whether it could
   */
  public boolean copyTo(Object target, int at, long position, long stride, int count) {
    return false;
  }

  /**
   * Copies elements of an array straight to memory that stores its own type, if a bulk copy can.
   *
   * @return whether it could
   */
  public boolean copyFrom(Object source, int at, long position, long stride, int count) {
    return false;
  }

  /** An array at least as long as wanted, of the same type; the one there is if it will do. */
  private static Object ensure(@Nullable Object array, Class<?> component, int length) {
    return array != null && Array.getLength(array) >= length
        ? array
        : Array.newInstance(component, length);
  }

  /** Elements of a Java array of their raw type. */
  private static final class Direct extends RawRun {
    private final Object source;
    private final long base;
    private final int itemSize;
    private @Nullable Object packed;
    private int sourceStart;
    private int sourcePitch;
    private int count;
    private boolean isPacked;

    Direct(Object source, long base, int itemSize) {
      super(source);
      this.source = source;
      this.base = base;
      this.itemSize = itemSize;
    }

    @Override
    public boolean isDirect(long stride) {
      return stride == itemSize;
    }

    @Override
    public void read(long position, long stride, int count) {
      prepare(position, stride, count);
      if (isPacked) {
        ArrayElements.gather(source, sourceStart, sourcePitch, array, start, count);
      }
    }

    @Override
    public void prepare(long position, long stride, int count) {
      sourceStart = (int) ((base + position) / itemSize);
      sourcePitch = (int) (stride / itemSize);
      this.count = count;
      isPacked = sourcePitch != 1 && count != 1;
      if (!isPacked) {
        array = source;
        start = sourceStart;
      } else {
        packed = ensure(packed, source.getClass().getComponentType(), count);
        array = packed;
        start = 0;
      }
    }

    @Override
    public void flush() {
      if (isPacked) {
        ArrayElements.scatter(array, start, source, sourceStart, sourcePitch, count);
      }
    }
  }

  /** Elements of a memory segment that no Java array of their raw type is behind. */
  private static final class Staged extends RawRun {
    /** Reading up to this many elements for one costs less than fetching each by itself. */
    private static final int CLOSE = 4;

    private final MemorySegment segment;
    private final ValueLayout layout;
    private final int itemSize;
    private final boolean isSwapped;

    /** What lies between the first and the last element of a run of small stride. */
    private @Nullable Object span;

    private long position;
    private long stride;
    private int count;

    Staged(MemorySegment segment, ValueLayout layout, boolean isSwapped) {
      super(Array.newInstance(layout.carrier(), 0));
      this.isSwapped = isSwapped;
      this.segment = segment;
      this.layout = layout;
      this.itemSize = (int) layout.byteSize();
    }

    @Override
    public boolean isDirect(long stride) {
      return false;
    }

    private boolean isBulkOf(Object other, long stride) {
      Class<?> component = other.getClass().getComponentType();
      return stride == itemSize && !isSwapped && layout.carrier().equals(component);
    }

    @Override
    public boolean copyTo(Object target, int at, long position, long stride, int count) {
      boolean isBulk = isBulkOf(target, stride);
      if (isBulk) {
        MemorySegment.copy(segment, layout, position, target, at, count);
      }
      return isBulk;
    }

    @Override
    public boolean copyFrom(Object source, int at, long position, long stride, int count) {
      boolean isBulk = isBulkOf(source, stride);
      if (isBulk) {
        MemorySegment.copy(source, at, segment, layout, position, count);
      }
      return isBulk;
    }

    @Override
    public void read(long position, long stride, int count) {
      array = ensure(array, layout.carrier(), count);
      if (stride == itemSize || count == 1) {
        MemorySegment.copy(segment, layout, position, array, 0, count);
      } else if (stride % itemSize == 0 && Math.abs(stride) <= (long) CLOSE * itemSize) {
        long last = (count - 1) * stride;
        int length = (int) (Math.abs(last) / itemSize) + 1;
        span = ensure(span, layout.carrier(), length);
        MemorySegment.copy(segment, layout, position + Math.min(0, last), span, 0, length);
        ArrayElements.gather(
            span, stride < 0 ? length - 1 : 0, (int) (stride / itemSize), array, 0, count);
      } else {
        SegmentElements.gather(segment, layout, position, stride, array, count);
      }
      if (isSwapped) {
        SwappedBytes.reverse(array, count);
      }
    }

    @Override
    public void prepare(long position, long stride, int count) {
      array = ensure(array, layout.carrier(), count);
      this.position = position;
      this.stride = stride;
      this.count = count;
    }

    @Override
    public void flush() {
      if (isSwapped) {
        SwappedBytes.reverse(array, count);
      }
      if (stride == itemSize || count == 1) {
        MemorySegment.copy(array, 0, segment, layout, position, count);
      } else {
        SegmentElements.scatter(array, segment, layout, position, stride, count);
      }
    }
  }
}
