package org.cumulus.spark.internal.totals;

import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.jspecify.annotations.Nullable;

/**
 * The sum of intervals, or their mean, which Spark's own expression divides. One of months is an
 * {@code int}, one of microseconds a {@code long}; a sum that is not is an error in any mode.
 */
final class IntervalTotal extends WholeTotal {
  private final boolean isMonths;
  private final Expression result;
  private final Overflow overflow;

  /**
   * @param isMonths whether the values are months, and not microseconds
   * @param result Spark's result of the sum and, for the mean, the count
   */
  IntervalTotal(Expression input, boolean isMonths, Expression result, Overflow overflow) {
    super(input);
    this.isMonths = isMonths;
    this.result = result;
    this.overflow = overflow;
  }

  @Override
  void addTo(WholeNumber number, Object value) {
    number.add(((Number) value).longValue());
  }

  @Override
  @Nullable Object result(WholeNumber number, long values) {
    Object sum = isMonths ? months(number) : microseconds(number);
    return result.eval(new GenericInternalRow(new Object[] {sum, values}));
  }

  private Object months(WholeNumber number) {
    if (!number.isLong() || number.toLong() != (int) number.toLong()) {
      throw overflow.beyond(Integer.MAX_VALUE);
    }
    return (int) number.toLong();
  }

  private Object microseconds(WholeNumber number) {
    if (!number.isLong()) {
      throw overflow.beyond(Long.MAX_VALUE);
    }
    return number.toLong();
  }
}
