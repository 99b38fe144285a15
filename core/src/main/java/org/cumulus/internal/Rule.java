package org.cumulus.internal;

import org.cumulus.Order;

/**
 * How each line of a scan is folded.
 *
 * @param arithmetic with what
 * @param order in which order
 * @param parallelism by how many threads, at the most
 */
public record Rule(Arithmetic arithmetic, Order order, int parallelism) {
  /**
   * Whether floats of all widths are loaded as doubles, and rounded to their own when they are
   * stored.
   */
  boolean isInDoubles() {
    return order == Order.EXACT || arithmetic == Accumulation.LOGCUMSUMEXP;
  }

  Rule by(int threads) {
    return threads == parallelism ? this : new Rule(arithmetic, order, threads);
  }
}
