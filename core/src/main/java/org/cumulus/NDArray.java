package org.cumulus;

import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.nio.Buffer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.cumulus.DType.Kind;
import org.cumulus.internal.arrays.ArrayLike;
import org.cumulus.internal.arrays.Export;
import org.cumulus.internal.arrays.NestedArray;
import org.cumulus.internal.arrays.ObjectExport;
import org.cumulus.internal.arrays.PrimitiveExport;
import org.cumulus.internal.arrays.SameElements;
import org.cumulus.internal.casts.Elements;
import org.cumulus.internal.digits.PythonTuple;
import org.cumulus.internal.engine.Copy;
import org.cumulus.internal.memory.Allocation;
import org.cumulus.internal.memory.Axes;
import org.cumulus.internal.memory.BasicIndex;
import org.cumulus.internal.memory.MappedFiles;
import org.cumulus.internal.memory.Memory;
import org.cumulus.internal.memory.Shapes;
import org.cumulus.internal.memory.Strides;
import org.cumulus.internal.memory.View;
import org.cumulus.internal.text.ArrayText;
import org.jspecify.annotations.Nullable;

/**
 * An array of any number of dimensions: a view on memory, as NumPy's {@code ndarray}.
 *
 * {@snippet :
 * NDArray a = NDArray.of(new int[][] {{2, 4, 6}, {1, 3, 5}});
 * a.shape();                                     // {2, 3}
 * a.slice("1, ::-2");                            // [5 1], a view on the same memory
 * Cumulus.cumsum(a, 1);                          // [[ 2  6 12]
 *                                                //  [ 1  4  9]]
 * NDArray.wrap(new double[6], 2, 3);             // no copy: the array shows what is written here
 * }
 *
 * <p>The memory may be a Java array, off the heap or a mapped file, of any size; strides are in
 * bytes and may be negative or zero. {@link #transpose}, {@link #slice}, {@link #flip}, {@link
 * #select} and {@link #broadcastTo} never copy, {@link #reshape} and {@link #ravel} only if they
 * must.
 *
 * <p>The view itself never changes; the elements can. Sharing an array between threads is safe as
 * long as nobody writes to it.
 */
public final class NDArray {
  static {
    ArrayLike.see(new Views());
  }

  private final View view;

  /** Shows the inside what an array is a view of. */
  private static final class Views implements Function<Object, @Nullable View> {
    @Override
    public @Nullable View apply(Object a) {
      return a instanceof NDArray array ? array.view : null;
    }
  }

  NDArray(View view) {
    this.view = view;
  }

  View view() {
    return view;
  }

  /**
   * Makes a fresh array of an array-like, as {@code np.array}.
   *
   * <p>Array-likes are numbers, booleans and {@link Complex}, each an array without dimensions;
   * {@code NDArray}s, primitive arrays, {@code java.nio} buffers (between position and limit) and
   * memory segments (their bytes, as int8); and arrays and sequences of array-likes, nested to any
   * depth up to 64. Boxed numbers have the dtype of their class ({@code Integer} is int32), and all
   * elements are promoted together, one by one. {@code BigInteger}, {@code BigDecimal} and {@code
   * Duration} make an object array, in which a number mixed in is converted exactly, or refused. An
   * empty list is a float64.
   *
   * @throws IllegalArgumentException if a sequence is ragged (the message tells the shape found),
   *     or for text, {@code char}, sets without order, maps, paths, null and other objects
   */
  public static NDArray of(Object arrayLike) {
    View existing = ArrayLike.existing(arrayLike);
    return new NDArray(
        existing != null ? Copy.cast(existing, existing.dtype()) : NestedArray.of(arrayLike));
  }

