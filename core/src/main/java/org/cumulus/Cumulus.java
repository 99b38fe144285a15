package org.cumulus;

import org.cumulus.internal.FlatSum;
import org.jspecify.annotations.Nullable;

/**
 * Cumulative sums under NumPy's names, with NumPy's argument order, defaults and bits.
 *
 * {@snippet :
 * int[][] a = {{2, 4, 6}, {1, 3, 5}};
 * Cumulus.cumsum(a);                                   // [ 2  6 12 13 16 21]
 * Cumulus.cumsum(a, 1);                                // [[ 2  6 12]
 *                                                      //  [ 1  4  9]]
 * Cumulus.cumsum(a, 0, DType.FLOAT64);                 // [[2. 4. 6.]
 *                                                      //  [3. 7. 11.]]
 * double[] total = Cumulus.cumsum(new double[] {0.5, 0.25});   // {0.5, 0.75}
 * }
 *
 * <p>The methods on {@code Object} take whatever {@link NDArray#of(Object)} takes, and any argument
 * after the first may be null, which means NumPy's default. The overload follows the static type: a
 * {@code double[]} gives a {@code double[]}, the same array held as an {@code Object} an {@link
 * NDArray}.
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
    return SUM.axis(axis).apply(a);
  }

  /** The cumulative sum in a dtype; see {@link #cumsum(Object, Integer, DType, NDArray)}. */
  public static NDArray cumsum(Object a, @Nullable Integer axis, @Nullable DType dtype) {
    return SUM.axis(axis).dtype(dtype).apply(a);
  }

  /**
   * The cumulative sum of the elements along an axis, as {@code numpy.cumsum(a, axis, dtype, out)}.
   *
   * @param a an array or array-like of any numeric dtype
   * @param axis the axis to sum along, counted from the end if negative; null sums the flattened
   *     array, in C order
   * @param dtype the dtype that the elements are cast to and added in; null for that of {@code a},
   *     with {@code bool} and integers narrower than 64 bits widened to {@code int64} or {@code
   *     uint64}, or, if there is an {@code out}, for the common dtype of {@code out} and {@code a}.
   *     As in NumPy its byte order and unit are dropped, and a {@code timedelta64} input ignores it
   * @param out where the result goes, cast to its dtype; of exactly the result's shape; it may
   *     share memory with {@code a}
   * @return {@code out} if given, else a fresh array of the shape of {@code a}, or of one dimension
   *     if there is no axis
   * @throws IllegalArgumentException if {@code a} is no array-like or ragged, the axis is out of
   *     bounds, the dtypes allow no sum, or {@code out} is read-only or of another shape; {@code
   *     out} is untouched then
   * @throws ArithmeticException if objects do not fit: an integer the dtype, or a sum of durations
   *     a {@code Duration}; {@code out} is untouched then
   */
  public static NDArray cumsum(
      Object a, @Nullable Integer axis, @Nullable DType dtype, @Nullable NDArray out) {
    Scan sum = SUM.axis(axis).dtype(dtype);
    return out == null ? sum.apply(a) : sum.apply(a, out);
  }

  /** The cumulative sum; {@code int64} counts of the true elements, as NumPy's. */
  public static long[] cumsum(boolean[] a) {
    return cumsum(a, new long[a.length]);
  }

  /** The cumulative sum in {@code int64}. */
  public static long[] cumsum(byte[] a) {
    return cumsum(a, new long[a.length]);
  }

  /** The cumulative sum in {@code int64}. */
  public static long[] cumsum(short[] a) {
    return cumsum(a, new long[a.length]);
  }

  /** The cumulative sum in {@code int64}. */
  public static long[] cumsum(int[] a) {
    return cumsum(a, new long[a.length]);
  }

  /** The cumulative sum, wrapping. */
  public static long[] cumsum(long[] a) {
    return cumsum(a, new long[a.length]);
  }

  /** The cumulative sum, each addition rounded to float. */
  public static float[] cumsum(float[] a) {
    return cumsum(a, new float[a.length]);
  }

  /** The cumulative sum. */
  public static double[] cumsum(double[] a) {
    return cumsum(a, new double[a.length]);
  }

  /**
   * The cumulative sum into an array of the same length.
   *
   * @return {@code out}
   * @throws IllegalArgumentException if the lengths differ; nothing has been written then
   */
  public static long[] cumsum(boolean[] a, long[] out) {
    if (sameLength(a.length, out.length) <= FlatSum.LONGEST) {
      FlatSum.sum(a, out);
    } else {
      SUM.apply(a, NDArray.wrap(out));
    }
    return out;
  }

  /** The cumulative sum into an array of the same length; as {@link #cumsum(boolean[], long[])}. */
  public static long[] cumsum(byte[] a, long[] out) {
    if (sameLength(a.length, out.length) <= FlatSum.LONGEST) {
      FlatSum.sum(a, out);
    } else {
      SUM.apply(a, NDArray.wrap(out));
    }
    return out;
  }

  /** The cumulative sum into an array of the same length; as {@link #cumsum(boolean[], long[])}. */
  public static long[] cumsum(short[] a, long[] out) {
    if (sameLength(a.length, out.length) <= FlatSum.LONGEST) {
      FlatSum.sum(a, out);
    } else {
      SUM.apply(a, NDArray.wrap(out));
    }
    return out;
  }

  /** The cumulative sum into an array of the same length; as {@link #cumsum(boolean[], long[])}. */
  public static long[] cumsum(int[] a, long[] out) {
    if (sameLength(a.length, out.length) <= FlatSum.LONGEST) {
      FlatSum.sum(a, out);
    } else {
      SUM.apply(a, NDArray.wrap(out));
    }
    return out;
  }

  /** The cumulative sum into an array of the same length, which may be {@code a} itself. */
  public static long[] cumsum(long[] a, long[] out) {
    if (sameLength(a.length, out.length) <= FlatSum.LONGEST) {
      FlatSum.sum(a, out);
    } else {
      SUM.apply(a, NDArray.wrap(out));
    }
    return out;
  }

  /** The cumulative sum into an array of the same length, which may be {@code a} itself. */
  public static float[] cumsum(float[] a, float[] out) {
    sameLength(a.length, out.length);
    FlatSum.sum(a, out);
    return out;
  }

  /** The cumulative sum into an array of the same length, which may be {@code a} itself. */
  public static double[] cumsum(double[] a, double[] out) {
    sameLength(a.length, out.length);
    FlatSum.sum(a, out);
    return out;
  }

  private static int sameLength(int length, int outLength) {
    if (length != outLength) {
      throw new IllegalArgumentException(
          "provided out is the wrong size for the accumulation. It has length "
              + outLength
              + ", the input has length "
              + length);
    }
    return length;
  }
}
