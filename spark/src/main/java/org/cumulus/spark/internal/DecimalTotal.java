package org.cumulus.spark.internal;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.Decimal;
import org.jspecify.annotations.Nullable;

/**
 * The exact sum of decimals of one scale, or their mean. The sum has Spark's digits, ten more than
 * the input's and 38 at most; beyond them it is null or an error, by the same expression as
 * Spark's, which divides for the mean, too.
 */
final class DecimalTotal extends Accumulator<DecimalTotal> {
  private final Expression input;
  private final int scale;

  /** Spark's result of the sum and what it needs beside it: whether there is none, or a count. */
  private final Expression result;

  private final boolean isMean;
  private final WholeNumber sum = new WholeNumber();
  private long count;

  DecimalTotal(Expression input, int scale, Expression result, boolean isMean) {
    this.input = input;
    this.scale = scale;
    this.result = result;
    this.isMean = isMean;
  }

  @Override
  void clear() {
    sum.clear();
    count = 0;
  }

  @Override
  void add(InternalRow row) {
    Decimal value = (Decimal) input.eval(row);
    if (value != null) {
      if (value.precision() <= Decimal.MAX_LONG_DIGITS()) {
        sum.add(value.toUnscaledLong());
      } else {
        sum.add(value.toJavaBigDecimal().unscaledValue());
      }
      count++;
    }
  }

  @Override
  void addAll(DecimalTotal other) {
    sum.addAll(other.sum);
    count += other.count;
  }

  @Override
  @Nullable Object result() {
    if (count == 0) {
      return null;
    }
    Decimal value = new Decimal().set(exact());
    return result.eval(new GenericInternalRow(new Object[] {value, isMean ? count : false}));
  }

  private scala.math.BigDecimal exact() {
    BigDecimal exact =
        sum.isLong()
            ? BigDecimal.valueOf(sum.toLong(), scale)
            : new BigDecimal(sum.toBigInteger(), scale);
    return scala.math.BigDecimal.javaBigDecimal2bigDecimal(exact);
  }

  @Override
  void write(DataOutputStream to) throws IOException {
    sum.write(to);
    to.writeLong(count);
  }

  @Override
  void read(DataInputStream from) throws IOException {
    sum.read(from);
    count = from.readLong();
  }
}