  /**
   * Makes a fresh array of an array-like, each element cast to a dtype by NumPy's unsafe rules. A
   * memory segment by itself has no element type: its bytes are read as elements of the dtype.
   *
   * <p>With {@link DType#OBJECT} an element may be of any class.
   *
   * @throws IllegalArgumentException as {@link #of(Object)}, or if an object cannot be cast
   * @throws ArithmeticException if the integer value of an object does not fit the dtype
   */
  public static NDArray of(Object arrayLike, DType dtype) {
    Objects.requireNonNull(dtype, "dtype");
    if (arrayLike instanceof MemorySegment segment) {
      return wrap(segment, dtype, segment.byteSize() / dtype.itemSize()).copy();
    }
    if (dtype.kind() == Kind.OBJECT && ArrayLike.existing(arrayLike) == null) {
      return new NDArray(NestedArray.ofObjects(arrayLike));
    }
    return new NDArray(Copy.cast(ArrayLike.view(arrayLike), dtype));
  }

  /**
   * Makes an array of a primitive array, without a copy.
   *
   * @param primitiveArray a {@code boolean[]}, {@code byte[]}, … {@code double[]}; its dtype is
   *     that of the Java type ({@code byte} is int8)
   * @param shape the dimensions; none for one of the array's length
   * @throws IllegalArgumentException if it is not such an array, or its length is not that of the
   *     shape
   */
  public static NDArray wrap(Object primitiveArray, long... shape) {
    Objects.requireNonNull(shape, "shape");
    Objects.requireNonNull(primitiveArray, "primitiveArray");
    if (primitiveArray instanceof Buffer buffer) {
      return wrap(buffer, shape);
    }
    boolean primitive =
        primitiveArray.getClass().isArray()
            && primitiveArray.getClass().getComponentType().isPrimitive();
    View flat = primitive ? ArrayLike.existing(primitiveArray) : null;
    if (flat == null) {
      throw new IllegalArgumentException(
          "cannot wrap "
              + primitiveArray.getClass().getTypeName()
              + ": expected a primitive array");
    }
    return shape.length == 0 ? new NDArray(flat) : new NDArray(flat).reshape(shape);
  }

  /**
   * Makes an array of a {@code java.nio} buffer's elements between its position and its limit,
   * without a copy: of heap, direct and mapped buffers. Later changes of position, limit and byte
   * order do not show; the array of a read-only buffer is read-only.
   *
   * {@snippet :
   * DoubleBuffer buffer = DoubleBuffer.wrap(new double[] {1, 2, 3, 4});
   * NDArray.wrap(buffer, 2, 2);                    // [[1. 2.]
   *                                                //  [3. 4.]]
   * }
   *
   * @param buffer a buffer of any type but {@code CharBuffer}; a {@code ByteBuffer} is int8. For
   *     bytes that are elements of another dtype there is {@link #wrap(MemorySegment, DType,
   *     long...)} with {@code MemorySegment.ofBuffer(buffer)}
   * @param shape the dimensions; none for one of the buffer's length
   * @throws IllegalArgumentException if it is a {@code CharBuffer}, or its length is not that of
   *     the shape
   */
  public static NDArray wrap(Buffer buffer, long... shape) {
    Objects.requireNonNull(shape, "shape");
    View flat = ArrayLike.view(Objects.requireNonNull(buffer, "buffer"));
    return shape.length == 0 ? new NDArray(flat) : new NDArray(flat).reshape(shape);
  }

  /**
   * Makes an array of a memory segment in C order, without a copy: on the heap, off the heap or
   * mapped, at any alignment. The array of a read-only segment is read-only. The segment must stay
   * alive as long as the array is used.
   *
   * @param shape the dimensions; none for an array without dimensions, of one element
   * @throws IllegalArgumentException if the segment is too small for the shape, or the dtype is
   *     object
   */
  public static NDArray wrap(MemorySegment memory, DType dtype, long... shape) {
    Objects.requireNonNull(memory, "memory");
    Objects.requireNonNull(dtype, "dtype");
    Objects.requireNonNull(shape, "shape");
    if (dtype.kind() == Kind.OBJECT) {
      throw new IllegalArgumentException("memory segments hold no objects");
    }
    long size = Strides.checkedSize(shape);
    if (size > memory.byteSize() / dtype.itemSize()) {
      throw new IllegalArgumentException(
          "shape %s of %s needs more than the segment's %d bytes"
              .formatted(PythonTuple.of(shape), dtype, memory.byteSize()));
    }
    return new NDArray(View.contiguous(dtype, new Memory.Segment(memory), shape.clone()));
  }

