package org.cumulus.cli.table.values;

import java.math.BigDecimal;
import org.cumulus.ExactTotal;

/** The exact sum of doubles, to be had rounded or as it is. */
final class DoubleSum {
  private final ExactTotal total = new ExactTotal();

  /** The sum of those that are not finite; 0 if there are none. */
  private double special;

  private boolean isFinite = true;

  void add(double number) {
    total.add(number);
    if (!Double.isFinite(number)) {
      special += number;
      isFinite = false;
    }
  }

  long count() {
    return total.count();
  }

  /** Whether all numbers are. */
  boolean isFinite() {
    return isFinite;
  }

  /** The sum, rounded once. */
  double value() {
    return isFinite ? total.value() : special;
  }

  /** The mean, rounded once. */
  double mean() {
    return isFinite ? total.mean() : special;
  }

  /** The sum of numbers that are all finite, as it is. */
  BigDecimal exact() {
    ExactTotal rest = total.copy();
    BigDecimal sum = BigDecimal.ZERO;
    for (double part = rest.value(); part != 0; part = rest.value()) {
      double finite = Math.clamp(part, -Double.MAX_VALUE, Double.MAX_VALUE);
      sum = sum.add(new BigDecimal(finite));
      rest.add(-finite);
    }
    return sum;
  }
}
