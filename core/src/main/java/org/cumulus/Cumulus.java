package org.cumulus;

import java.lang.reflect.Array;
import java.math.BigInteger;
import java.util.Objects;
import org.cumulus.internal.arrays.ArrayLike;
import org.cumulus.internal.kernels.FlatProduct;
import org.cumulus.internal.kernels.FlatSum;
import org.cumulus.internal.memory.Axes;
import org.cumulus.internal.memory.View;
import org.cumulus.internal.plan.Tiling;
import org.cumulus.internal.requests.Diff;
import org.cumulus.internal.requests.Operands;
import org.cumulus.internal.requests.Recurrences;
import org.cumulus.internal.types.Promotion;
import org.jspecify.annotations.Nullable;

/**
 * Cumulative sums under NumPy's names, with NumPy's argument order, defaults and bits.
 *
 * {@snippet :
 * int[][] a = {{2, 4, 6}, {1, 3, 5}};
 * Cumulus.cumsum(a);                                   // [ 2  6 12 13 16 21]
 * Cumulus.cumsum(a, 1);                                // [[ 2  6 12]
 *                                                      //  [ 1  4  9]]
 * Cumulus.cumsum(a, 0, DType.FLOAT64);                 // [[ 2.  4.  6.]
 *                                                      //  [ 3.  7. 11.]]
 * double[] total = Cumulus.cumsum(new double[] {0.5, 0.25});   // {0.5, 0.75}
 * }
 *
 * <p>The methods on {@code Object} take whatever {@link NDArray#of(Object)} takes, and any argument
 * after the first may be null, which means NumPy's default.
 *
 * <p>Primitive arrays have overloads of their own, whose result is a primitive array of NumPy's
 * dtype: a {@code double[]} gives a {@code double[]}, an {@code int[]} a {@code long[]}. There is
 * one for every primitive type in {@code cumsum} and {@code cumprod}; for {@code int}, {@code
 * long}, {@code float} and {@code double} in {@code cumulativeSum}, {@code cumulativeProd} and
 * {@code diff}; for {@code float} and {@code double} in {@code nancumsum}, {@code nancumprod} and
 * {@code logcumsumexp}. The overload follows the static type: the same array held as an {@code
 * Object} gives an {@link NDArray}, and so does a call with a {@code dtype} or an {@code NDArray}
 * as {@code out}. From there {@link NDArray#toDoubles}, {@link NDArray#toLongs} and others lead
 * back.
 *
 * <p>Additions are strictly from left to right, one rounding each: {@code cumsum(a)[-1]} need not
 * be the correctly rounded sum. The error of the k-th prefix is at most k-1 units in the last place
 * of Σ|x|. Integers wrap; NaN and infinities propagate; the first element is kept as it is, -0.0
 * included.
 *
 * <p>All methods are safe to call from many threads, as long as nobody writes to an array that is
 * being read.
 */
public final class Cumulus {
  /** As {@code numpy.cumsum} where only the array is given. */
  private static final Scan SUM = Scan.of(Operator.ADD);

  /** The same along the first axes: to make one takes as long as to add ten elements. */
  private static final Scan[] SUM_ALONG = {SUM.axis(0), SUM.axis(1), SUM.axis(2)};

  private static final Scan SUM_WITHOUT_NAN = SUM.nan(NaNPolicy.SKIP);

  private static final Scan PRODUCT = Scan.of(Operator.MULTIPLY);

  private static final Scan LOG_SUM = Scan.of(Operator.LOGCUMSUMEXP);

  private static final Scan PRODUCT_WITHOUT_NAN = PRODUCT.nan(NaNPolicy.SKIP);

  private Cumulus() {}

  /**
   * The cumulative sum of the flattened array; see {@link #cumsum(Object, Integer, DType,
   * NDArray)}.
   */
  public static NDArray cumsum(Object a) {
    return SUM.apply(a);
  }

  /** The cumulative sum along an axis; see {@link #cumsum(Object, Integer, DType, NDArray)}. */
  public static NDArray cumsum(Object a, @Nullable Integer axis) {
    return sum(axis).apply(a);
  }

  /** The cumulative sum in a dtype; see {@link #cumsum(Object, Integer, DType, NDArray)}. */
  public static NDArray cumsum(Object a, @Nullable Integer axis, @Nullable DType dtype) {
    return sum(axis).dtype(dtype).apply(a);
  }

  /**
   * The cumulative sum of the elements along an axis, as {@code numpy.cumsum(a, axis, dtype, out)}:
   * {@code y[k] = x[0] + … + x[k]}.
   *
   * {@snippet :
   * int[][] a = {{2, 4, 6}, {1, 3, 5}};
   * Cumulus.cumsum(a, 1, null, null);                    // [[ 2  6 12]
   *                                                      //  [ 1  4  9]], int64
   * NDArray out = NDArray.zeros(DType.FLOAT32, 2, 3);
   * Cumulus.cumsum(a, 0, null, out);                     // [[ 2.  4.  6.]
   *                                                      //  [ 3.  7. 11.]], float32
   * }
   *
   * <p><b>Special values.</b> NaN and infinities propagate, and {@code NaT} sticks; {@link
   * #nancumsum(Object, Integer, DType, NDArray) nancumsum} takes NaN for zero. Integers wrap on
   * overflow, and sums of {@code bool} in {@code bool} are OR. The first element is copied, so that
   * -0.0 stays -0.0. Arrays without elements give one of the same shape, and an array without
   * dimensions gives one of shape {@code (1,)}.
   *
   * <p><b>Accuracy.</b> Strictly from left to right, one rounding for each addition, with the bits
   * of NumPy 2.4: the error of the k-th prefix is at most k-1 units in the last place of Σ|x|.
   * {@link Scan#order} has more accurate orders.
   *
   * <p><b>Threads.</b> The method may be called by any number of threads, as long as none of them
   * writes to {@code a} or {@code out} meanwhile. It shares large arrays among all cores; the bits
   * do not depend on that, and {@link Scan#parallelism} sets a limit.
   *
   * @param a an array or array-like of any numeric dtype and any shape, as {@link
   *     NDArray#of(Object)} takes it
   * @param axis the axis to sum along, from {@code -ndim} to {@code ndim - 1}, counted from the end
   *     if negative (default: null, which sums the flattened array, in C order)
   * @param dtype the dtype that the elements are cast to and added in (default: null). With null it
   *     is that of {@code a}, where {@code bool} and integers narrower than 64 bits are widened to
   *     {@code int64} or {@code uint64}; or, if there is an {@code out}, the common dtype of {@code
   *     out} and {@code a}. As in NumPy its byte order and its unit of time are dropped, and a
   *     {@code timedelta64} input ignores it and keeps its own unit. For a dtype alone there is
   *     {@code Scan.of(Operator.ADD).dtype(dtype).apply(a)}
   * @param out where the result goes, cast to its dtype (default: null, for a fresh array); of
   *     exactly the result's shape, in any layout. It may share memory with {@code a}, or be {@code
   *     a}
   * @return {@code out} if given, else a fresh array of the shape of {@code a}, or of one dimension
   *     if there is no axis
   * @throws IllegalArgumentException if {@code a} is not an array-like or is ragged, the axis is
   *     out of bounds, the dtypes have no sum, or {@code out} is read-only or of another shape;
   *     {@code out} is untouched then
   * @throws ArithmeticException if an integer object does not fit the dtype, or a sum of durations
   *     a {@code Duration}; {@code out} is untouched then
   * @throws java.io.UncheckedIOException if {@code a} is mapped from a file that has become shorter
   * @see <a href="https://numpy.org/doc/2.4/reference/generated/numpy.cumsum.html">numpy.cumsum</a>
   */
  public static NDArray cumsum(
      Object a, @Nullable Integer axis, @Nullable DType dtype, @Nullable NDArray out) {
    Scan sum = sum(axis).dtype(dtype);
    return out == null ? sum.apply(a) : sum.apply(a, out);
  }