  /**
   * Makes an array of zeros in C order: on the heap while a Java array can hold it, else off the
   * heap.
   *
   * @throws IllegalArgumentException if a dimension is negative or the array too big
   */
  public static NDArray zeros(DType dtype, long... shape) {
    Objects.requireNonNull(dtype, "dtype");
    Objects.requireNonNull(shape, "shape");
    View view = Allocation.zeros(dtype, shape.clone());
    if (view.memory() instanceof Memory.References references) {
      Arrays.fill(references.array(), BigInteger.ZERO);
    }
    return new NDArray(view);
  }

  /** The type of the elements. */
  public DType dtype() {
    return view.dtype();
  }

  /** The dimensions; a copy. */
  public long[] shape() {
    return view.shape().clone();
  }

  /** The distances between neighbours along each axis, in bytes; a copy. */
  public long[] strides() {
    return view.strides().clone();
  }

  /** The number of dimensions. */
  public int ndim() {
    return view.ndim();
  }

  /** The number of elements. */
  public long size() {
    return view.size();
  }

  /** Whether this view cannot be written to. */
  public boolean isReadOnly() {
    return view.readOnly();
  }

  /** Whether the elements lie without gaps in C order, the last axis fastest. */
  public boolean isCContiguous() {
    return view.isCContiguous();
  }

  /** Whether the elements lie without gaps in Fortran order, the first axis fastest. */
  public boolean isFContiguous() {
    return view.isFContiguous();
  }

  /** The same view, read-only. */
  public NDArray asReadOnly() {
    return new NDArray(view.asReadOnly());
  }

  /**
   * A view with its axes permuted.
   *
   * @param axes for each axis of the result, the axis here that it is; none reverses them
   * @throws IllegalArgumentException if they are not a permutation
   */
  public NDArray transpose(int... axes) {
    Objects.requireNonNull(axes, "axes");
    return new NDArray(view.transpose(Axes.permutation(axes, ndim())));
  }

  /**
   * The elements in C order in another shape: a view if strides can show it, else a fresh array.
   *
   * @param shape the new dimensions; one of them may be -1 and follows from the others
   * @throws IllegalArgumentException if the number of elements is another
   */
  public NDArray reshape(long... shape) {
    Objects.requireNonNull(shape, "shape");
    return new NDArray(Copy.reshaped(view, Shapes.completed(size(), shape)));
  }

  /**
   * All elements in C order in one dimension: a view if strides can show it, else a fresh array.
   */
  public NDArray ravel() {
    return reshape(size());
  }

  /**
   * A view with axes running backwards.
   *
   * @param axes the axes, from the end if negative; none flips all
   * @throws IllegalArgumentException if an axis is out of bounds or named twice
   */
  public NDArray flip(int... axes) {
    Objects.requireNonNull(axes, "axes");
    boolean[] flipped = new boolean[ndim()];
    Arrays.fill(flipped, axes.length == 0);
    for (int axis : axes) {
      int checked = Axes.checked(axis, ndim());
      if (flipped[checked]) {
        throw new IllegalArgumentException("repeated axis: " + Arrays.toString(axes));
      }
      flipped[checked] = true;
    }
    View result = view;
    for (int axis = 0; axis < flipped.length; axis++) {
      result = flipped[axis] ? result.flip(axis) : result;
    }
    return new NDArray(result);
  }

