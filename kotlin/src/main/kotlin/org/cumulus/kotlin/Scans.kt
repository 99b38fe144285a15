package org.cumulus.kotlin

import org.cumulus.DType
import org.cumulus.NDArray
import org.cumulus.NaNPolicy
import org.cumulus.Operator
import org.cumulus.Order
import org.cumulus.OverflowPolicy
import org.cumulus.Scan

/**
 * A scan with everything that [Scan] offers, by named arguments.
 *
 * ```
 * scan(intArrayOf(2, 4, 6), exclusive = true)                           // [0 2 6]
 * scan(intArrayOf(2, 4, 6), keys = intArrayOf(7, 8, 7))                 // [2 4 8]
 * scan(doubleArrayOf(1e16, 1.0, -1e16), order = Order.EXACT)            // [1.e+16 1.e+16 1.e+00]
 * ```
 *
 * @param array the input: a Kotlin array, a list, an [NDArray], or a single value
 * @param operator what prefixes are folded with
 * @param axis the axis; by default all elements are scanned in C order
 * @param dtype the dtype of the arithmetic and of the result
 * @param exclusive whether each result leaves its own element out
 * @param reverse whether to scan from the end
 * @param initial what the scan starts from
 * @param includeInitial whether results begin with the initial value
 * @param order the order of the additions, and so their bits
 * @param nan what NaN does
 * @param overflow what overflow does
 * @param keys a key for each element; those of each key are scanned on their own
 * @param out an array of the result's shape to write to; it is returned
 */
public fun scan(
    array: Any,
    operator: Operator = Operator.ADD,
    axis: Int? = null,
    dtype: DType? = null,
    exclusive: Boolean = false,
    reverse: Boolean = false,
    initial: Any? = null,
    includeInitial: Boolean = false,
    order: Order = Order.NUMPY,
    nan: NaNPolicy = NaNPolicy.PROPAGATE,
    overflow: OverflowPolicy = OverflowPolicy.WRAP,
    keys: Any? = null,
    out: NDArray? = null,
): NDArray {
    var scan = Scan.of(operator).order(order).nan(nan).overflow(overflow)
    if (axis != null) scan = scan.axis(axis)
    if (dtype != null) scan = scan.dtype(dtype)
    if (exclusive) scan = scan.exclusive()
    if (reverse) scan = scan.reverse()
    if (initial != null) scan = scan.initial(initial)
    if (includeInitial) scan = scan.includeInitial()
    if (keys != null) scan = scan.segmentsByKey(keys)
    return if (out == null) scan.apply(array) else scan.apply(array, out)
}
