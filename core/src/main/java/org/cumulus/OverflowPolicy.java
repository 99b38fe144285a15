package org.cumulus;

/**
 * What a scan does where a result, or an element that is cast, is beyond the range of its dtype.
 *
 * {@snippet :
 * byte[] a = {100, 100, -100};
 * Scan sum = Scan.of(Operator.ADD).dtype(DType.INT8);
 * sum.apply(a);                                       // [100 -56 100]
 * sum.overflow(OverflowPolicy.SATURATE).apply(a);     // [100 127  27]
 * sum.overflow(OverflowPolicy.CHECKED).apply(a);      // add overflows int8 at index (1,): 200
 * }
 *
 * <p>Sums, products and recurrences of integers overflow, sums of {@code timedelta64}, and the
 * functions of {@link Operator#ofLongs} where the dtype is narrower than the {@code long} that they
 * return. (What happens within a function is its own affair; {@link Math#addExact} throws.) Sums of
 * {@code bool} are OR and its products AND. Objects have no range.
 *
 * <p>Under {@link #SATURATE} and {@link #CHECKED} integers are scanned from left to right, each
 * result within the range of the operation's dtype, in every {@link Order}.
 */
public enum OverflowPolicy {
  /**
   * As NumPy: integers keep their low bits, floats become infinite, and floats that an integer
   * cannot hold become what the table of casts says.
   */
  WRAP,

  /**
   * At each step integers stay at the least or greatest value of the operation's dtype, and go on
   * from there; {@code timedelta64} at the shortest or longest time, never at NaT. So does what is
   * cast to the operation's dtype, the {@linkplain Scan#initial initial value} included, and then
   * to the output's: integers, floats and objects to integers or times. NaN and NaT become 0 in an
   * integer; NaN becomes NaT in a {@code timedelta64}. Floats have infinities and stay as under
   * {@link #WRAP}.
   */
  SATURATE,

  /**
   * Overflow is refused: an {@link OverflowException} names the operator, the index and the value,
   * and an output is not touched. (Of an initial value it is an {@link ArithmeticException} that
   * has no index.) That is
   *
   * <ul>
   *   <li>an integer or time that the operation's dtype cannot hold, at any step from left to
   *       right;
   *   <li>a float, or part of a complex number, that is not finite while the result before it and
   *       its element are; in {@link Order#BLOCKED} also because a sum of some elements in the
   *       middle of the line is not, in {@link Order#EXACT} only because the exact sum is beyond
   *       the range;
   *   <li>an element, an initial value or a result that a cast to the operation's dtype or to the
   *       output's cannot hold: an integer out of range; a float out of range, NaN or an infinity
   *       as an integer; a finite number as a float that would be infinite; NaT as an integer. A
   *       fraction that is cut off, digits that are rounded and imaginary parts that are dropped
   *       are not errors, except in an {@linkplain Scan#initial initial value}.
   * </ul>
   *
   * <p>The index is that of the result, where the element that is at fault comes in first. A line
   * ends where it first overflows, in the direction of the scan; of several lines the first in C
   * order of the result counts, of {@linkplain Scan#axes several axes} the first that is scanned.
   *
   * <p>An output is written after all of the scan is done, from a copy. Lines are scanned once
   * more, one element at a time, to find what there is to tell; so they are if floats have
   * infinities or NaN in their results.
   */
  CHECKED
}
