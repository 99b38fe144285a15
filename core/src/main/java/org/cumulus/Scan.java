package org.cumulus;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import org.cumulus.internal.engine.Copy;
import org.cumulus.internal.memory.Axes;
import org.cumulus.internal.memory.View;
import org.cumulus.internal.requests.Modes;
import org.cumulus.internal.requests.Operands;
import org.cumulus.internal.requests.Request;
import org.cumulus.internal.requests.RequestText;
import org.cumulus.internal.requests.Segments;
import org.cumulus.internal.requests.StreamScan;
import org.cumulus.internal.requests.StreamSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * A scan, ready to be applied to any number of arrays: every prefix of every line of an array is
 * folded with an operator.
 *
 * {@snippet :
 * Scan runningTotal = Scan.of(Operator.ADD).axis(1);
 * runningTotal.apply(new int[][] {{2, 4, 6}, {1, 3, 5}});   // [[ 2  6 12]
 *                                                           //  [ 1  4  9]], int64
 * }
 *
 * <p>By default additions are done strictly from left to right, each rounded to the operation's
 * dtype, and the bits are those of {@code numpy.add.accumulate}. {@link #order} chooses another
 * {@link Order}.
 *
 * <p>NaN and infinities propagate, unless {@link #nan} says otherwise; integers wrap, unless {@link
 * #overflow} does; the first element of a line is kept as it is, {@code -0.0} included.
 *
 * <p>Modes can be combined: lines can be scanned from the end ({@link #reverse}), each result can
 * leave its own element out ({@link #exclusive}), lines can start from a value ({@link #initial})
 * and the result with it ({@link #includeInitial}), several axes can be scanned one after the other
 * ({@link #axes}), and lines can start afresh at each of their segments ({@link #segmentsByKey},
 * {@link #segmentsByLengths}, {@link #segmentsByOffsets}, {@link #segmentsByFlags}). Modes that
 * contradict each other are refused as soon as they are combined.
 *
 * {@snippet :
 * Scan.of(Operator.ADD).exclusive().apply(new int[] {2, 4, 6});             // [0 2 6], offsets
 * Scan.of(Operator.ADD).reverse().apply(new int[] {2, 4, 6});               // [12 10  6]
 * Scan.of(Operator.ADD).initial(100).apply(new int[] {2, 4, 6});            // [102 106 112]
 * Scan.of(Operator.ADD).includeInitial().apply(new int[] {2, 4, 6});        // [ 0  2  6 12]
 * Scan.of(Operator.ADD).axes(0, 1).apply(new int[][] {{2, 4}, {1, 3}});     // [[ 2  6]
 *                                                                           //  [ 3 10]]
 * }
 *
 * <p>Scans can be serialised, and so be part of a job on another machine, as their {@link Operator}
 * can; the bytes are for programs with the same version of this library.
 *
 * <p>Instances are immutable and safe to share between threads. While an array is being scanned
 * nobody else may write to it.
 */
public final class Scan implements Serializable {
  @Serial private static final long serialVersionUID = 1;

  private final transient Request request;

  private Scan(Request request) {
    this.request = request;
  }

  /** What it is to the inside. */
  Request request() {
    return request;
  }

  /** A scan with an operator, of the flattened array, in the dtype that NumPy would choose. */
  public static Scan of(Operator operator) {
    Objects.requireNonNull(operator, "operator");
    return new Scan(Request.of(operator.fold()));
  }

  /**
   * The same scan along an axis.
   *
   * @param newAxis the axis, from the end if negative; null scans the array as if flattened in C
   *     order
   */
  public Scan axis(@Nullable Integer newAxis) {
    return new Scan(newAxis == null ? request.along() : request.along(newAxis));
  }

  /**
   * The same scan along several axes, one after the other in the order given. Along all axes of a
   * picture it makes a summed-area table: each result is the sum of the rectangle up to it.
   *
   * <p>All of them are done in the operation's dtype; a cast to an output comes last. Floats may
   * come out differently for another order of the axes.
   *
   * @param newAxes the axes, from the end if negative
   * @throws IllegalArgumentException if there are none, if one is there twice, or if there are
   *     several and an initial value, which the scan along the second axis would add up again, or
   *     the order {@link Order#EXACT}, as it would add up rounded sums
   */
  public Scan axes(int... newAxes) {
    Objects.requireNonNull(newAxes, "axes");
    if (newAxes.length == 0) {
      throw new IllegalArgumentException(
          "axes needs at least one axis; axis(null) scans the flattened array");
    }
    int[] copy = newAxes.clone();
    Axes.checkDifferent(copy, copy);
    return new Scan(request.along(copy));
  }

  /**
   * The same scan with results that leave out their own element: the first is the operator's
   * identity or the {@linkplain #initial initial value}, and the total is not among them.
   *
   * @throws IllegalArgumentException if the result is to {@linkplain #includeInitial include the
   *     initial value}, with which it would begin twice
   */
  public Scan exclusive() {
    return with(request.modes.exclusive());
  }

  /**
   * The same scan from the last element of each line to the first, whose result is the total. With
   * no axis it goes from the last element of the array to its first.
   */
  public Scan reverse() {
    return with(request.modes.reverse());
  }

  /**
   * The same scan with lines that start from a value, to which the first element is added.
   *
   * <p>The value is rounded to the operation's dtype, and takes no part in choosing it. A value
   * that the dtype cannot hold is refused by {@link #apply}, with an {@link ArithmeticException}: a
   * fraction or NaN in integers, an integer out of their range, a finite number that a float would
   * make infinite, an imaginary part in real numbers. {@link OverflowPolicy#SATURATE} takes the
   * nearest value instead, except for fractions and imaginary parts.
   *
   * {@snippet :
   * Scan.of(Operator.ADD).initial(0.5).apply(new int[] {2, 4});
   *                          // add: int64 cannot hold the initial value 0.5
   * Scan.of(Operator.ADD).initial(0.5).dtype(DType.FLOAT64).apply(new int[] {2, 4});   // [2.5 6.5]
   * }
   *
   * @param value a number, a boolean, a {@link Complex} or an array without dimensions
   * @throws IllegalArgumentException if it is not such a value, or there are several axes
   */
  public Scan initial(Object value) {
    Objects.requireNonNull(value, "value");
    return with(request.modes.initial(Copy.inOrder(Operands.of(request.fold, value)).asReadOnly()));
  }

  /**
   * The same scan with one more result in each line, before all others in its direction: the
   * {@linkplain #initial initial value}, or the operator's identity. That is {@code
   * numpy.cumulative_sum}'s {@code include_initial}. The identity is not added to anything: {@code
   * -0.0} stays {@code -0.0}.
   *
   * @throws IllegalArgumentException if the scan is {@linkplain #exclusive exclusive}
   */
  public Scan includeInitial() {
    return with(request.modes.includeInitial());
  }

  /**
   * The same scan with another treatment of elements that are NaN.
   *
   * @param policy the treatment (default: {@link NaNPolicy#PROPAGATE})
   */
  public Scan nan(NaNPolicy policy) {
    Objects.requireNonNull(policy, "policy");
    return with(request.modes.nan(policy));
  }

  /**
   * The same scan of segments: elements with different keys are scanned apart. Elements with the
   * same key belong to one segment wherever they are, as in pandas' {@code groupby(keys).cumsum()}.
   *
   * {@snippet :
   * Scan.of(Operator.ADD).segmentsByKey(List.of("a", "b", "a", "b")).apply(new int[] {1, 2, 3, 4});
   *                                                                        // [1 2 4 6]
   * }
   *
   * <p>With {@link #reverse} each segment goes from its last element to its first, with {@link
   * #exclusive} its first result is the initial value or the identity, and in every {@link Order}
   * positions count from its start. Where the elements of a key are not side by side, input and
   * results are put into another order and back, which takes two more arrays of their size.
   *
   * @param keys one for each element of a line, or of the flattened array without an axis: an array
   *     of one dimension or a list, of numbers, booleans, strings or any objects with {@code
   *     equals} and {@code hashCode}. Numbers are the same if their values are; NaN is a key of its
   *     own, the same for all NaN, and so is null (pandas leaves both out)
   * @throws IllegalArgumentException if they are not such keys, or the scan {@linkplain
   *     #includeInitial includes the initial value} or has several axes; and later from {@link
   *     #apply} if there are not as many as elements of a line
   */
  public Scan segmentsByKey(Object keys) {
    Objects.requireNonNull(keys, "keys");
    return with(request.modes.segments(Segments.ofKeys(keys)));
  }

  /**
   * The same scan of segments of such lengths, one after the other in each line.
   *
   * {@snippet :
   * Scan.of(Operator.ADD).segmentsByLengths(2, 0, 3).apply(new int[] {1, 2, 3, 4, 5});
   *                                                                        // [ 1  3  3  7 12]
   * }
   *
   * @param lengths how many elements each segment has, which may be none; in forward order, also if
   *     the scan goes {@linkplain #reverse backwards}
   * @throws IllegalArgumentException if one is negative, or as {@link #segmentsByKey}; and later
   *     from {@link #apply} if they do not add up to the length of a line
   */
  public Scan segmentsByLengths(long... lengths) {
    Objects.requireNonNull(lengths, "lengths");
    return with(request.modes.segments(Segments.ofLengths(lengths)));
  }

  /**
   * The same scan of segments of such lengths; as {@link #segmentsByLengths(long...)}.
   *
   * @throws IllegalArgumentException as {@link #segmentsByLengths(long...)}
   */
  public Scan segmentsByLengths(int[] lengths) {
    Objects.requireNonNull(lengths, "lengths");
    return segmentsByLengths(Arrays.stream(lengths).asLongStream().toArray());
  }

  /**
   * The same scan of segments between such offsets, as those of the rows of a sparse matrix.
   *
   * {@snippet :
   * Scan.of(Operator.ADD).segmentsByOffsets(0, 2, 2, 5).apply(new int[] {1, 2, 3, 4, 5});
   *                                                                        // [ 1  3  3  7 12]
   * }
   *
   * @param offsets where each segment begins, and then where the last one ends: from 0, one more
   *     than there are segments, and never descending
   * @throws IllegalArgumentException if they are not such offsets, or as {@link #segmentsByKey};
   *     and later from {@link #apply} if the last one is not the length of a line
   */
  public Scan segmentsByOffsets(long... offsets) {
    Objects.requireNonNull(offsets, "offsets");
    return with(request.modes.segments(Segments.ofOffsets(offsets)));
  }

  /**
   * The same scan of segments between such offsets, as {@link Cumulus#offsets(int[])} makes them;
   * as {@link #segmentsByOffsets(long...)}.
   *
   * @throws IllegalArgumentException as {@link #segmentsByOffsets(long...)}
   */
  public Scan segmentsByOffsets(int[] offsets) {
    Objects.requireNonNull(offsets, "offsets");
    return segmentsByOffsets(Arrays.stream(offsets).asLongStream().toArray());
  }

  /**
   * The same scan of segments that begin where a flag is set. The first element begins one in any
   * case.
   *
   * {@snippet :
   * boolean[] flags = {true, false, true, false, false};
   * Scan.of(Operator.ADD).segmentsByFlags(flags).apply(new int[] {1, 2, 3, 4, 5});
   *                                                                        // [ 1  3  3  7 12]
   * }
   *
   * @param flags one for each element of a line: booleans in an array of one dimension or a list
   * @throws IllegalArgumentException if they are not such flags, or as {@link #segmentsByKey}; and
   *     later from {@link #apply} if there are not as many as elements of a line
   */
  public Scan segmentsByFlags(Object flags) {
    Objects.requireNonNull(flags, "flags");
    return with(request.modes.segments(Segments.ofFlags(flags)));
  }

  private Scan with(Modes newModes) {
    return new Scan(request.modes(newModes));
  }

  /**
   * The same scan in another dtype: the input is cast to it first, element by element, by NumPy's
   * unsafe rules. Byte order and unit are dropped, and a {@code timedelta64} input ignores the
   * dtype, as in NumPy.
   *
   * @param newDtype the dtype of the operation; null for NumPy's choice
   */
  public Scan dtype(@Nullable DType newDtype) {
    boolean isSame = Objects.equals(newDtype, request.dtype);
    return isSame ? this : new Scan(request.dtype(newDtype));
  }

  /**
   * The same scan with another promise about the order of the additions, and so about the bits.
   *
   * {@snippet :
   * Scan.of(Operator.ADD).order(Order.BLOCKED).apply(samples);   // long lines: faster, more accurate
   * Scan.of(Operator.ADD).order(Order.EXACT).apply(samples);     // correctly rounded
   * }
   *
   * @param newOrder the order (default: {@link Order#NUMPY})
   * @throws IllegalArgumentException if it is {@link Order#EXACT} and there are several axes
   */
  public Scan order(Order newOrder) {
    Objects.requireNonNull(newOrder, "order");
    return new Scan(request.order(newOrder));
  }

  /**
   * The same scan with another treatment of what is beyond the range of a dtype.
   *
   * {@snippet :
   * Scan.of(Operator.ADD).dtype(DType.INT8).overflow(OverflowPolicy.SATURATE)
   *     .apply(new int[] {100, 100, -100});                      // [100 127  27]
   * Scan.of(Operator.ADD).overflow(OverflowPolicy.CHECKED)
   *     .apply(new long[] {Long.MAX_VALUE, 1});
   *                          // add overflows int64 at index (1,): 9223372036854775808
   * }
   *
   * @param policy the treatment (default: {@link OverflowPolicy#WRAP})
   */
  public Scan overflow(OverflowPolicy policy) {
    Objects.requireNonNull(policy, "policy");
    return new Scan(request.overflow(policy));
  }

  /**
   * The same scan with another limit on the number of threads. The bits do not depend on it.
   *
   * <p>The caller's thread always takes part. Others come from its {@code ForkJoinPool}, or else
   * from the common pool, if they are free, and only for arrays large enough to be worth waking
   * them; with 1 no other thread is ever used.
   *
   * @param threads how many threads may share the work at most (default: the number of processors)
   * @throws IllegalArgumentException if that is less than 1
   */
  public Scan parallelism(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("parallelism must be at least 1, not " + threads);
    }
    return new Scan(request.parallelism(threads));
  }

  /**
   * Scans an array into a fresh one.
   *
   * @param a an array or anything that {@link NDArray#of(Object)} takes
   * @return an array of the input's shape, or of one dimension if no axis was given, with one more
   *     element along the axes if it {@linkplain #includeInitial includes the initial value}; its
   *     axes lie in memory in the order of the input's
   * @throws IllegalArgumentException if {@code a} is not an array-like, an axis is out of bounds,
   *     or the operator has no result in the dtypes
   * @throws ArithmeticException if objects do not fit, or something {@linkplain
   *     OverflowPolicy#CHECKED overflows}
   * @throws java.io.UncheckedIOException if {@code a} is mapped from a file that has become shorter
   */
  public NDArray apply(Object a) {
    return new NDArray(request.apply(a));
  }

  /**
   * Scans an array into another one, cast to its dtype.
   *
   * <p>The output takes part in the choice of the operation's dtype: without an explicit one it is
   * the common dtype of output and input, and small integers are not widened. Output and input may
   * share memory in any way; the result is as if the input had been copied first.
   *
   * @param a an array or anything that {@link NDArray#of(Object)} takes
   * @param out where the result goes; of exactly the result's shape
   * @return {@code out}
   * @throws IllegalArgumentException as {@link #apply(Object)}, and if {@code out} is read-only or
   *     of another shape; nothing has been written then
   * @throws ArithmeticException if objects do not fit, or something {@linkplain
   *     OverflowPolicy#CHECKED overflows}; nothing has been written then
   */
  public NDArray apply(Object a, NDArray out) {
    Objects.requireNonNull(out, "out");
    request.apply(a, out.view());
    return out;
  }

  /**
   * The same scan of an input that arrives in chunks.
   *
   * {@snippet :
   * ScanStream stream = Scan.of(Operator.ADD).stream(DType.FLOAT64);
   * stream.feed(new double[] {1, 2, 3});                                // [1. 3. 6.]
   * stream.feed(new double[] {4});                                      // [10.]
   * Scan.of(Operator.ADD).axis(0).stream(DType.FLOAT32, -1, 640, 480);  // pictures
   * }
   *
   * @param input the dtype of the chunks
   * @param shape the shape of the chunks, which may have any length along the scanned axis, so that
   *     the one given here is not looked at; none for a line. Without an axis chunks of any shape
   *     are flattened, and there is none to give
   * @return a stream that has seen nothing yet
   * @throws IllegalArgumentException if the scan is {@linkplain #reverse backwards}, which would
   *     begin with the last chunk, or along several {@linkplain #axes}, of which the second needs
   *     all chunks; if the axis is out of bounds, another length negative, a shape given without an
   *     axis, or the dtypes allow no sum
   */
  public ScanStream stream(DType input, long... shape) {
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(shape, "shape");
    return new ScanStream(StreamScan.of(request, input, shape));
  }

  /**
   * A stream that goes on from where another one {@linkplain ScanStream#snapshot was}, with the
   * same bits as if it had never stopped.
   *
   * @param snapshot what {@link ScanStream#snapshot} has given
   * @throws IllegalArgumentException if it is not a snapshot, is damaged, is of a version that is
   *     not known here, or is of another scan than this: one with another operator, axis, dtype,
   *     order, mode or initial value. The number of threads may differ
   */
  public ScanStream resume(byte[] snapshot) {
    Objects.requireNonNull(snapshot, "snapshot");
    return new ScanStream(StreamSnapshot.of(snapshot.clone(), request));
  }

  /**
   * The operator and every setting that differs from its default, for logs and debuggers.
   *
   * {@snippet :
   * Scan.of(Operator.ADD).axis(1).exclusive().order(Order.EXACT).toString();
   *                          // Scan[add, axis=1, exclusive, order=EXACT]
   * }
   */
  @Override
  public String toString() {
    return RequestText.of(request);
  }

  /** A scan in serialised form. */
  @SuppressWarnings("ArrayRecordComponent") // Forms are never compared.
  private record Form(
      Operator operator,
      int[] axes,
      @Nullable String dtype,
      Order order,
      OverflowPolicy overflow,
      int parallelism,
      boolean isExclusive,
      boolean isReverse,
      boolean hasInitial,
      @Nullable StoredValue initial,
      NaNPolicy nan,
      @Nullable Segments segments)
      implements Serializable {
    @Serial
    private Object readResolve() {
      View start = initial == null ? null : initial.array().asReadOnly().view();
      Modes modes = new Modes(isExclusive, isReverse, hasInitial, start, nan, segments);
      return new Scan(
          Request.of(operator.fold())
              .modes(modes)
              .along(axes.clone())
              .dtype(dtype == null ? null : DType.of(dtype))
              .order(order)
              .overflow(overflow)
              .parallelism(parallelism));
    }
  }

  @Serial
  private Object writeReplace() {
    Modes modes = request.modes;
    View start = modes.initial();
    return new Form(
        new Operator(request.fold),
        request.axes,
        request.dtype == null ? null : request.dtype.str(),
        request.order,
        request.overflow,
        request.parallelism,
        modes.isExclusive(),
        modes.isReverse(),
        modes.hasInitial(),
        start == null ? null : StoredValue.of(start),
        modes.nan(),
        modes.segments());
  }

  @Serial
  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("a scan is read from its serialised form");
  }
}
