package org.cumulus;

import java.util.Objects;
import org.cumulus.internal.Allocation;
import org.cumulus.internal.Execution;
import org.cumulus.internal.Strides;
import org.cumulus.internal.View;
import org.jspecify.annotations.Nullable;

/**
 * A request for a scan, the prefixes of every line of an array folded with an operator: built once,
 * then applied to any number of arrays.
 *
 * {@snippet :
 * Scan runningTotal = Scan.of(Operator.ADD).axis(1);
 * runningTotal.apply(new int[][] {{2, 4, 6}, {1, 3, 5}});   // [[ 2  6 12] [ 1  4  9]], int64
 * }
 *
 * <p>By default additions are done strictly from left to right, each rounded to the operation's
 * dtype, and the bits are those of {@code numpy.add.accumulate}. {@link #order} chooses another
 * {@link Order}.
 *
 * <p>Instances are immutable and safe to share between threads. While an array is being scanned
 * nobody else may write to it.
 */
public final class Scan {
  private static final int ALL_CORES = Runtime.getRuntime().availableProcessors();

  private final Operator operator;
  private final @Nullable Integer axis;
  private final @Nullable DType dtype;
  private final Order order;
  private final int parallelism;

  private Scan(
      Operator operator,
      @Nullable Integer axis,
      @Nullable DType dtype,
      Order order,
      int parallelism) {
    this.operator = operator;
    this.axis = axis;
    this.dtype = dtype;
    this.order = order;
    this.parallelism = parallelism;
  }

  /** A scan with an operator, of the flattened array, in the dtype that NumPy would choose. */
  public static Scan of(Operator operator) {
    Objects.requireNonNull(operator, "operator");
    return new Scan(operator, null, null, Order.NUMPY, ALL_CORES);
  }

  /**
   * The same scan along an axis.
   *
   * @param newAxis the axis, from the end if negative; null scans the array as if flattened in C
   *     order
   */
  public Scan axis(@Nullable Integer newAxis) {
    return new Scan(operator, newAxis, dtype, order, parallelism);
  }

  /**
   * The same scan in another dtype: the input is cast to it first, element by element, by NumPy's
   * unsafe rules. Byte order and unit are dropped, and a {@code timedelta64} input ignores the
   * dtype, as in NumPy.
   *
   * @param newDtype the dtype of the operation; null for NumPy's choice
   */
  public Scan dtype(@Nullable DType newDtype) {
    return new Scan(operator, axis, newDtype, order, parallelism);
  }

  /**
   * The same scan with another promise about the order of the additions, and so about the bits.
   *
   * {@snippet :
   * Scan.of(Operator.ADD).order(Order.BLOCKED).apply(samples);   // long lines: faster, more accurate
   * Scan.of(Operator.ADD).order(Order.EXACT).apply(samples);     // correctly rounded
   * }
   *
   * @param newOrder the order; {@link Order#NUMPY} unless chosen
   */
  public Scan order(Order newOrder) {
    Objects.requireNonNull(newOrder, "order");
    return new Scan(operator, axis, dtype, newOrder, parallelism);
  }

  /**
   * The same scan by another number of threads. The bits do not depend on it.
   *
   * <p>The caller's thread always takes part. The others come from its {@code ForkJoinPool}, else
   * from the common pool, if they are free, and only for arrays so large that waking them pays;
   * with 1 no other thread is ever touched. The default is the number of processors.
   *
   * @param threads how many threads may share the work, at the most
   * @throws IllegalArgumentException if that is less than 1
   */
  public Scan parallelism(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("parallelism must be at least 1, not " + threads);
    }
    return new Scan(operator, axis, dtype, order, threads);
  }

  /**
   * Scans an array into a fresh one.
   *
   * @param a an array or anything that {@link NDArray#of(Object)} takes
   * @return an array of the input's shape, or of one dimension if no axis was given; its axes lie
   *     in memory in the order of the input's
   * @throws IllegalArgumentException if {@code a} is no array-like, the axis is out of bounds, or
   *     the dtypes allow no sum
   */
  public NDArray apply(Object a) {
    View in = prepared(a);
    int along = checkedAxis(in);
    DType type = Promotion.ofSum(in.dtype(), dtype, null);
    if (along == Execution.ALL_AXES) {
      View flat = Allocation.zeros(type, in.size());
      scan(in, type, flat, along);
      return new NDArray(flat);
    }
    View out = Allocation.like(in, type);
    scan(in, type, out, along);
    return new NDArray(out);
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
   */
  public NDArray apply(Object a, NDArray out) {
    Objects.requireNonNull(out, "out");
    View in = prepared(a);
    int along = checkedAxis(in);
    DType type = Promotion.ofSum(in.dtype(), dtype, out.dtype());
    View target = out.view();
    if (target.readOnly()) {
      throw new IllegalArgumentException("output array is read-only");
    }
    long[] shape = along == Execution.ALL_AXES ? new long[] {in.size()} : in.shape();
    if (!java.util.Arrays.equals(shape, target.shape())) {
      throw new IllegalArgumentException(
          "provided out is the wrong size for the accumulation. It has shape "
              + Strides.text(target.shape())
              + ", the result has shape "
              + Strides.text(shape));
    }
    scan(in, type, target, along);
    return out;
  }

  /** The input with at least one dimension. */
  private static View prepared(Object a) {
    View in = ArrayLike.view(a);
    return in.ndim() == 0 ? in.newAxis(0) : in;
  }

  private int checkedAxis(View in) {
    if (axis == null) {
      return in.ndim() == 1 ? 0 : Execution.ALL_AXES;
    }
    return Axes.checked(axis, in.ndim());
  }

  private void scan(View in, DType type, View out, int along) {
    switch (operator) {
      case ADD -> {
        View shaped = along == Execution.ALL_AXES ? out.reshape(in.shape()) : out;
        Execution.sum(in, type, Objects.requireNonNull(shaped), along, order, parallelism);
      }
    }
  }
}