  /**
   * A view of some of the elements, by NumPy's basic indexing.
   *
   * @param numpyIndex what stands between NumPy's brackets, such as {@code "1:, ::-2"}: integers,
   *     slices, {@code ...} and {@code newaxis}
   * @throws IllegalArgumentException if it is not such an index, has too many items, or an integer
   *     is out of bounds
   */
  public NDArray slice(String numpyIndex) {
    Objects.requireNonNull(numpyIndex, "numpyIndex");
    return new NDArray(BasicIndex.apply(view, numpyIndex));
  }

  /**
   * A view with the index of one axis fixed, and that axis gone.
   *
   * @throws IllegalArgumentException if axis or index are out of bounds; both may be negative
   */
  public NDArray select(int axis, long index) {
    return new NDArray(BasicIndex.select(view, Axes.checked(axis, ndim()), index));
  }

  /**
   * A read-only view in which dimensions of length 1, and new leading ones, are repeated.
   *
   * @throws IllegalArgumentException if the shapes do not fit
   */
  public NDArray broadcastTo(long... shape) {
    Objects.requireNonNull(shape, "shape");
    return new NDArray(Shapes.broadcast(view, shape.clone()));
  }

  /** A fresh array in C order with the same dtype and elements. */
  public NDArray copy() {
    return new NDArray(Copy.inOrder(view));
  }

  /** A fresh array with each element cast by NumPy's unsafe rules, its axes in memory as here. */
  public NDArray astype(DType dtype) {
    Objects.requireNonNull(dtype, "dtype");
    return new NDArray(Copy.cast(view, dtype));
  }

  /**
   * Copies each element to another array, cast by NumPy's unsafe rules, as if all were read first.
   *
   * @throws IllegalArgumentException if the target is read-only or of another shape; nothing has
   *     been written then
   */
  public void copyTo(NDArray target) {
    Objects.requireNonNull(target, "target");
    target.checkWritable();
    if (!Arrays.equals(view.shape(), target.view.shape())) {
      throw new IllegalArgumentException(
          "cannot copy an array of shape %s to one of shape %s"
              .formatted(PythonTuple.of(view.shape()), PythonTuple.of(target.view.shape())));
    }
    Copy.copy(view, target.view);
  }

  /**
   * One element: a {@code Boolean}; a {@code Byte} … {@code Long} (unsigned integers as the next
   * wider type, uint64 as {@code BigInteger}); a {@code Float} (float16 too) or {@code Double}; a
   * {@link Complex}; the ticks of a timedelta64 as a {@code Long}, NaT as {@link Long#MIN_VALUE};
   * or the object.
   *
   * @param index one index for each dimension, from the end if negative
   * @throws IllegalArgumentException if an index is out of bounds, or there are too few or too many
   */
  public @Nullable Object get(long... index) {
    long position = position(index);
    return MappedFiles.reading(view, () -> Elements.get(view, position));
  }

  /**
   * One element as a double; integers are rounded to the nearest.
   *
   * @throws IllegalArgumentException as {@link #get}, or if the elements are complex or objects
   */
  public double getDouble(long... index) {
    return real(position(index));
  }

  /**
   * One element of an array of one dimension as a double.
   *
   * @throws IllegalArgumentException as {@link #getDouble(long...)}
   */
  public double getDouble(long index) {
    return real(position(index));
  }

  /**
   * One element of an array of two dimensions as a double.
   *
   * @throws IllegalArgumentException as {@link #getDouble(long...)}
   */
  public double getDouble(long row, long column) {
    return real(position(row, column));
  }

  /**
   * One element of an integer, bool or timedelta64 array as a long; of uint64, its bits.
   *
   * @throws IllegalArgumentException as {@link #get}, or if the elements are of another dtype
   */
  public long getLong(long... index) {
    checkHasLongs();
    return bits(position(index));
  }

  /**
   * One element of an array of one dimension as a long.
   *
   * @throws IllegalArgumentException as {@link #getLong(long...)}
   */
  public long getLong(long index) {
    checkHasLongs();
    return bits(position(index));
  }

  /**
   * One element of an array of two dimensions as a long.
   *
   * @throws IllegalArgumentException as {@link #getLong(long...)}
   */
  public long getLong(long row, long column) {
    checkHasLongs();
    return bits(position(row, column));
  }

