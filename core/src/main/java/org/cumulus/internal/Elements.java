package org.cumulus.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.cumulus.Complex;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.internal.Memory.Booleans;
import org.cumulus.internal.Memory.Bytes;
import org.cumulus.internal.Memory.References;
import org.jspecify.annotations.Nullable;

/** Single elements of a view, by their position in its memory. */
public final class Elements {
  private Elements() {}

  /**
   * The element as a Java object: its own type where Java has it, the value in the next wider
   * signed type for unsigned integers ({@code BigInteger} for uint64), {@code Float} for float16,
   * {@link Complex}, and the ticks of a timedelta64 as {@code Long}.
   */
  public static @Nullable Object get(View view, long position) {
    Kind kind = view.dtype().kind();
    return switch (kind) {
      case OBJECT ->
          ((References) view.memory()).array()[(int) (position / view.dtype().itemSize())];
      case COMPLEX64, COMPLEX128 ->
          new Complex(
              floating(view, position), floating(view, position + view.dtype().itemSize() / 2));
      case FLOAT16, FLOAT32 -> (float) floating(view, position);
      case FLOAT64 -> floating(view, position);
      case BOOL -> bits(view, position) != 0;
      case INT8 -> (byte) bits(view, position);
      case INT16, UINT8 -> (short) bits(view, position);
      case INT32, UINT16 -> (int) bits(view, position);
      case INT64, UINT32, TIMEDELTA64 -> bits(view, position);
      case UINT64 -> Integers.exact(kind, bits(view, position));
    };
  }

  /** The value of an integer, {@code bool} or {@code timedelta64}; of {@code uint64} the bits. */
  public static long bits(View view, long position) {
    if (view.memory() instanceof Booleans booleans) {
      return booleans.array()[(int) position] ? 1 : 0;
    }
    MemorySegment segment = ((Bytes) view.memory()).segment();
    DType dtype = view.dtype();
    return switch (Memory.layout(dtype.kind(), dtype.byteOrder())) {
      case ValueLayout.OfByte layout -> Integers.cut(dtype.kind(), segment.get(layout, position));
      case ValueLayout.OfShort layout -> Integers.cut(dtype.kind(), segment.get(layout, position));
      case ValueLayout.OfInt layout -> Integers.cut(dtype.kind(), segment.get(layout, position));
      case ValueLayout.OfLong layout -> segment.get(layout, position);
      default -> throw new IllegalArgumentException(dtype + " is not an integer type");
    };
  }

  /** The value of a float, or of one part of a complex number. */
  public static double floating(View view, long position) {
    MemorySegment segment = ((Bytes) view.memory()).segment();
    return switch (Memory.layout(view.dtype().kind(), view.dtype().byteOrder())) {
      case ValueLayout.OfShort layout -> Float.float16ToFloat(segment.get(layout, position));
      case ValueLayout.OfFloat layout -> segment.get(layout, position);
      case ValueLayout.OfDouble layout -> segment.get(layout, position);
      default -> throw new IllegalArgumentException(view.dtype() + " is not a float type");
    };
  }

  /** Stores a value, cast to the view's dtype by Python's rules where it is out of range. */
  public static void set(View view, long position, @Nullable Object value) {
    DType dtype = view.dtype();
    switch (dtype.kind()) {
      case OBJECT ->
          ((References) view.memory()).array()[(int) (position / view.dtype().itemSize())] =
              ObjectCasts.normalized(value);
      case COMPLEX64, COMPLEX128 -> {
        Complex complex = ObjectCasts.toComplex(value, dtype);
        setFloating(view, position, complex.re());
        setFloating(view, position + dtype.itemSize() / 2, complex.im());
      }
      case FLOAT16, FLOAT32, FLOAT64 ->
          setFloating(view, position, ObjectCasts.toDouble(value, dtype));
      default -> setBits(view, position, ObjectCasts.toLong(value, dtype));
    }
  }

  static void setBits(View view, long position, long bits) {
    if (view.memory() instanceof Booleans booleans) {
      booleans.array()[(int) position] = bits != 0;
      return;
    }
    MemorySegment segment = ((Bytes) view.memory()).segment();
    switch (Memory.layout(view.dtype().kind(), view.dtype().byteOrder())) {
      case ValueLayout.OfByte layout -> segment.set(layout, position, (byte) bits);
      case ValueLayout.OfShort layout -> segment.set(layout, position, (short) bits);
      case ValueLayout.OfInt layout -> segment.set(layout, position, (int) bits);
      case ValueLayout.OfLong layout -> segment.set(layout, position, bits);
      default -> throw new IllegalArgumentException(view.dtype() + " is not an integer type");
    }
  }

  private static void setFloating(View view, long position, double value) {
    MemorySegment segment = ((Bytes) view.memory()).segment();
    switch (Memory.layout(view.dtype().kind(), view.dtype().byteOrder())) {
      case ValueLayout.OfShort layout ->
          segment.set(layout, position, Float.floatToFloat16(Half.round(value)));
      case ValueLayout.OfFloat layout -> segment.set(layout, position, (float) value);
      case ValueLayout.OfDouble layout -> segment.set(layout, position, value);
      default -> throw new IllegalArgumentException(view.dtype() + " is not a float type");
    }
  }

  /** A carrier array of one element, which is that of a view of real elements. */
  static Object carried(View view, long position) {
    return switch (Carrier.of(view.dtype().kind())) {
      case LONG -> new long[] {bits(view, position)};
      case FLOAT -> new float[] {(float) floating(view, position)};
      case DOUBLE -> new double[] {floating(view, position)};
      case REFERENCE -> new @Nullable Object[] {get(view, position)};
    };
  }
}
