package org.cumulus.spark.internal.totals;

import java.math.BigDecimal;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.Decimal;
import org.jspecify.annotations.Nullable;

/**
 * The exact sum of decimals of one scale, or their mean. The sum has Spark's digits, ten more than
 * the input's and 38 at most; beyond them it is null or an error, by the same expression as
 * Spark's, which divides for the mean, too.
 */
final class DecimalTotal extends WholeTotal {
  private final int scale;

  /** Spark's result of the sum and what it needs beside it: whether there is none, or a count. */
  private final Expression result;

  private final boolean isMean;

  DecimalTotal(Expression input, int scale, Expression result, boolean isMean) {
    super(input);
    this.scale = scale;
    this.result = result;
    this.isMean = isMean;
  }

  @Override
  void addTo(WholeNumber number, Object value) {
    Decimal decimal = (Decimal) value;
    if (decimal.precision() <= Decimal.MAX_LONG_DIGITS()) {
      number.add(decimal.toUnscaledLong());
    } else {
      number.add(decimal.toJavaBigDecimal().unscaledValue());
    }
  }

  @Override
  @Nullable Object result(WholeNumber number, long values) {
    Decimal sum = new Decimal().set(exact(number));
    return result.eval(new GenericInternalRow(new Object[] {sum, isMean ? values : false}));
  }

  private scala.math.BigDecimal exact(WholeNumber number) {
    BigDecimal exact =
        number.isLong()
            ? BigDecimal.valueOf(number.toLong(), scale)
            : new BigDecimal(number.toBigInteger(), scale);
    return scala.math.BigDecimal.javaBigDecimal2bigDecimal(exact);
  }
}
