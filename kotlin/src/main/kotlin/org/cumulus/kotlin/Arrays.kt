package org.cumulus.kotlin

import org.cumulus.Cumulus
import org.cumulus.DType
import org.cumulus.Extremes
import org.cumulus.NDArray

/**
 * An array of the numbers in [values]: a Kotlin array, an array of arrays, a list of lists, or a single value.
 *
 * ```
 * ndarray(listOf(listOf(2, 4, 6), listOf(1, 3, 5)))
 * ndarray(doubleArrayOf(0.5, 0.25), dtype = DType.FLOAT32)
 * ```
 *
 * @param dtype what the elements are cast to; by default what NumPy would take them for
 */
public fun ndarray(values: Any, dtype: DType? = null): NDArray =
    if (dtype == null) NDArray.of(values) else NDArray.of(values, dtype)

/**
 * The cumulative sum along [axis], or of all elements in C order: `numpy.cumsum`, to the bit.
 *
 * ```
 * ndarray(arrayOf(intArrayOf(2, 4, 6), intArrayOf(1, 3, 5))).cumsum(axis = 1)
 * ```
 *
 * @param dtype the dtype of the arithmetic and of the result; by default NumPy's choice
 * @param out an array of the result's shape to write to; it is returned
 * @see Cumulus.cumsum
 */
public fun NDArray.cumsum(axis: Int? = null, dtype: DType? = null, out: NDArray? = null): NDArray =
    Cumulus.cumsum(this, axis, dtype, out)

/** The cumulative product, as [cumsum] is the sum: `numpy.cumprod`. */
public fun NDArray.cumprod(axis: Int? = null, dtype: DType? = null, out: NDArray? = null): NDArray =
    Cumulus.cumprod(this, axis, dtype, out)

/** The cumulative sum with NaN counted as zero: `numpy.nancumsum`. */
public fun NDArray.nancumsum(axis: Int? = null, dtype: DType? = null, out: NDArray? = null): NDArray =
    Cumulus.nancumsum(this, axis, dtype, out)

/** The cumulative product with NaN counted as one: `numpy.nancumprod`. */
public fun NDArray.nancumprod(axis: Int? = null, dtype: DType? = null, out: NDArray? = null): NDArray =
    Cumulus.nancumprod(this, axis, dtype, out)

/** The logarithm of the cumulative sum of exponentials, as PyTorch's `logcumsumexp`. */
public fun NDArray.logcumsumexp(axis: Int? = null, dtype: DType? = null, out: NDArray? = null): NDArray =
    Cumulus.logcumsumexp(this, axis, dtype, out)

/**
 * The cumulative sum of the Array API, which may begin with zero: `numpy.cumulative_sum`.
 *
 * @param axis may be left out for one dimension only
 * @param includeInitial whether each line of results begins with zero
 */
public fun NDArray.cumulativeSum(
    axis: Int? = null,
    dtype: DType? = null,
    out: NDArray? = null,
    includeInitial: Boolean = false,
): NDArray = Cumulus.cumulativeSum(this, axis, dtype, out, includeInitial)

/** The cumulative product of the Array API, which may begin with one: `numpy.cumulative_prod`. */
public fun NDArray.cumulativeProd(
    axis: Int? = null,
    dtype: DType? = null,
    out: NDArray? = null,
    includeInitial: Boolean = false,
): NDArray = Cumulus.cumulativeProd(this, axis, dtype, out, includeInitial)

/**
 * The largest elements so far, and where they are.
 *
 * ```
 * val (highs, days) = prices.cummax()
 * ```
 */
public fun NDArray.cummax(axis: Int? = null): Extremes = Cumulus.cummax(this, axis)

/** The smallest elements so far, and where they are. */
public fun NDArray.cummin(axis: Int? = null): Extremes = Cumulus.cummin(this, axis)

/** The differences of neighbours, taken [n] times: `numpy.diff`, which undoes a cumulative sum. */
public fun NDArray.diff(n: Int = 1, axis: Int = -1, prepend: Any? = null, append: Any? = null): NDArray =
    Cumulus.diff(this, n, axis, prepend, append)

/** The largest or smallest elements so far: `val (values, indices) = a.cummax()`. */
public operator fun Extremes.component1(): NDArray = values()

/** Where they are. */
public operator fun Extremes.component2(): NDArray = indices()