  private static Scan sum(@Nullable Integer axis) {
    if (axis != null && axis >= 0 && axis < SUM_ALONG.length) {
      return SUM_ALONG[axis];
    }
    return SUM.axis(axis);
  }

  /** The cumulative sum of an array of one dimension; see the overload with all arguments. */
  public static NDArray cumulativeSum(Object x) {
    return cumulativeSum(x, null, null, null, false);
  }

  /** The cumulative sum along an axis; see the overload with all arguments. */
  public static NDArray cumulativeSum(Object x, @Nullable Integer axis) {
    return cumulativeSum(x, axis, null, null, false);
  }

  /** The cumulative sum along an axis, with or without a zero before it. */
  public static NDArray cumulativeSum(Object x, @Nullable Integer axis, boolean includeInitial) {
    return cumulativeSum(x, axis, null, null, includeInitial);
  }

  /**
   * The cumulative sum of the elements along an axis, as {@code numpy.cumulative_sum(x, axis=axis,
   * dtype=dtype, out=out, include_initial=includeInitial)}: that of the array API standard.
   *
   * {@snippet :
   * Cumulus.cumulativeSum(new int[] {2, 4, 6}, 0, true);   // {0, 2, 6, 12}
   * }
   *
   * @param x an array or array-like of any numeric dtype
   * @param axis the axis to sum along, counted from the end if negative; null only for an array of
   *     at most one dimension
   * @param dtype as for {@link #cumsum(Object, Integer, DType, NDArray)}, but neither of another
   *     byte order nor with a unit of time, as in NumPy
   * @param out where the result goes, as for {@code cumsum}
   * @param includeInitial whether each line of the result begins with a zero, and so is longer by
   *     one; it is added to nothing
   * @return {@code out} if given, else a fresh array
   * @throws IllegalArgumentException as {@code cumsum}; if there is no axis and more than one
   *     dimension; for a dtype with such details
   * @throws ArithmeticException as {@code cumsum}
   */
  public static NDArray cumulativeSum(
      Object x,
      @Nullable Integer axis,
      @Nullable DType dtype,
      @Nullable NDArray out,
      boolean includeInitial) {
    return cumulative(SUM, x, axis, dtype, out, includeInitial);
  }

  /** The cumulative product of an array of one dimension; see the overload with all arguments. */
  public static NDArray cumulativeProd(Object x) {
    return cumulativeProd(x, null, null, null, false);
  }

  /** The cumulative product along an axis; see the overload with all arguments. */
  public static NDArray cumulativeProd(Object x, @Nullable Integer axis) {
    return cumulativeProd(x, axis, null, null, false);
  }

  /** The cumulative product along an axis, with or without a one before it. */
  public static NDArray cumulativeProd(Object x, @Nullable Integer axis, boolean includeInitial) {
    return cumulativeProd(x, axis, null, null, includeInitial);
  }

  /**
   * The cumulative product of the elements along an axis, as {@code numpy.cumulative_prod(x,
   * axis=axis, dtype=dtype, out=out, include_initial=includeInitial)}. The arguments, the result
   * and the exceptions are those of {@link #cumulativeSum(Object, Integer, DType, NDArray,
   * boolean)}, but that a one is included.
   */
  public static NDArray cumulativeProd(
      Object x,
      @Nullable Integer axis,
      @Nullable DType dtype,
      @Nullable NDArray out,
      boolean includeInitial) {
    return cumulative(PRODUCT, x, axis, dtype, out, includeInitial);
  }

  private static NDArray cumulative(
      Scan scan,
      Object x,
      @Nullable Integer axis,
      @Nullable DType dtype,
      @Nullable NDArray out,
      boolean includeInitial) {
    NDArray array = new NDArray(Operands.of(scan.request().fold, x));
    if (axis == null && array.ndim() > 1) {
      throw new IllegalArgumentException(
          "For arrays which have more than one dimension ``axis`` argument is required.");
    }
    if (dtype != null) {
      Promotion.checkHasNoDetails(dtype);
    }
    Scan typed = scan.axis(axis == null ? 0 : axis).dtype(dtype);
    typed = includeInitial ? typed.includeInitial() : typed;
    return out == null ? typed.apply(array) : typed.apply(array, out);
  }

  /** The cumulative sum of all elements but NaN; see the overload with all arguments. */
  public static NDArray nancumsum(Object a) {
    return SUM_WITHOUT_NAN.apply(a);
  }

  /** The cumulative sum along an axis but for NaN; see the overload with all arguments. */
  public static NDArray nancumsum(Object a, @Nullable Integer axis) {
    return SUM_WITHOUT_NAN.axis(axis).apply(a);
  }

  /** The cumulative sum in a dtype but for NaN; see the overload with all arguments. */
  public static NDArray nancumsum(Object a, @Nullable Integer axis, @Nullable DType dtype) {
    return SUM_WITHOUT_NAN.axis(axis).dtype(dtype).apply(a);
  }

  /**
   * The cumulative sum in which NaN counts as zero, as {@code numpy.nancumsum(a, axis, dtype,
   * out)}. The input is copied for that. A complex number counts as zero if one of its parts is
   * NaN; {@code NaT} does not.
   *
   * <p>The arguments, the result and the exceptions are those of {@link #cumsum(Object, Integer,
   * DType, NDArray)}.
   */
  public static NDArray nancumsum(
      Object a, @Nullable Integer axis, @Nullable DType dtype, @Nullable NDArray out) {
    Scan sum = SUM_WITHOUT_NAN.axis(axis).dtype(dtype);
    return out == null ? sum.apply(a) : sum.apply(a, out);
  }