  private void checkHasLongs() {
    Kind kind = view.dtype().kind();
    if (kind.isFloat() || kind.isComplex() || kind == Kind.OBJECT) {
      throw new IllegalArgumentException(view.dtype() + " elements are not integers");
    }
  }

  /**
   * One element of a numeric array as a complex number; the imaginary part of a real one is 0.
   *
   * @throws IllegalArgumentException as {@link #getDouble}, but for complex elements
   */
  public Complex getComplex(long... index) {
    long position = position(index);
    return view.dtype().kind().isComplex()
        ? (Complex) Objects.requireNonNull(get(index))
        : new Complex(real(position), 0);
  }

  /**
   * Puts a value in the place of one element of an array of one dimension, cast to the dtype.
   *
   * {@snippet :
   * NDArray counts = NDArray.zeros(DType.INT8, 3);
   * counts.set(0, 100);
   * counts.set(-1, 2.7);
   * counts.toString();                             // [100   0   2]
   * counts.set(1, 300);                            // 300 does not fit int8 (-128 to 127)
   * }
   *
   * <p>The rules are those of NumPy for {@code a[index] = value}: integers drop a fraction, floats
   * round, {@code bool} takes zero for false and all else for true, a {@code timedelta64} takes a
   * {@code Duration} or ticks. Refused is what has no such value: integers out of range, NaN and
   * infinities for integers, complex numbers for real ones (NumPy drops the imaginary part of its
   * own scalars), and text. Nothing has been written then.
   *
   * @param index the index, from the end if negative
   * @param value a number, a boolean, a {@link Complex}, a {@code Duration} or an array without
   *     dimensions; in an object array anything, null included
   * @throws IllegalArgumentException if the index is out of bounds, the array has another number of
   *     dimensions or is read-only, or the value is not one for the dtype
   * @throws ArithmeticException if an integer does not fit the dtype
   */
  public void set(long index, @Nullable Object value) {
    store(position(index), value);
  }

  /**
   * Puts a value in the place of one element of an array of two dimensions, as {@link #set(long,
   * Object)}.
   *
   * @throws IllegalArgumentException as {@link #set(long, Object)}
   * @throws ArithmeticException as {@link #set(long, Object)}
   */
  public void set(long row, long column, @Nullable Object value) {
    store(position(row, column), value);
  }

  /**
   * Puts a value in the place of one element, as {@link #set(long, Object)}.
   *
   * {@snippet :
   * NDArray cube = NDArray.zeros(DType.INT64, 2, 2, 2);
   * cube.set(new long[] {1, 0, 1}, 5);
   * }
   *
   * @param index one index for each dimension, from the end if negative
   * @throws IllegalArgumentException as {@link #set(long, Object)}
   * @throws ArithmeticException as {@link #set(long, Object)}
   */
  public void set(long[] index, @Nullable Object value) {
    store(position(Objects.requireNonNull(index, "index")), value);
  }

  /**
   * Puts values in the place of all elements of a slice, as NumPy's {@code a[index] = value}.
   *
   * {@snippet :
   * NDArray board = NDArray.zeros(DType.INT64, 2, 4);
   * board.set("0", new int[] {1, 2, 3, 4});
   * board.set("1, ::2", 9);
   * board.toString();                              // [[1 2 3 4]
   *                                                //  [9 0 9 0]]
   * }
   *
   * @param numpyIndex which elements, as for {@link #slice}
   * @param arrayLike what {@link #of(Object)} takes, of the slice's shape or one that is repeated
   *     to it; each element is cast by NumPy's unsafe rules, as by {@link #astype}, but a single
   *     value must fit the dtype, as for {@link #set(long, Object)}. It may share memory with this
   *     array
   * @throws IllegalArgumentException if the index or the value will not do, the shapes do not fit,
   *     or the array is read-only; nothing has been written then
   * @throws ArithmeticException if a single integer does not fit the dtype
   */
  public void set(String numpyIndex, Object arrayLike) {
    Objects.requireNonNull(arrayLike, "arrayLike");
    NDArray target = slice(numpyIndex);
    checkWritable();
    View values = ArrayLike.view(arrayLike);
    if (values.ndim() == 0) {
      NDArray fitting = zeros(dtype());
      fitting.store(fitting.view.offset(), Elements.get(values, values.offset()));
      values = fitting.view;
    }
    Copy.copy(Shapes.broadcast(values, target.shape()), target.view);
  }

