package org.cumulus.internal.memory;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.cumulus.DType.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What holds the elements of an array. Positions in it are counted in bytes, also where the JVM
 * does not let us see the bytes: a {@code boolean} counts for one and a reference for eight.
 */
public sealed interface Memory {
  /** Bytes in a primitive array, off the heap, or in a mapped file. */
  sealed interface Bytes extends Memory {
    MemorySegment segment();

    /** The primitive array behind the bytes, if there is one and it may be written. */
    @Nullable Object array();

    @Override
    @SuppressWarnings("ReferenceEquality") // Same memory means same array.
    default boolean overlaps(long from, long to, Memory other, long otherFrom, long otherTo) {
      if (!(other instanceof Bytes bytes)) {
        return false;
      }
      if (array() != null && bytes.array() != null && array() != bytes.array()) {
        return false;
      }
      return segment()
          .asSlice(from, to - from)
          .asOverlappingSlice(bytes.segment().asSlice(otherFrom, otherTo - otherFrom))
          .isPresent();
    }
  }

  /**
   * A whole primitive array, but no {@code boolean[]}. The segment over it is made when somebody
   * asks, as most scans work in the array itself and a segment is larger than a short array.
   */
  record Heap(Object array) implements Bytes {
    @Override
    public MemorySegment segment() {
      return switch (array) {
        case byte[] bytes -> MemorySegment.ofArray(bytes);
        case short[] shorts -> MemorySegment.ofArray(shorts);
        case int[] ints -> MemorySegment.ofArray(ints);
        case long[] longs -> MemorySegment.ofArray(longs);
        case float[] floats -> MemorySegment.ofArray(floats);
        case double[] doubles -> MemorySegment.ofArray(doubles);
        default -> throw new IllegalArgumentException(array.getClass().getName());
      };
    }
  }

  /** What a memory segment covers. */
  record Segment(MemorySegment segment, @Nullable Object array) implements Bytes {
    public Segment(MemorySegment segment) {
      this(segment, segment.heapBase().orElse(null));
    }

    @Override
    public boolean isReadOnly() {
      return segment.isReadOnly();
    }

    @Override
    public boolean isShared() {
      // The question can only be put for a certain thread; a new one is not the confined one.
      return array != null || segment.isAccessibleBy(Thread.ofPlatform().unstarted(() -> {}));
    }

    @Override
    public long arrayOffset() {
      return segment.address();
    }
  }

  /** A {@code boolean[]}, which no memory segment can wrap. */
  @SuppressWarnings({"ArrayRecordComponent", "ReferenceEquality"}) // Same memory means same array.
  record Booleans(boolean[] array) implements Memory {
    @Override
    public boolean overlaps(long from, long to, Memory other, long otherFrom, long otherTo) {
      return other instanceof Booleans booleans
          && booleans.array == array
          && from < otherTo
          && otherFrom < to;
    }
  }

  /** References. */
  @SuppressWarnings({"ArrayRecordComponent", "ReferenceEquality"}) // Same memory means same array.
  record References(@Nullable Object[] array) implements Memory {
    @Override
    public boolean overlaps(long from, long to, Memory other, long otherFrom, long otherTo) {
      return other instanceof References references
          && references.array == array
          && from < otherTo
          && otherFrom < to;
    }
  }

  /**
   * Bytes of which a part is about to be overwritten, and is read from a copy. Only scans read such
   * memory, by {@link RawRun}.
   *
   * @param current the memory, whose positions are meant
   * @param saved the bytes from {@code from} to {@code to}
   */
  record Patched(Bytes current, Bytes saved, long from, long to) implements Memory {
    @Override
    public boolean isReadOnly() {
      return true;
    }

    @Override
    public boolean isShared() {
      return current.isShared();
    }

    @Override
    public boolean overlaps(long from, long to, Memory other, long otherFrom, long otherTo) {
      return current.overlaps(from, to, other, otherFrom, otherTo);
    }
  }

  /** Whether writing is impossible whatever the view says. */
  default boolean isReadOnly() {
    return false;
  }

  /** Whether any thread may touch it: all but memory of a confined arena. */
  default boolean isShared() {
    return true;
  }

  /** Where the memory begins, in bytes: in the array behind it, else in all memory. */
  default long arrayOffset() {
    return 0;
  }

  /** Whether two ranges of bytes, each in its own memory, share a byte. */
  boolean overlaps(long from, long to, Memory other, long otherFrom, long otherTo);

  /** The layout of one element, or of one part of a complex one, at any address. */
  static ValueLayout layout(Kind kind, ByteOrder order) {
    ValueLayout layout =
        switch (kind) {
          case BOOL, INT8, UINT8 -> ValueLayout.JAVA_BYTE;
          case INT16, UINT16, FLOAT16 -> ValueLayout.JAVA_SHORT_UNALIGNED;
          case INT32, UINT32 -> ValueLayout.JAVA_INT_UNALIGNED;
          case INT64, UINT64, TIMEDELTA64 -> ValueLayout.JAVA_LONG_UNALIGNED;
          case FLOAT32, COMPLEX64 -> ValueLayout.JAVA_FLOAT_UNALIGNED;
          case FLOAT64, COMPLEX128 -> ValueLayout.JAVA_DOUBLE_UNALIGNED;
          case OBJECT -> throw new IllegalArgumentException("objects have no layout");
        };
    return layout.withOrder(order);
  }

  /**
   * The layout in which elements are copied in bulk: in native byte order, and those whose bytes
   * are to be reversed afterwards as integers of their width.
   */
  static ValueLayout bitLayout(Kind kind, boolean isNativeOrder) {
    ValueLayout layout = layout(kind, ByteOrder.nativeOrder());
    if (isNativeOrder) {
      return layout;
    }
    return switch (layout) {
      case ValueLayout.OfFloat floats -> ValueLayout.JAVA_INT_UNALIGNED;
      case ValueLayout.OfDouble doubles -> ValueLayout.JAVA_LONG_UNALIGNED;
      default -> layout;
    };
  }
}