  /** The differences of neighbours along the last axis; see the overload with all arguments. */
  public static NDArray diff(Object a) {
    return diff(a, 1, -1, null, null);
  }

  /** The n-th differences along the last axis; see the overload with all arguments. */
  public static NDArray diff(Object a, int n) {
    return diff(a, n, -1, null, null);
  }

  /** The n-th differences along an axis; see the overload with all arguments. */
  public static NDArray diff(Object a, int n, int axis) {
    return diff(a, n, axis, null, null);
  }

  /**
   * The differences of neighbours along an axis, {@code a[k + 1] - a[k]}, as {@code numpy.diff(a,
   * n, axis, prepend, append)}: what undoes a cumulative sum.
   *
   * {@snippet :
   * Cumulus.diff(new int[] {2, 6, 12});                      // {4, 6}
   * long[] sums = Cumulus.cumsum(new int[] {2, 4, 6});       // {2, 6, 12}
   * Cumulus.diff(sums, 1, -1, 0L, null);                     // [2 4 6]
   * }
   *
   * <p>Each difference is taken in the dtype of the result, which is that of {@code a}, or, with
   * values before or after it, what they promote to together: integers wrap, floats are rounded
   * once, NaT stays NaT, and of {@code bool} the result is whether neighbours differ. So the
   * differences of a cumulative sum with a zero before it are the elements again, to the bit for
   * integers, and for floats where the sums were exact. A zero that keeps the dtype, whatever it
   * is, is {@code NDArray.zeros(a.dtype())}: {@code 0L} makes {@code uint64} a {@code float64}, in
   * NumPy as well.
   *
   * @param a an array or array-like of any dtype
   * @param n how often to take differences; 0 gives {@code a} as it is, whatever stands before and
   *     after it
   * @param axis the axis, from the end if negative
   * @param prepend what stands before {@code a} along the axis: a single value for all lines, or an
   *     array of the shape of {@code a} except along the axis; null for nothing
   * @param append what stands after {@code a}; null for nothing
   * @return a fresh array, shorter than {@code a} with what stands before and after it by {@code n}
   *     along the axis, or empty if there are no more elements; for {@code n = 0} a view of {@code
   *     a}
   * @throws IllegalArgumentException if an argument is not an array-like, {@code a} has no
   *     dimension, {@code n} is negative, the axis is out of bounds, what stands before or after
   *     does not fit, the dtypes have none in common, or objects have no difference
   * @throws ArithmeticException if a difference of durations is too large for a {@code Duration},
   *     or an integer among objects for a {@code Double}
   */
  public static NDArray diff(
      Object a, int n, int axis, @Nullable Object prepend, @Nullable Object append) {
    return new NDArray(Diff.of(ArrayLike.view(a), n, axis, prepend, append));
  }

  /** The cumulative product of the flattened array; see the overload with all arguments. */
  public static NDArray cumprod(Object a) {
    return PRODUCT.apply(a);
  }

  /** The cumulative product along an axis; see the overload with all arguments. */
  public static NDArray cumprod(Object a, @Nullable Integer axis) {
    return PRODUCT.axis(axis).apply(a);
  }

  /** The cumulative product in a dtype; see the overload with all arguments. */
  public static NDArray cumprod(Object a, @Nullable Integer axis, @Nullable DType dtype) {
    return PRODUCT.axis(axis).dtype(dtype).apply(a);
  }

  /**
   * The cumulative product of the elements along an axis, as {@code numpy.cumprod(a, axis, dtype,
   * out)}. The arguments, the result and the exceptions are those of {@link #cumsum(Object,
   * Integer, DType, NDArray)}; of {@code timedelta64} there is no product.
   */
  public static NDArray cumprod(
      Object a, @Nullable Integer axis, @Nullable DType dtype, @Nullable NDArray out) {
    Scan product = PRODUCT.axis(axis).dtype(dtype);
    return out == null ? product.apply(a) : product.apply(a, out);
  }

  /** The cumulative product of all elements but NaN; see the overload with all arguments. */
  public static NDArray nancumprod(Object a) {
    return PRODUCT_WITHOUT_NAN.apply(a);
  }

  /** The cumulative product along an axis but for NaN; see the overload with all arguments. */
  public static NDArray nancumprod(Object a, @Nullable Integer axis) {
    return PRODUCT_WITHOUT_NAN.axis(axis).apply(a);
  }

  /** The cumulative product in a dtype but for NaN; see the overload with all arguments. */
  public static NDArray nancumprod(Object a, @Nullable Integer axis, @Nullable DType dtype) {
    return PRODUCT_WITHOUT_NAN.axis(axis).dtype(dtype).apply(a);
  }

  /**
   * The cumulative product in which NaN counts as one, as {@code numpy.nancumprod(a, axis, dtype,
   * out)}; else as {@link #nancumsum(Object, Integer, DType, NDArray)}.
   */
  public static NDArray nancumprod(
      Object a, @Nullable Integer axis, @Nullable DType dtype, @Nullable NDArray out) {
    Scan product = PRODUCT_WITHOUT_NAN.axis(axis).dtype(dtype);
    return out == null ? product.apply(a) : product.apply(a, out);
  }

  /** The scan with an operator along the first axis; see the overload with all arguments. */
  public static NDArray accumulate(Operator operator, Object a) {
    return accumulate(operator, a, null, null, null);
  }

  /** The scan with an operator along an axis; see the overload with all arguments. */
  public static NDArray accumulate(Operator operator, Object a, @Nullable Integer axis) {
    return accumulate(operator, a, axis, null, null);
  }

  /** The scan with an operator in a dtype; see the overload with all arguments. */
  public static NDArray accumulate(
      Operator operator, Object a, @Nullable Integer axis, @Nullable DType dtype) {
    return accumulate(operator, a, axis, dtype, null);
  }