  private void store(long position, @Nullable Object value) {
    checkWritable();
    if (value == null && dtype().kind() != Kind.OBJECT) {
      throw new NullPointerException("value");
    }
    Object element = value;
    View array = value == null ? null : ArrayLike.existing(value);
    if (array != null) {
      if (array.ndim() > 0) {
        throw new IllegalArgumentException(
            "an element is a single value, not an array of shape "
                + PythonTuple.of(array.shape())
                + ": to assign to a slice, give its index as text, such as \":\"");
      }
      element = Elements.get(array, array.offset());
    }
    try {
      Elements.set(view, position, element);
    } catch (InternalError fault) {
      throw MappedFiles.told(fault, view, view);
    }
  }

  private void checkWritable() {
    if (isReadOnly()) {
      throw new IllegalArgumentException("assignment destination is read-only");
    }
  }

  private double real(long position) {
    try {
      return Elements.real(view, position);
    } catch (InternalError fault) {
      throw MappedFiles.told(fault, view, view);
    }
  }

  private long bits(long position) {
    try {
      return Elements.bits(view, position);
    } catch (InternalError fault) {
      throw MappedFiles.told(fault, view, view);
    }
  }

  private long position(long[] index) {
    if (index.length != view.ndim()) {
      throw wrongCount(index);
    }
    long position = view.offset();
    for (int axis = 0; axis < index.length; axis++) {
      position += distance(axis, index[axis]);
    }
    return position;
  }

  private long position(long index) {
    if (view.ndim() != 1) {
      throw wrongCount(index);
    }
    return view.offset() + distance(0, index);
  }

  private long position(long row, long column) {
    if (view.ndim() != 2) {
      throw wrongCount(row, column);
    }
    return view.offset() + distance(0, row) + distance(1, column);
  }

  private IllegalArgumentException wrongCount(long... index) {
    return new IllegalArgumentException(
        "an element of shape %s needs %d indices, not %s"
            .formatted(PythonTuple.of(view.shape()), ndim(), Arrays.toString(index)));
  }

  /** How far an index is along an axis, in bytes. */
  private long distance(int axis, long index) {
    long length = view.shape()[axis];
    if (index < -length || index >= length) {
      throw new IllegalArgumentException(
          "index %d is out of bounds for axis %d with size %d".formatted(index, axis, length));
    }
    return (index < 0 ? index + length : index) * view.strides()[axis];
  }

  /**
   * The elements as a fresh primitive array, nested one level for each dimension: {@code
   * double[][]} for two. Unsigned integers come as their bits in the signed type of their width,
   * float16 as {@code float}, a timedelta64 as its ticks, a complex number as a last axis of length
   * 2. An array without dimensions gives its one element as {@link #get} does.
   *
   * @throws IllegalArgumentException if a dimension is too long for a Java array
   */
  public @Nullable Object toArray() {
    return MappedFiles.reading(view, () -> Export.nested(view));
  }

  /**
   * The elements in C order as one fresh primitive array, converted as by {@link #toArray}.
   *
   * @throws IllegalArgumentException if they are too many for a Java array
   */
  public Object toFlatArray() {
    return MappedFiles.reading(view, () -> Export.flat(view));
  }

