package org.cumulus.internal.operations;

import org.cumulus.Order;
import org.cumulus.OverflowPolicy;

/**
 * How each line of a scan is folded.
 *
 * @param arithmetic with what
 * @param order in which order
 * @param overflow what is done with what is beyond the range of a dtype
 * @param parallelism by how many threads, at the most
 */
public record Rule(Arithmetic arithmetic, Order order, OverflowPolicy overflow, int parallelism) {
  /**
   * Whether floats of all widths are loaded as doubles, and rounded to their own when they are
   * stored.
   */
  public boolean isInDoubles() {
    return order == Order.EXACT || arithmetic == Accumulation.LOGCUMSUMEXP;
  }

  public Rule by(int threads) {
    return threads == parallelism ? this : new Rule(arithmetic, order, overflow, threads);
  }

  /** The same, by the other rules of NumPy. */
  public Rule wrapping() {
    return overflow == OverflowPolicy.WRAP
        ? this
        : new Rule(arithmetic, order, OverflowPolicy.WRAP, parallelism);
  }

  /** The same without errors where something overflows: it is found afterwards. */
  public Rule saturating() {
    return new Rule(arithmetic, order, OverflowPolicy.SATURATE, parallelism);
  }

  /**
   * Whether it may fail in the middle of a scan, when results have been written: as something
   * overflows, or as a function of the caller's throws. Those on objects go to an array of their
   * own in any case.
   */
  public boolean canFail() {
    return isChecked()
        || arithmetic instanceof UserFunction.OfDoubles
        || arithmetic instanceof UserFunction.OfLongs;
  }

  /** Whether overflow is an error. */
  public boolean isChecked() {
    return overflow == OverflowPolicy.CHECKED;
  }
}