  /**
   * The scan of each line along an axis with an operator, as NumPy's {@code ufunc.accumulate(a,
   * axis, dtype, out)}.
   *
   * {@snippet :
   * int[][] a = {{2, 4}, {1, 9}};
   * Cumulus.accumulate(Operator.MAXIMUM, a);        // [[2 4]
   *                                                 //  [2 9]]
   * }
   *
   * @param operator one of NumPy's operators, or your own
   * @param a an array or array-like with at least one dimension
   * @param axis the axis, counted from the end if negative; null for the first
   * @param dtype the dtype that the elements are cast to and the operation is done in; null for
   *     NumPy's choice. Only sums and products widen small integers; the logical operators are done
   *     in {@code bool}
   * @param out where the result goes, as for {@code cumsum}
   * @return {@code out} if given, else a fresh array
   * @throws IllegalArgumentException as {@code cumsum}; if there is no dimension; for a dtype of
   *     another byte order or with a unit of time; if the operator is not one on the dtype
   * @throws ArithmeticException as {@code cumsum}
   */
  public static NDArray accumulate(
      Operator operator,
      Object a,
      @Nullable Integer axis,
      @Nullable DType dtype,
      @Nullable NDArray out) {
    Objects.requireNonNull(operator, "operator");
    NDArray array = new NDArray(Operands.of(operator.fold(), a));
    if (array.ndim() == 0) {
      throw new IllegalArgumentException("cannot accumulate on a scalar");
    }
    if (dtype != null) {
      Promotion.checkHasNoDetails(dtype);
    }
    Scan scan = Scan.of(operator).axis(axis == null ? 0 : axis).dtype(dtype);
    return out == null ? scan.apply(array) : scan.apply(array, out);
  }

  /** The largest elements so far of the flattened array; see {@link #cummax(Object, Integer)}. */
  public static Extremes cummax(Object a) {
    return cummax(a, null);
  }

  /**
   * The largest elements so far along an axis, and where they are, as {@code torch.cummax}.
   *
   * {@snippet :
   * Extremes largest = Cumulus.cummax(new int[] {2, 6, 4, 6});
   * largest.values();                                        // [2 6 6 6]
   * largest.indices();                                       // [0 1 1 3]
   * }
   *
   * <p>Of several that are equal the last one counts. {@code -0.0} is less than {@code 0.0}, so the
   * two are not equal. NaN and NaT are larger than all else, and the first of them stays. So {@code
   * a[indices]} are the values, to the bit; in torch the index goes on to each later NaN, and the
   * two zeros are equal.
   *
   * @param a an array or array-like of any dtype but complex numbers and objects
   * @param axis the axis, counted from the end if negative; null for the flattened array, in C
   *     order
   * @return values of the same dtype and shape, and {@code int64} indices along the axis
   * @throws IllegalArgumentException if {@code a} is not an array-like, is of such a dtype or
   *     ragged, or the axis is out of bounds
   */
  public static Extremes cummax(Object a, @Nullable Integer axis) {
    return Extremes.of(Operator.MAXIMUM, a, axis);
  }

  /** The smallest elements so far of the flattened array; see {@link #cummin(Object, Integer)}. */
  public static Extremes cummin(Object a) {
    return cummin(a, null);
  }

  /**
   * The smallest elements so far along an axis, and where they are, as {@code torch.cummin}. All
   * else is as for {@link #cummax(Object, Integer)}; but NaN and NaT are smaller than all else
   * here.
   */
  public static Extremes cummin(Object a, @Nullable Integer axis) {
    return Extremes.of(Operator.MINIMUM, a, axis);
  }

  /** The logarithms of sums of exponentials; see the overload with all arguments. */
  public static NDArray logcumsumexp(Object a) {
    return LOG_SUM.apply(a);
  }

  /** The logarithms of sums of exponentials along an axis; see the overload with all arguments. */
  public static NDArray logcumsumexp(Object a, @Nullable Integer axis) {
    return LOG_SUM.axis(axis).apply(a);
  }

  /** The logarithms of sums of exponentials in a dtype; see the overload with all arguments. */
  public static NDArray logcumsumexp(Object a, @Nullable Integer axis, @Nullable DType dtype) {
    return LOG_SUM.axis(axis).dtype(dtype).apply(a);
  }

  /**
   * The logarithms of the cumulative sums of exponentials, {@code log(exp(a[0]) + … + exp(a[k]))},
   * of numbers whose exponentials no float could hold: sums of probabilities that are given by
   * their logarithms. As {@code torch.logcumsumexp}.
   *
   * {@snippet :
   * Cumulus.logcumsumexp(new double[] {1000, 1000});         // {1000, 1000.6931471805599}
   * }
   *
   * <p>A result {@code y} is off by at most 2 eps · max(1, |y|), however long the line is and
   * whatever came before, with the eps of its dtype ({@code 2.2e-16} for {@code float64}): the sum
   * is kept as such, and in twice the digits, where {@link Operator#LOGADDEXP} goes through a
   * logarithm and back at every step. {@code -inf} adds nothing, and is the sum of nothing; {@code
   * inf} stays, and NaN after anything. The bits are the same everywhere.
   *
   * @param a an array or array-like of real numbers
   * @param axis the axis, counted from the end if negative; null for the flattened array, in C
   *     order
   * @param dtype {@code float16}, {@code float32} or {@code float64}, which the elements are cast
   *     to first and the results are rounded to; null for that of {@code a}, or, if there is an
   *     {@code out}, for the common dtype of {@code out} and {@code a}; integers and {@code bool}
   *     are {@code float64}
   * @param out where the result goes, as for {@link #cumsum(Object, Integer, DType, NDArray)}
   * @return {@code out} if given, else a fresh array
   * @throws IllegalArgumentException as {@code cumsum}; for complex numbers, whose logarithm has
   *     many values, and whatever else is not a real number; for a dtype that is not a float
   */
  public static NDArray logcumsumexp(
      Object a, @Nullable Integer axis, @Nullable DType dtype, @Nullable NDArray out) {
    Scan sum = LOG_SUM.axis(axis).dtype(dtype);
    return out == null ? sum.apply(a) : sum.apply(a, out);
  }

  /** A recurrence over the flattened array; see the overload with all arguments. */
  public static NDArray recurrence(Object coefficients, Object x) {
    return recurrence(coefficients, x, null, null, null);
  }

  /** A recurrence along an axis; see the overload with all arguments. */
  public static NDArray recurrence(Object coefficients, Object x, @Nullable Integer axis) {
    return recurrence(coefficients, x, axis, null, null);
  }

  /** A recurrence in a dtype; see the overload with all arguments. */
  public static NDArray recurrence(
      Object coefficients, Object x, @Nullable Integer axis, @Nullable DType dtype) {
    return recurrence(coefficients, x, axis, dtype, null);
  }