  /**
   * The elements in C order as doubles.
   *
   * {@snippet :
   * double[] sums = Cumulus.cumsum(new int[][] {{1, 2}, {3, 4}}, 1).toDoubles();   // {1, 3, 3, 7}
   * NDArray.of(new Complex(1, 2)).toDoubles();
   *                               // (1+2j) at index () is not a real number
   * }
   *
   * <p>Integers beyond 2<sup>53</sup> and objects are rounded to the nearest double, as by {@link
   * #getDouble(long...)} and by Java itself. A bool is 0 or 1, a timedelta64 its ticks, and NaT
   * becomes NaN, which it does not by {@link #astype}.
   *
   * @return a fresh array
   * @throws ArithmeticException if a complex number has an imaginary part, or an object is a number
   *     beyond the range of doubles; the message names index and value
   * @throws IllegalArgumentException if an object is not a number, or the elements are too many for
   *     a Java array
   */
  public double[] toDoubles() {
    return MappedFiles.reading(view, () -> new PrimitiveExport(view).doubles());
  }

  /**
   * The elements in C order as longs, all exactly.
   *
   * {@snippet :
   * long[] whole = NDArray.of(new double[] {1, 2, 3e10}).toLongs();   // {1, 2, 30000000000}
   * NDArray.of(new double[] {1, 2.5}).toLongs();            // 2.5 at index (1,) is not an integer
   * }
   *
   * <p>A bool is 0 or 1, a timedelta64 its ticks, and NaT is {@link Long#MIN_VALUE}.
   *
   * @return a fresh array
   * @throws ArithmeticException if a value is not a whole number or does not fit: fractions, NaN,
   *     infinities, a uint64 of 2<sup>63</sup> or more, a complex number with an imaginary part;
   *     the message names index and value
   * @throws IllegalArgumentException as {@link #toDoubles}
   */
  public long[] toLongs() {
    return MappedFiles.reading(view, () -> new PrimitiveExport(view).longs());
  }

  /**
   * The elements in C order as ints, all exactly: for the offsets of a sparse matrix, say.
   *
   * {@snippet :
   * int[] offsets = NDArray.of(Cumulus.cumsum(new int[] {2, 0, 3})).toInts();   // {2, 2, 5}
   * NDArray.of(new long[] {1, 3_000_000_000L}).toInts();
   *                               // 3000000000 at index (1,) does not fit an int
   * }
   *
   * @return a fresh array
   * @throws ArithmeticException as {@link #toLongs}, or if a value is NaT
   * @throws IllegalArgumentException as {@link #toDoubles}
   */
  public int[] toInts() {
    return MappedFiles.reading(view, () -> new PrimitiveExport(view).ints());
  }

  /**
   * A stream of the elements in C order, each converted as by {@link #toDoubles}; of arrays of any
   * size. Elements are read, and refused, when the stream comes to them.
   *
   * {@snippet :
   * NDArray.of(new int[][] {{1, 2}, {3, 4}}).doubles().average().getAsDouble();   // 2.5
   * }
   */
  public DoubleStream doubles() {
    return LongStream.range(0, size()).mapToDouble(new PrimitiveExport(view)::doubleAt);
  }

  /**
   * A stream of the elements in C order, each converted as by {@link #toLongs}; of arrays of any
   * size. Elements are read, and refused, when the stream comes to them.
   *
   * {@snippet :
   * NDArray.of(new boolean[] {true, false, true}).longs().sum();   // 2
   * }
   */
  public LongStream longs() {
    return LongStream.range(0, size()).map(new PrimitiveExport(view)::longAt);
  }

