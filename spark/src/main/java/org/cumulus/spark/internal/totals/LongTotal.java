package org.cumulus.spark.internal.totals;

import java.math.BigDecimal;
import java.math.MathContext;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.jspecify.annotations.Nullable;

/** The sum of integers, or their mean. A sum that is not a {@code long} wraps, or is an error. */
final class LongTotal extends WholeTotal {
  /** Up to here numbers are doubles. */
  private static final long LARGEST_EXACT = 1L << 53;

  /** So many digits that the quotient of a sum by a count is rounded to a double only once. */
  private static final MathContext DIGITS = new MathContext(80);

  private final boolean isMean;

  /** Null if sums wrap. */
  private final @Nullable Overflow overflow;

  LongTotal(Expression input, boolean isMean, @Nullable Overflow overflow) {
    super(input);
    this.isMean = isMean;
    this.overflow = overflow;
  }

  @Override
  void addTo(WholeNumber number, Object value) {
    number.add(((Number) value).longValue());
  }

  @Override
  Object result(WholeNumber number, long values) {
    if (isMean) {
      return mean(number, values);
    }
    if (overflow != null && !number.isLong()) {
      throw overflow.beyond(Long.MAX_VALUE);
    }
    return number.toLong();
  }

  private static double mean(WholeNumber sum, long count) {
    if (sum.isLong() && Math.abs(sum.toLong()) <= LARGEST_EXACT && count <= LARGEST_EXACT) {
      return (double) sum.toLong() / (double) count;
    }
    return new BigDecimal(sum.toBigInteger())
        .divide(BigDecimal.valueOf(count), DIGITS)
        .doubleValue();
  }
}