  /**
   * The linear recurrence {@code y[k] = a[k] · y[k - 1] + x[k]}, whose first result is {@code
   * x[0]}: decaying totals, filters, and exponential moving averages.
   *
   * {@snippet :
   * Cumulus.recurrence(0.5, new double[] {4, 0, 0, 1});       // [4.  2.  1.  1.5]
   * Cumulus.recurrence(0.9, new double[] {10 * 0.1, 20 * 0.1});   // [1.  2.9], a moving average
   * }
   *
   * <p>Each result is one multiplication and one addition, each of them rounded, from left to
   * right. Integers wrap. For an initial value, other directions and streams use {@link
   * Operator#recurrence}, which takes one coefficient for all elements.
   *
   * @param coefficients a single number, or an array that broadcasts to the shape of {@code x}; the
   *     first of a line has no effect. One for all is as fast as a sum; others cost a copy of both
   *     arrays
   * @param x an array or array-like of real numbers
   * @param axis the axis, counted from the end if negative; null for the flattened array, in C
   *     order
   * @param dtype the dtype that both are cast to and all is done in, an integer or a float; null
   *     for their common dtype, integers widened as in {@code cumsum}, or, if there is an {@code
   *     out}, for that of all three. A {@code Double} is {@code float64}: for {@code float32} say
   *     {@code 0.9f}
   * @param out where the result goes, as for {@link #cumsum(Object, Integer, DType, NDArray)}
   * @return {@code out} if given, else a fresh array
   * @throws IllegalArgumentException as {@code cumsum}; if the coefficients do not broadcast to
   *     {@code x}; for what is not a real number, or a dtype that is neither an integer nor a float
   * @throws ArithmeticException for a single coefficient with a fraction that an integer dtype
   *     would drop
   */
  public static NDArray recurrence(
      Object coefficients,
      Object x,
      @Nullable Integer axis,
      @Nullable DType dtype,
      @Nullable NDArray out) {
    View factors = ArrayLike.view(coefficients);
    if (factors.ndim() == 0) {
      // With one coefficient that is a scan like any other.
      Scan scan = Scan.of(Operator.recurrence(coefficients)).axis(axis).dtype(dtype);
      return out == null ? scan.apply(x) : scan.apply(x, out);
    }
    View given = out == null ? null : out.view();
    View results = Recurrences.scan(factors, ArrayLike.view(x), axis, dtype, given);
    return out == null ? new NDArray(results) : out;
  }

  /** The cumulative sum; {@code int64} counts of the true elements, as NumPy's. */
  public static long[] cumsum(boolean[] a) {
    return cumsum(a, new long[length(a, "a")]);
  }

  /** The cumulative sum in {@code int64}. */
  public static long[] cumsum(byte[] a) {
    return cumsum(a, new long[length(a, "a")]);
  }

  /** The cumulative sum in {@code int64}. */
  public static long[] cumsum(short[] a) {
    return cumsum(a, new long[length(a, "a")]);
  }

  /** The cumulative sum in {@code int64}. */
  public static long[] cumsum(int[] a) {
    return cumsum(a, new long[length(a, "a")]);
  }

  /** The cumulative sum, wrapping. */
  public static long[] cumsum(long[] a) {
    return cumsum(a, new long[length(a, "a")]);
  }

  /** The cumulative sum, each addition rounded to float. */
  public static float[] cumsum(float[] a) {
    return cumsum(a, new float[length(a, "a")]);
  }

  /** The cumulative sum. */
  public static double[] cumsum(double[] a) {
    return cumsum(a, new double[length(a, "a")]);
  }

  /** The cumulative sum along the only axis, 0 or -1; as {@link #cumsum(boolean[])}. */
  public static long[] cumsum(boolean[] a, @Nullable Integer axis) {
    return cumsum(line(a, axis));
  }

  /** The cumulative sum along the only axis, 0 or -1; as {@link #cumsum(byte[])}. */
  public static long[] cumsum(byte[] a, @Nullable Integer axis) {
    return cumsum(line(a, axis));
  }

  /** The cumulative sum along the only axis, 0 or -1; as {@link #cumsum(short[])}. */
  public static long[] cumsum(short[] a, @Nullable Integer axis) {
    return cumsum(line(a, axis));
  }

  /** The cumulative sum along the only axis, 0 or -1; as {@link #cumsum(int[])}. */
  public static long[] cumsum(int[] a, @Nullable Integer axis) {
    return cumsum(line(a, axis));
  }

  /** The cumulative sum along the only axis, 0 or -1; as {@link #cumsum(long[])}. */
  public static long[] cumsum(long[] a, @Nullable Integer axis) {
    return cumsum(line(a, axis));
  }

  /** The cumulative sum along the only axis, 0 or -1; as {@link #cumsum(float[])}. */
  public static float[] cumsum(float[] a, @Nullable Integer axis) {
    return cumsum(line(a, axis));
  }

  /** The cumulative sum along the only axis, 0 or -1; as {@link #cumsum(double[])}. */
  public static double[] cumsum(double[] a, @Nullable Integer axis) {
    return cumsum(line(a, axis));
  }

  /**
   * The cumulative sum into an array of the same length.
   *
   * @return {@code out}
   * @throws IllegalArgumentException if the lengths differ; nothing has been written then
   */
  public static long[] cumsum(boolean[] a, long[] out) {
    if (isShort(SUM, a, out)) {
      FlatSum.sum(a, out);
    }
    return out;
  }

  /** The cumulative sum into an array of the same length; as {@link #cumsum(boolean[], long[])}. */
  public static long[] cumsum(byte[] a, long[] out) {
    if (isShort(SUM, a, out)) {
      FlatSum.sum(a, out);
    }
    return out;
  }

  /** The cumulative sum into an array of the same length; as {@link #cumsum(boolean[], long[])}. */
  public static long[] cumsum(short[] a, long[] out) {
    if (isShort(SUM, a, out)) {
      FlatSum.sum(a, out);
    }
    return out;
  }

  /** The cumulative sum into an array of the same length; as {@link #cumsum(boolean[], long[])}. */
  public static long[] cumsum(int[] a, long[] out) {
    if (isShort(SUM, a, out)) {
      FlatSum.sum(a, out);
    }
    return out;
  }

  /** The cumulative sum into an array of the same length, which may be {@code a} itself. */
  public static long[] cumsum(long[] a, long[] out) {
    if (isShort(SUM, a, out)) {
      FlatSum.sum(a, out);
    }
    return out;
  }

  /** The cumulative sum into an array of the same length, which may be {@code a} itself. */
  public static float[] cumsum(float[] a, float[] out) {
    sameLength(a, out);
    FlatSum.sum(a, out);
    return out;
  }

  /** The cumulative sum into an array of the same length, which may be {@code a} itself. */
  public static double[] cumsum(double[] a, double[] out) {
    sameLength(a, out);
    FlatSum.sum(a, out);
    return out;
  }

  /** The cumulative product in {@code int64}: 1 as long as all elements are true. */
  public static long[] cumprod(boolean[] a) {
    return cumprod(a, new long[length(a, "a")]);
  }

  /** The cumulative product in {@code int64}. */
  public static long[] cumprod(byte[] a) {
    return cumprod(a, new long[length(a, "a")]);
  }

