package org.cumulus;

/**
 * What a scan promises about the order of its additions, and so about the bits of its results.
 *
 * <p>It matters only where results are rounded: for sums, products and the like of floats and
 * complex numbers. Integers, maxima, logical operators, {@code timedelta64} and objects give the
 * same result in every order, and so do integers that {@linkplain OverflowPolicy saturate or are
 * checked}.
 *
 * <p>{@link #NUMPY} works with every operator and dtype, {@link #BLOCKED} with all operators that
 * are {@linkplain Operator#isAssociative associative}, and {@link #EXACT} with sums alone. Other
 * combinations are refused when the scan is built, with an {@link IllegalArgumentException}.
 *
 * {@snippet :
 * Scan sum = Scan.of(Operator.ADD);
 * double[] a = {1, 1e100, 1, -1e100};
 * sum.apply(a);                                       // [1.e+000 1.e+100 1.e+100 0.e+000]
 * sum.order(Order.EXACT).apply(a);                    // [1.e+000 1.e+100 1.e+100 2.e+000]
 * Scan.of(Operator.MAXIMUM).order(Order.EXACT);       // EXACT is an order of sums, …
 * }
 *
 * <p>The error bounds are in units in the last place of Σ|x|, the sum of the absolute values of the
 * elements up to the result's; one such unit is the distance from Σ|x| to the next larger number of
 * the dtype. They hold unless an addition overflows. Of a complex sum they hold for each part.
 */
public enum Order {
  /**
   * The bits of NumPy: strictly from left to right, each addition rounded to the operation's dtype;
   * the first element of a line is kept as it is.
   *
   * <p>The error of the {@code n}-th result is less than {@code n} units in the last place of Σ|x|:
   * it can grow with the length of the line.
   */
  NUMPY,

  /**
   * More accurate, and faster where lines are long and not many of them lie side by side in memory.
   * The bits depend on the elements and their positions in the line alone, counted from its start
   * in the direction of the scan: on every processor, by any number of threads, and however the
   * array lies in memory they are the same.
   *
   * <p>Octets, of 8 elements, are summed up as a binary tree, the 128 octets of a block one after
   * the other, and the sums of blocks with the errors of rounding kept. The error of every result
   * is less than 135 units in the last place of Σ|x|, however long the line: up to 2<sup>32</sup>
   * elements of {@code float32}, 2<sup>61</sup> of {@code float64}.
   *
   * <p>NaN, infinities and negative zeros come out as in {@link #NUMPY}, unless a sum of finite
   * elements overflows, which may be that of some elements in the middle of the line here. {@code
   * float16} is added in {@code float32} and rounded once, when a result is stored; the bound is
   * that of {@code float32}, and half a unit in the last place of the result.
   *
   * <p>All associative operators use the same tree, but only sums keep the errors of rounding.
   * Complex products are not available in this order.
   */
  BLOCKED,

  /**
   * Correctly rounded, and for sums alone, along one axis: every result is the exact sum of the
   * elements, cast to the dtype of the operation, rounded to that dtype once, of two equally near
   * numbers to the even one. No order of additions can show: the same elements in any order have
   * the same total.
   *
   * <p>The error of every result is half a unit in the last place of the result itself at the most,
   * however much the elements cancel each other.
   *
   * <p>A sum beyond the range of the dtype is an infinity in that result only: later ones may be
   * finite again. A sum of zero is +0.0 unless every element up to it is -0.0. An infinity among
   * the elements stays; after +inf and -inf, or NaN, all is NaN.
   *
   * <p>A line of similar magnitudes takes two and a half to four times as long as in {@link
   * #NUMPY}; if its exact sum has more digits than two {@code float64} hold, six to eight times,
   * and than three hold, about 25 times. Short lines of {@code float32}, and ones side by side,
   * take about eleven times as long. Where sums stay next to the middle between two numbers, or
   * beyond the range, each takes a microsecond. Threads share lines, but not one line.
   */
  EXACT
}
