package org.cumulus.internal.casts;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;
import org.cumulus.Complex;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.OverflowPolicy;
import org.cumulus.internal.memory.Loops;
import org.cumulus.internal.memory.Memory;
import org.cumulus.internal.memory.Memory.Booleans;
import org.cumulus.internal.memory.Memory.Bytes;
import org.cumulus.internal.memory.Memory.Heap;
import org.cumulus.internal.memory.Memory.References;
import org.cumulus.internal.memory.View;
import org.cumulus.internal.types.Carrier;
import org.cumulus.internal.types.Half;
import org.cumulus.internal.types.Integers;
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

  /**
   * The value of a real number, rounded to the nearest.
   *
   * @throws IllegalArgumentException if the elements are complex or objects
   */
  public static double real(View view, long position) {
    Kind kind = view.dtype().kind();
    return switch (kind) {
      case FLOAT16, FLOAT32, FLOAT64 -> floating(view, position);
      case UINT64 -> {
        long bits = bits(view, position);
        yield bits < 0 ? Integers.unsignedToDouble(bits) : bits;
      }
      case BOOL, INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, TIMEDELTA64 ->
          bits(view, position);
      case COMPLEX64, COMPLEX128, OBJECT ->
          throw new IllegalArgumentException(
              view.dtype() + " elements are not doubles: " + get(view, position));
    };
  }

  /** The value of an integer, {@code bool} or {@code timedelta64}; of {@code uint64} the bits. */
  public static long bits(View view, long position) {
    return switch (view.dtype().kind()) {
      case BOOL -> isTrue(view.memory(), position) ? 1 : 0;
      case INT8 -> byteAt(view.memory(), position);
      case UINT8 -> byteAt(view.memory(), position) & 0xffL;
      case INT16 -> shortAt(view, position);
      case UINT16 -> shortAt(view, position) & 0xffffL;
      case INT32 -> intAt(view, position);
      case UINT32 -> intAt(view, position) & 0xffffffffL;
      case INT64, UINT64, TIMEDELTA64 -> longAt(view, position);
      case FLOAT16, FLOAT32, FLOAT64, COMPLEX64, COMPLEX128, OBJECT ->
          throw new IllegalArgumentException(view.dtype() + " is not an integer type");
    };
  }

  /** The value of a float, or of one part of a complex number. */
  public static double floating(View view, long position) {
    return switch (view.dtype().kind()) {
      case FLOAT16 -> Float.float16ToFloat(shortAt(view, position));
      case FLOAT32, COMPLEX64 -> floatAt(view, position);
      case FLOAT64, COMPLEX128 -> doubleAt(view, position);
      default -> throw new IllegalArgumentException(view.dtype() + " is not a float type");
    };
  }

  private static boolean isTrue(Memory memory, long position) {
    return memory instanceof Booleans(boolean[] array)
        ? array[(int) position]
        : byteAt(memory, position) != 0;
  }

  // Elements in a Java array come from there: a segment over it would have to be made each time.

  private static byte byteAt(Memory memory, long position) {
    return memory instanceof Heap(byte[] array)
        ? array[(int) position]
        : ((Bytes) memory).segment().get(ValueLayout.JAVA_BYTE, position);
  }

  private static float floatAt(View view, long position) {
    if (!(view.memory() instanceof Heap(float[] array))) {
      return Float.intBitsToFloat(intAt(view, position));
    }
    float value = array[(int) (position / Float.BYTES)];
    return view.dtype().isNativeOrder()
        ? value
        : Float.intBitsToFloat(Integer.reverseBytes(Float.floatToRawIntBits(value)));
  }

  private static double doubleAt(View view, long position) {
    if (!(view.memory() instanceof Heap(double[] array))) {
      return Double.longBitsToDouble(longAt(view, position));
    }
    double value = array[(int) (position / Double.BYTES)];
    return view.dtype().isNativeOrder()
        ? value
        : Double.longBitsToDouble(Long.reverseBytes(Double.doubleToRawLongBits(value)));
  }

  private static short shortAt(View view, long position) {
    short bits =
        view.memory() instanceof Heap(short[] array)
            ? array[(int) (position / Short.BYTES)]
            : ((Bytes) view.memory()).segment().get(ValueLayout.JAVA_SHORT_UNALIGNED, position);
    return view.dtype().isNativeOrder() ? bits : Short.reverseBytes(bits);
  }

  private static int intAt(View view, long position) {
    int bits =
        view.memory() instanceof Heap(int[] array)
            ? array[(int) (position / Integer.BYTES)]
            : ((Bytes) view.memory()).segment().get(ValueLayout.JAVA_INT_UNALIGNED, position);
    return view.dtype().isNativeOrder() ? bits : Integer.reverseBytes(bits);
  }

  private static long longAt(View view, long position) {
    long bits =
        view.memory() instanceof Heap(long[] array)
            ? array[(int) (position / Long.BYTES)]
            : ((Bytes) view.memory()).segment().get(ValueLayout.JAVA_LONG_UNALIGNED, position);
    return view.dtype().isNativeOrder() ? bits : Long.reverseBytes(bits);
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

  public static void setBits(View view, long position, long bits) {
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
  public static Object carried(View view, long position) {
    return switch (Carrier.of(view.dtype().kind())) {
      case LONG -> new long[] {bits(view, position)};
      case FLOAT -> new float[] {(float) floating(view, position)};
      case DOUBLE -> new double[] {floating(view, position)};
      case REFERENCE -> new @Nullable Object[] {get(view, position)};
    };
  }

  /** A carrier array of one real element, cast to another real dtype. */
  public static Object carried(View view, long position, DType to, OverflowPolicy policy) {
    Object value = carried(view, position);
    boolean isSame = Carrier.of(view.dtype().kind()) == Carrier.of(to.kind());
    Object target = isSame ? value : Carrier.of(to.kind()).allocate(1);
    Cast cast = BoundedCast.between(view.dtype(), to, policy);
    if (cast != null) {
      cast.apply(value, 0, target, 0, 1);
    }
    return target;
  }

  /** Writes one value, of a view's own dtype, to any of its positions. */
  public static Loops.Body writer(View out, View value) {
    int size = out.dtype().itemSize();
    return switch (out.memory()) {
      case References(@Nullable Object[] array) -> {
        Object element = Elements.get(value, value.offset());
        yield (position, _) -> array[(int) (position / size)] = element;
      }
      case Booleans(boolean[] array) -> {
        boolean element = Elements.bits(value, value.offset()) != 0;
        yield (position, _) -> array[(int) position] = element;
      }
      case Bytes bytes -> {
        MemorySegment to = bytes.segment();
        MemorySegment from =
            MemorySegment.ofArray(
                ((Bytes) value.memory())
                    .segment()
                    .asSlice(value.offset(), size)
                    .toArray(ValueLayout.JAVA_BYTE));
        yield (position, _) -> MemorySegment.copy(from, 0, to, position, size);
      }
      case Memory.Patched patched ->
          throw new IllegalArgumentException("is only read: " + Objects.toString(patched));
    };
  }
}