  /** The cumulative product in {@code int64}. */
  public static long[] cumprod(short[] a) {
    return cumprod(a, new long[length(a, "a")]);
  }

  /** The cumulative product in {@code int64}. */
  public static long[] cumprod(int[] a) {
    return cumprod(a, new long[length(a, "a")]);
  }

  /** The cumulative product, wrapping. */
  public static long[] cumprod(long[] a) {
    return cumprod(a, new long[length(a, "a")]);
  }

  /** The cumulative product, each multiplication rounded to float. */
  public static float[] cumprod(float[] a) {
    return cumprod(a, new float[length(a, "a")]);
  }

  /** The cumulative product. */
  public static double[] cumprod(double[] a) {
    return cumprod(a, new double[length(a, "a")]);
  }

  /** The cumulative product along the only axis, 0 or -1; as {@link #cumprod(boolean[])}. */
  public static long[] cumprod(boolean[] a, @Nullable Integer axis) {
    return cumprod(line(a, axis));
  }

  /** The cumulative product along the only axis, 0 or -1; as {@link #cumprod(byte[])}. */
  public static long[] cumprod(byte[] a, @Nullable Integer axis) {
    return cumprod(line(a, axis));
  }

  /** The cumulative product along the only axis, 0 or -1; as {@link #cumprod(short[])}. */
  public static long[] cumprod(short[] a, @Nullable Integer axis) {
    return cumprod(line(a, axis));
  }

  /** The cumulative product along the only axis, 0 or -1; as {@link #cumprod(int[])}. */
  public static long[] cumprod(int[] a, @Nullable Integer axis) {
    return cumprod(line(a, axis));
  }

  /** The cumulative product along the only axis, 0 or -1; as {@link #cumprod(long[])}. */
  public static long[] cumprod(long[] a, @Nullable Integer axis) {
    return cumprod(line(a, axis));
  }

  /** The cumulative product along the only axis, 0 or -1; as {@link #cumprod(float[])}. */
  public static float[] cumprod(float[] a, @Nullable Integer axis) {
    return cumprod(line(a, axis));
  }

  /** The cumulative product along the only axis, 0 or -1; as {@link #cumprod(double[])}. */
  public static double[] cumprod(double[] a, @Nullable Integer axis) {
    return cumprod(line(a, axis));
  }

  /**
   * The cumulative product into an array of the same length.
   *
   * @return {@code out}
   * @throws IllegalArgumentException if the lengths differ; nothing has been written then
   */
  public static long[] cumprod(boolean[] a, long[] out) {
    if (isShort(PRODUCT, a, out)) {
      FlatProduct.multiply(a, out);
    }
    return out;
  }

  /**
   * The cumulative product into an array of the same length; as {@link #cumprod(boolean[],
   * long[])}.
   */
  public static long[] cumprod(byte[] a, long[] out) {
    if (isShort(PRODUCT, a, out)) {
      FlatProduct.multiply(a, out);
    }
    return out;
  }

  /**
   * The cumulative product into an array of the same length; as {@link #cumprod(boolean[],
   * long[])}.
   */
  public static long[] cumprod(short[] a, long[] out) {
    if (isShort(PRODUCT, a, out)) {
      FlatProduct.multiply(a, out);
    }
    return out;
  }

  /**
   * The cumulative product into an array of the same length; as {@link #cumprod(boolean[],
   * long[])}.
   */
  public static long[] cumprod(int[] a, long[] out) {
    if (isShort(PRODUCT, a, out)) {
      FlatProduct.multiply(a, out);
    }
    return out;
  }

  /** The cumulative product into an array of the same length, which may be {@code a} itself. */
  public static long[] cumprod(long[] a, long[] out) {
    if (isShort(PRODUCT, a, out)) {
      FlatProduct.multiply(a, out);
    }
    return out;
  }

  /** The cumulative product into an array of the same length, which may be {@code a} itself. */
  public static float[] cumprod(float[] a, float[] out) {
    sameLength(a, out);
    FlatProduct.multiply(a, out);
    return out;
  }

  /** The cumulative product into an array of the same length, which may be {@code a} itself. */
  public static double[] cumprod(double[] a, double[] out) {
    sameLength(a, out);
    FlatProduct.multiply(a, out);
    return out;
  }

  /**
   * The cumulative sum in which NaN counts as zero; see {@link #nancumsum(Object, Integer, DType,
   * NDArray)}.
   */
  public static float[] nancumsum(float[] a) {
    return into(new float[length(a, "a")], SUM_WITHOUT_NAN, a);
  }

  /** The cumulative sum in which NaN counts as zero, along the only axis. */
  public static float[] nancumsum(float[] a, @Nullable Integer axis) {
    return nancumsum(line(a, axis));
  }

  /**
   * The cumulative sum in which NaN counts as zero; see {@link #nancumsum(Object, Integer, DType,
   * NDArray)}.
   */
  public static double[] nancumsum(double[] a) {
    return into(new double[length(a, "a")], SUM_WITHOUT_NAN, a);
  }

  /** The cumulative sum in which NaN counts as zero, along the only axis. */
  public static double[] nancumsum(double[] a, @Nullable Integer axis) {
    return nancumsum(line(a, axis));
  }

  /**
   * The cumulative product in which NaN counts as one; see {@link #nancumprod(Object, Integer,
   * DType, NDArray)}.
   */
  public static float[] nancumprod(float[] a) {
    return into(new float[length(a, "a")], PRODUCT_WITHOUT_NAN, a);
  }

  /** The cumulative product in which NaN counts as one, along the only axis. */
  public static float[] nancumprod(float[] a, @Nullable Integer axis) {
    return nancumprod(line(a, axis));
  }

  /**
   * The cumulative product in which NaN counts as one; see {@link #nancumprod(Object, Integer,
   * DType, NDArray)}.
   */
  public static double[] nancumprod(double[] a) {
    return into(new double[length(a, "a")], PRODUCT_WITHOUT_NAN, a);
  }

  /** The cumulative product in which NaN counts as one, along the only axis. */
  public static double[] nancumprod(double[] a, @Nullable Integer axis) {
    return nancumprod(line(a, axis));
  }

  /**
   * The logarithms of the cumulative sums of exponentials; see {@link #logcumsumexp(Object,
   * Integer, DType, NDArray)}.
   */
  public static float[] logcumsumexp(float[] a) {
    return into(new float[length(a, "a")], LOG_SUM, a);
  }

  /** The logarithms of the cumulative sums of exponentials, along the only axis. */
  public static float[] logcumsumexp(float[] a, @Nullable Integer axis) {
    return logcumsumexp(line(a, axis));
  }