  /**
   * The elements in C order as a list of objects of one class.
   *
   * {@snippet :
   * List<Long> sums = Cumulus.cumsum(new int[][] {{1, 2}, {3, 4}}, 1).toList(Long.class);
   * sums.toString();                               // [1, 3, 3, 7]
   * NDArray.of(new double[] {1, 0.5}).toList(Long.class);
   *                               // 0.5 at index (1,) is not an integer
   * }
   *
   * @param type {@code Double}, {@code Long} and {@code Integer}, for elements converted as by
   *     {@link #toDoubles}, {@link #toLongs} and {@link #toInts}; {@code BigDecimal} and {@code
   *     BigInteger}, for exact ones; or any class whose objects the elements are, as {@link #get}
   *     returns them: {@code Boolean}, {@link Complex}, {@code Duration}, {@code Object}
   * @return a fresh list, which cannot be changed
   * @throws ArithmeticException as {@link #toDoubles}, {@link #toLongs} and {@link #toInts}
   * @throws IllegalArgumentException if an element is not of the class, or there are too many for a
   *     list
   */
  public <T> List<T> toList(Class<T> type) {
    Objects.requireNonNull(type, "type");
    return new ObjectExport(view).list(type);
  }

  /**
   * Does something with each element in C order, as {@link #get} returns it. Without boxes there
   * are {@link #doubles} and {@link #longs}.
   *
   * {@snippet :
   * NDArray.of(new int[] {2, 4}).forEach(x -> System.out.print(x + ";"));   // 2;4;
   * }
   */
  public void forEach(Consumer<? super @Nullable Object> action) {
    Objects.requireNonNull(action, "action");
    new ObjectExport(view).forEach(action);
  }

  /**
   * Does something with the index and the value of each element in C order, as NumPy's {@code
   * ndenumerate}. Each index is a fresh array.
   *
   * {@snippet :
   * NDArray table = NDArray.of(new int[][] {{5, 6}});
   * table.forEachIndexed((index, x) -> System.out.print(Arrays.toString(index) + x + ";"));
   *                               // [0, 0]5;[0, 1]6;
   * }
   */
  public void forEachIndexed(BiConsumer<? super long[], ? super @Nullable Object> action) {
    Objects.requireNonNull(action, "action");
    new ObjectExport(view).forEachIndexed(action);
  }

  /**
   * Whether another array has the same shape and equal elements, whatever the dtypes and the
   * layouts in memory. {@link #equals} tells whether it is the same object, as memory can change.
   *
   * {@snippet :
   * NDArray sums = NDArray.of(Cumulus.cumsum(new int[] {1, 2, 3}));
   * sums.contentEquals(NDArray.of(List.of(1.0, 3.0, 6.0)));    // true
   * sums.contentEquals(sums.reshape(1, 3));                    // false
   * }
   *
   * <p>Numbers are compared exactly: the int64 2<sup>53</sup> + 1 equals no float64, and 0.1f is
   * not 0.1. NaN equals NaN, NaT equals NaT, 0.0 equals -0.0, and true equals 1. A timedelta64
   * equals only one of the same unit. Other objects are compared by their {@code equals}.
   */
  public boolean contentEquals(NDArray other) {
    Objects.requireNonNull(other, "other");
    try {
      return SameElements.areIn(view, other.view);
    } catch (InternalError fault) {
      throw MappedFiles.told(fault, view, other.view);
    }
  }

  /**
   * The bytes of the elements, without a copy, for a channel, a native function or another library;
   * read-only if this array is.
   *
   * @return empty unless the elements lie without gaps in C order, in memory that has bytes:
   *     objects do not, nor does the {@code boolean[]} that an array wraps
   */
  public Optional<MemorySegment> memory() {
    if (!isCContiguous() || !(view.memory() instanceof Memory.Bytes bytes)) {
      return Optional.empty();
    }
    long length = size() * dtype().itemSize();
    MemorySegment elements = bytes.segment().asSlice(length == 0 ? 0 : view.offset(), length);
    return Optional.of(isReadOnly() ? elements.asReadOnly() : elements);
  }

  /** NumPy's {@code str} of the array, such as {@code [ 2 6 12]}. */
  @Override
  public String toString() {
    return ArrayText.str(view, PrintOptions.DEFAULT);
  }

  /** NumPy's {@code repr} of the array, such as {@code array([ 2, 6, 12], dtype=int8)}. */
  public String repr() {
    return ArrayText.repr(view, PrintOptions.DEFAULT);
  }
}
