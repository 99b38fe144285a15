package org.cumulus;

/**
 * What a scan does with elements that are NaN. A complex number is NaN if one of its parts is.
 * {@code NaT}, a length of time, is not NaN: it sticks, as in NumPy.
 *
 * {@snippet :
 * double[] a = {1, Double.NaN, 2};
 * Scan.of(Operator.ADD).apply(a);                        // [ 1. nan nan]
 * Scan.of(Operator.ADD).nan(NaNPolicy.SKIP).apply(a);    // [1. 1. 3.]
 * Scan.of(Operator.ADD).nan(NaNPolicy.KEEP).apply(a);    // [ 1. nan  3.]
 * }
 */
public enum NaNPolicy {
  /** NaN is an element like others: all results from it on are NaN. As {@code numpy.cumsum}. */
  PROPAGATE,

  /**
   * NaN counts as zero, before the input is cast to another dtype. As {@code numpy.nancumsum}. The
   * input is copied for that.
   */
  SKIP,

  /**
   * Where an element is NaN its result is NaN, and the others are as if the element were zero. As
   * {@code skipna} in pandas. The input is copied for that. An output that can hold no NaN is
   * refused if the input can.
   */
  KEEP,

  /**
   * NaN is refused with a {@link NaNException} that tells the index of the first one in C order,
   * and an output is not touched.
   */
  REFUSE
}