  /**
   * The logarithms of the cumulative sums of exponentials; see {@link #logcumsumexp(Object,
   * Integer, DType, NDArray)}.
   */
  public static double[] logcumsumexp(double[] a) {
    return into(new double[length(a, "a")], LOG_SUM, a);
  }

  /** The logarithms of the cumulative sums of exponentials, along the only axis. */
  public static double[] logcumsumexp(double[] a, @Nullable Integer axis) {
    return logcumsumexp(line(a, axis));
  }

  /** The cumulative sum; see {@link #cumulativeSum(int[], Integer, boolean)}. */
  public static long[] cumulativeSum(int[] x) {
    return cumulativeSum(x, null, false);
  }

  /** The cumulative sum along the only axis; see the overload with all arguments. */
  public static long[] cumulativeSum(int[] x, @Nullable Integer axis) {
    return cumulativeSum(x, axis, false);
  }

  /**
   * The cumulative sum along the only axis, with or without a zero before it.
   *
   * @param axis 0, -1 or null
   * @param includeInitial whether the result begins with a zero, and so is longer by one
   * @throws IllegalArgumentException if the axis is out of bounds
   */
  public static long[] cumulativeSum(int[] x, @Nullable Integer axis, boolean includeInitial) {
    return begun(
        new long[length(x, "x") + more(includeInitial)], SUM, includeInitial, line(x, axis));
  }

  /** The cumulative sum; see {@link #cumulativeSum(long[], Integer, boolean)}. */
  public static long[] cumulativeSum(long[] x) {
    return cumulativeSum(x, null, false);
  }

  /** The cumulative sum along the only axis; see the overload with all arguments. */
  public static long[] cumulativeSum(long[] x, @Nullable Integer axis) {
    return cumulativeSum(x, axis, false);
  }

  /**
   * The cumulative sum along the only axis, with or without a zero before it; as {@link
   * #cumulativeSum(int[], Integer, boolean)}.
   */
  public static long[] cumulativeSum(long[] x, @Nullable Integer axis, boolean includeInitial) {
    return begun(
        new long[length(x, "x") + more(includeInitial)], SUM, includeInitial, line(x, axis));
  }

  /** The cumulative sum; see {@link #cumulativeSum(float[], Integer, boolean)}. */
  public static float[] cumulativeSum(float[] x) {
    return cumulativeSum(x, null, false);
  }

  /** The cumulative sum along the only axis; see the overload with all arguments. */
  public static float[] cumulativeSum(float[] x, @Nullable Integer axis) {
    return cumulativeSum(x, axis, false);
  }

  /**
   * The cumulative sum along the only axis, with or without a zero before it; as {@link
   * #cumulativeSum(int[], Integer, boolean)}.
   */
  public static float[] cumulativeSum(float[] x, @Nullable Integer axis, boolean includeInitial) {
    return begun(
        new float[length(x, "x") + more(includeInitial)], SUM, includeInitial, line(x, axis));
  }

  /** The cumulative sum; see {@link #cumulativeSum(double[], Integer, boolean)}. */
  public static double[] cumulativeSum(double[] x) {
    return cumulativeSum(x, null, false);
  }

  /** The cumulative sum along the only axis; see the overload with all arguments. */
  public static double[] cumulativeSum(double[] x, @Nullable Integer axis) {
    return cumulativeSum(x, axis, false);
  }

  /**
   * The cumulative sum along the only axis, with or without a zero before it; as {@link
   * #cumulativeSum(int[], Integer, boolean)}.
   */
  public static double[] cumulativeSum(double[] x, @Nullable Integer axis, boolean includeInitial) {
    return begun(
        new double[length(x, "x") + more(includeInitial)], SUM, includeInitial, line(x, axis));
  }

  /** The cumulative product; see {@link #cumulativeProd(int[], Integer, boolean)}. */
  public static long[] cumulativeProd(int[] x) {
    return cumulativeProd(x, null, false);
  }

  /** The cumulative product along the only axis; see the overload with all arguments. */
  public static long[] cumulativeProd(int[] x, @Nullable Integer axis) {
    return cumulativeProd(x, axis, false);
  }

  /**
   * The cumulative product along the only axis, with or without a one before it.
   *
   * @param axis 0, -1 or null
   * @param includeInitial whether the result begins with a one, and so is longer by one
   * @throws IllegalArgumentException if the axis is out of bounds
   */
  public static long[] cumulativeProd(int[] x, @Nullable Integer axis, boolean includeInitial) {
    return begun(
        new long[length(x, "x") + more(includeInitial)], PRODUCT, includeInitial, line(x, axis));
  }

  /** The cumulative product; see {@link #cumulativeProd(long[], Integer, boolean)}. */
  public static long[] cumulativeProd(long[] x) {
    return cumulativeProd(x, null, false);
  }

  /** The cumulative product along the only axis; see the overload with all arguments. */
  public static long[] cumulativeProd(long[] x, @Nullable Integer axis) {
    return cumulativeProd(x, axis, false);
  }

  /**
   * The cumulative product along the only axis, with or without a one before it; as {@link
   * #cumulativeProd(int[], Integer, boolean)}.
   */
  public static long[] cumulativeProd(long[] x, @Nullable Integer axis, boolean includeInitial) {
    return begun(
        new long[length(x, "x") + more(includeInitial)], PRODUCT, includeInitial, line(x, axis));
  }

  /** The cumulative product; see {@link #cumulativeProd(float[], Integer, boolean)}. */
  public static float[] cumulativeProd(float[] x) {
    return cumulativeProd(x, null, false);
  }

  /** The cumulative product along the only axis; see the overload with all arguments. */
  public static float[] cumulativeProd(float[] x, @Nullable Integer axis) {
    return cumulativeProd(x, axis, false);
  }

  /**
   * The cumulative product along the only axis, with or without a one before it; as {@link
   * #cumulativeProd(int[], Integer, boolean)}.
   */
  public static float[] cumulativeProd(float[] x, @Nullable Integer axis, boolean includeInitial) {
    return begun(
        new float[length(x, "x") + more(includeInitial)], PRODUCT, includeInitial, line(x, axis));
  }

  /** The cumulative product; see {@link #cumulativeProd(double[], Integer, boolean)}. */
  public static double[] cumulativeProd(double[] x) {
    return cumulativeProd(x, null, false);
  }

  /** The cumulative product along the only axis; see the overload with all arguments. */
  public static double[] cumulativeProd(double[] x, @Nullable Integer axis) {
    return cumulativeProd(x, axis, false);
  }

