package org.cumulus.order;

import java.math.BigDecimal;

/** What the order BLOCKED is, in plain lines: a result is a function of values and positions. */
final class BlockedReference {
  private final double[] x;
  private final boolean isSingle;
  private final double initial;

  private BlockedReference(double[] x, boolean isSingle, double initial) {
    this.x = x;
    this.isSingle = isSingle;
    this.initial = initial;
  }

  /**
   * The sums of a line, rounded to float32 at each step if {@code isSingle}, else to float64. It
   * starts from a value, -0.0 for nothing; its first element has position 0 all the same.
   */
  static double[] sums(double[] line, boolean isSingle, double initial) {
    return new BlockedReference(line, isSingle, initial).sums();
  }

  private double[] sums() {
    double[] y = new double[x.length];
    double hi = initial;
    double lo = -0.0;
    double groups = -0.0;
    for (int i = 0; i < x.length; i++) {
      int group = i - i % 8;
      boolean isUpperHalf = i - group >= 4;
      double lower = isUpperHalf ? tree(group, group + 3) : -0.0;
      double upper = tree(isUpperHalf ? group + 4 : group, i);
      y[i] = add(add(add(hi, groups), lower), upper);
      if (i % 8 == 7) {
        groups = add(groups, add(lower, upper));
      }
      if (i % 1024 == 1023) {
        double sum = add(hi, groups);
        lo = add(lo, lost(hi, groups, sum));
        hi = add(sum, lo);
        lo = lost(sum, lo, hi);
        groups = -0.0;
      }
    }
    return y;
  }

  /** The sum of up to four elements, the first two and the others apart. */
  private double tree(int first, int last) {
    return switch (last - first) {
      case 0 -> x[first];
      case 1 -> add(x[first], x[first + 1]);
      case 2 -> add(add(x[first], x[first + 1]), x[first + 2]);
      default -> add(add(x[first], x[first + 1]), add(x[first + 2], x[first + 3]));
    };
  }

  /** What rounding takes away; -0.0, which changes no sum, if that is nothing or no number. */
  private static double lost(double a, double b, double sum) {
    if (!Double.isFinite(a) || !Double.isFinite(b) || !Double.isFinite(sum)) {
      return -0.0;
    }
    BigDecimal exact = new BigDecimal(a).add(new BigDecimal(b));
    double lost = exact.subtract(new BigDecimal(sum)).doubleValue();
    return lost == 0 ? -0.0 : lost;
  }

  /** The float64 sum of two float32 has so many digits that rounding it again rounds but once. */
  private double add(double a, double b) {
    return isSingle ? (float) (a + b) : a + b;
  }
}
