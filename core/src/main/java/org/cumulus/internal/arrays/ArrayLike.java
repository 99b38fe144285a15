package org.cumulus.internal.arrays;

import java.io.File;
import java.lang.foreign.MemorySegment;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SequencedCollection;
import java.util.function.Function;
import java.util.stream.BaseStream;
import org.cumulus.Complex;
import org.cumulus.DType;
import org.cumulus.internal.memory.Memory;
import org.cumulus.internal.memory.View;
import org.jspecify.annotations.Nullable;

/**
 * What one Java object is as an array, by itself: a view of elements, a sequence of further
 * array-likes, or a single element. {@link NestedArray} puts them together.
 */
public final class ArrayLike {
  /** The view of an array of the public face; null for what is none. */
  private static volatile Function<Object, @Nullable View> views = new None();

  private ArrayLike() {}

  /** No lambda, which would be made when the first array is. */
  private static final class None implements Function<Object, @Nullable View> {
    @Override
    public @Nullable View apply(Object a) {
      return null;
    }
  }

  /** Has arrays of the public face known by their views, once their class is loaded. */
  public static void see(Function<Object, @Nullable View> viewsOfArrays) {
    views = viewsOfArrays;
  }

  /** Whether an object is an array of the public face. */
  public static boolean isArray(Object a) {
    return views.apply(a) != null;
  }

  /** The object as an array, without a copy where the object is one already. */
  public static View view(@Nullable Object a) {
    View view = existing(a);
    return view != null ? view : NestedArray.of(a);
  }

  /** The elements of an object that has them in memory, or null if it is no such object. */
  public static @Nullable View existing(@Nullable Object a) {
    return switch (a) {
      case null -> null;
      case boolean[] array ->
          View.contiguous(DType.BOOL, new Memory.Booleans(array), new long[] {array.length});
      case byte[] array -> flat(array, array.length, DType.INT8);
      case short[] array -> flat(array, array.length, DType.INT16);
      case int[] array -> flat(array, array.length, DType.INT32);
      case long[] array -> flat(array, array.length, DType.INT64);
      case float[] array -> flat(array, array.length, DType.FLOAT32);
      case double[] array -> flat(array, array.length, DType.FLOAT64);
      case CharBuffer buffer -> throw refusal(buffer);
      case Buffer buffer -> flat(MemorySegment.ofBuffer(buffer), type(buffer));
      case MemorySegment segment -> flat(segment, DType.INT8);
      default -> views.apply(a);
    };
  }

  private static View flat(Object primitiveArray, long length, DType dtype) {
    return View.contiguous(dtype, new Memory.Heap(primitiveArray), new long[] {length});
  }

  private static View flat(MemorySegment segment, DType dtype) {
    long length = segment.byteSize() / dtype.itemSize();
    return View.contiguous(dtype, new Memory.Segment(segment), new long[] {length});
  }

  private static DType type(Buffer buffer) {
    return switch (buffer) {
      case ByteBuffer bytes -> DType.INT8;
      case ShortBuffer shorts -> DType.INT16.withByteOrder(shorts.order());
      case IntBuffer ints -> DType.INT32.withByteOrder(ints.order());
      case LongBuffer longs -> DType.INT64.withByteOrder(longs.order());
      case FloatBuffer floats -> DType.FLOAT32.withByteOrder(floats.order());
      case DoubleBuffer doubles -> DType.FLOAT64.withByteOrder(doubles.order());
      default -> throw refusal(buffer);
    };
  }

  /** The items of a sequence, or null if the object is none. */
  public static @Nullable SequencedCollection<?> sequence(@Nullable Object a) {
    return switch (a) {
      case Object[] array -> Arrays.asList(array);
      case SequencedCollection<?> collection -> collection;
      case null, default -> null;
    };
  }

  /**
   * The dtype of a single element by itself.
   *
   * @throws IllegalArgumentException if no array can hold it
   */
  static DType elementType(@Nullable Object element) {
    return switch (element) {
      case Boolean value -> DType.BOOL;
      case Byte value -> DType.INT8;
      case Short value -> DType.INT16;
      case Integer value -> DType.INT32;
      case Long value -> DType.INT64;
      case Float value -> DType.FLOAT32;
      case Double value -> DType.FLOAT64;
      case Complex value -> DType.COMPLEX128;
      case BigInteger value -> DType.OBJECT;
      case BigDecimal value -> DType.OBJECT;
      case Duration value -> DType.OBJECT;
      case null, default -> throw refusal(element);
    };
  }

  /** The dtype that the class of an empty Java array tells, or null. */
  static @Nullable DType componentType(Class<?> component) {
    List<Class<?>> classes =
        List.of(
            boolean.class,
            Boolean.class,
            byte.class,
            Byte.class,
            short.class,
            Short.class,
            int.class,
            Integer.class,
            long.class,
            Long.class,
            float.class,
            Float.class,
            double.class,
            Double.class);
    List<DType> types =
        List.of(
            DType.BOOL,
            DType.INT8,
            DType.INT16,
            DType.INT32,
            DType.INT64,
            DType.FLOAT32,
            DType.FLOAT64);
    int found = classes.indexOf(component);
    return found < 0 ? null : types.get(found / 2);
  }

  private static IllegalArgumentException refusal(@Nullable Object a) {
    return new IllegalArgumentException(
        switch (a) {
          case null -> "null is not a number: expected a number, a boolean, an array or a sequence";
          case CharSequence text ->
              "text is not a number: '" + text + "'; Double.parseDouble makes it one, if it is";
          case Path path -> unread(path);
          case File file -> unread(file.toPath());
          case BaseStream<?, ?> stream ->
              "a stream is not an array: collect its elements first, with toArray() or toList()";
          case Map<?, ?> map ->
              "a map is not an array: give a list of its values, List.copyOf(map.values())";
          case Collection<?> collection ->
              collection.getClass().getTypeName()
                  + " is a collection without an order: put its elements into a list first, as"
                  + " List.copyOf does, or in an order, as new TreeSet does";
          case Iterable<?> iterable ->
              iterable.getClass().getTypeName()
                  + " is an Iterable: put its elements into a list first, with"
                  + " iterable.forEach(list::add)";
          case Iterator<?> iterator ->
              "an iterator is not an array: put its elements into a list first, with"
                  + " iterator.forEachRemaining(list::add)";
          case Temporal time ->
              time.getClass().getTypeName()
                  + " is a point in time, and these have no sum: take differences, with"
                  + " Duration.between, or counts, such as toEpochMilli() of an Instant";
          default ->
              "cannot make an array of "
                  + a.getClass().getTypeName()
                  + ": expected a number, a boolean, an array, a buffer or a sequence of these";
        });
  }

  private static String unread(Path path) {
    return "a path is not an array: read the file first, with Npy.read(Path.of(\"" + path + "\"))";
  }
}