  /**
   * The cumulative product along the only axis, with or without a one before it; as {@link
   * #cumulativeProd(int[], Integer, boolean)}.
   */
  public static double[] cumulativeProd(
      double[] x, @Nullable Integer axis, boolean includeInitial) {
    return begun(
        new double[length(x, "x") + more(includeInitial)], PRODUCT, includeInitial, line(x, axis));
  }

  /**
   * The differences of neighbours, wrapping; see {@link #diff(Object, int, int, Object, Object)}.
   */
  public static int[] diff(int[] a) {
    return diff(a, 1, -1);
  }

  /** The n-th differences, wrapping; see {@link #diff(Object, int, int, Object, Object)}. */
  public static int[] diff(int[] a, int n) {
    return diff(a, n, -1);
  }

  /** The n-th differences along the only axis, wrapping; else as {@link #diff(int[], int)}. */
  public static int[] diff(int[] a, int n, int axis) {
    return (int[]) diff(line(a, axis), n, axis, null, null).toFlatArray();
  }

  /**
   * The differences of neighbours, wrapping; see {@link #diff(Object, int, int, Object, Object)}.
   */
  public static long[] diff(long[] a) {
    return diff(a, 1, -1);
  }

  /** The n-th differences, wrapping; see {@link #diff(Object, int, int, Object, Object)}. */
  public static long[] diff(long[] a, int n) {
    return diff(a, n, -1);
  }

  /** The n-th differences along the only axis, wrapping; else as {@link #diff(long[], int)}. */
  public static long[] diff(long[] a, int n, int axis) {
    return (long[]) diff(line(a, axis), n, axis, null, null).toFlatArray();
  }

  /** The differences of neighbours; see {@link #diff(Object, int, int, Object, Object)}. */
  public static float[] diff(float[] a) {
    return diff(a, 1, -1);
  }

  /** The n-th differences; see {@link #diff(Object, int, int, Object, Object)}. */
  public static float[] diff(float[] a, int n) {
    return diff(a, n, -1);
  }

  /** The n-th differences along the only axis; else as {@link #diff(float[], int)}. */
  public static float[] diff(float[] a, int n, int axis) {
    return (float[]) diff(line(a, axis), n, axis, null, null).toFlatArray();
  }

  /** The differences of neighbours; see {@link #diff(Object, int, int, Object, Object)}. */
  public static double[] diff(double[] a) {
    return diff(a, 1, -1);
  }

  /** The n-th differences; see {@link #diff(Object, int, int, Object, Object)}. */
  public static double[] diff(double[] a, int n) {
    return diff(a, n, -1);
  }

  /** The n-th differences along the only axis; else as {@link #diff(double[], int)}. */
  public static double[] diff(double[] a, int n, int axis) {
    return (double[]) diff(line(a, axis), n, axis, null, null).toFlatArray();
  }

  /**
   * Where stretches of such lengths begin, one after the other, and where the last one ends: the
   * {@code indptr} of a sparse matrix whose rows have so many entries. That is the exclusive sum
   * with the total behind it, so there is one offset more than there are lengths.
   *
   * {@snippet :
   * Cumulus.offsets(new int[] {2, 0, 3});                       // {0, 2, 2, 5}
   * Cumulus.offsets(new int[] {2_000_000_000, 2_000_000_000});
   *                          // offsets overflow int32 at index (2,): 4000000000
   * }
   *
   * @return a fresh array
   * @throws OverflowException if an offset does not fit a {@code int}; the message names its index
   *     in the result and its value
   * @throws IllegalArgumentException if a length is negative
   */
  public static int[] offsets(int[] lengths) {
    int[] offsets = new int[length(lengths, "lengths") + 1];
    for (int i = 0; i < lengths.length; i++) {
      offsets[i + 1] = (int) nextOffset(offsets[i], lengths[i], i, Integer.MAX_VALUE);
    }
    return offsets;
  }

  /**
   * Where stretches of such lengths begin, one after the other, and where the last one ends: the
   * {@code indptr} of a sparse matrix whose rows have so many entries. That is the exclusive sum
   * with the total behind it, so there is one offset more than there are lengths.
   *
   * {@snippet :
   * Cumulus.offsets(new long[] {2, 0, 3});                       // {0, 2, 2, 5}
   * Cumulus.offsets(new long[] {Long.MAX_VALUE, 1});
   *                          // offsets overflow int64 at index (2,): 9223372036854775808
   * }
   *
   * @return a fresh array
   * @throws OverflowException if an offset does not fit a {@code long}; the message names its index
   *     in the result and its value
   * @throws IllegalArgumentException if a length is negative
   */
  public static long[] offsets(long[] lengths) {
    long[] offsets = new long[length(lengths, "lengths") + 1];
    for (int i = 0; i < lengths.length; i++) {
      offsets[i + 1] = nextOffset(offsets[i], lengths[i], i, Long.MAX_VALUE);
    }
    return offsets;
  }

  private static long nextOffset(long offset, long length, int i, long most) {
    if (length < 0) {
      throw new IllegalArgumentException(
          "length %d at index (%d,) is negative".formatted(length, i));
    }
    if (length > most - offset) {
      String sum = BigInteger.valueOf(offset).add(BigInteger.valueOf(length)).toString();
      String dtype = most == Integer.MAX_VALUE ? "int32" : "int64";
      throw new OverflowException("offsets overflow " + dtype, new long[] {i + 1L}, sum);
    }
    return offset + length;
  }

  /** An array of one dimension, to which an axis must belong. */
  private static <A> A line(A a, @Nullable Integer axis) {
    if (axis != null) {
      Axes.checked(axis, 1);
    }
    return a;
  }

  private static <A> A into(A out, Scan scan, Object a) {
    scan.apply(a, NDArray.wrap(out));
    return out;
  }

  private static int more(boolean includeInitial) {
    return includeInitial ? 1 : 0;
  }

  private static <A> A begun(A out, Scan scan, boolean includeInitial, Object x) {
    return into(out, includeInitial ? scan.includeInitial() : scan, x);
  }

  /** Whether a line of integers is left to its one loop; else it is scanned here. */
  private static boolean isShort(Scan scan, Object a, long... out) {
    if (sameLength(a, out) < Tiling.SHARED_LINE_SIZE) {
      return true;
    }
    scan.apply(a, NDArray.wrap(out));
    return false;
  }

  private static int sameLength(Object a, Object out) {
    int length = length(a, "a");
    if (length != length(out, "out")) {
      throw new IllegalArgumentException(
          "provided out is the wrong size for the accumulation. It has length "
              + length(out, "out")
              + ", the input has length "
              + length);
    }
    return length;
  }

  /** How long a primitive array is, if it is one. */
  private static int length(Object array, String name) {
    return Array.getLength(Objects.requireNonNull(array, name));
  }
}
