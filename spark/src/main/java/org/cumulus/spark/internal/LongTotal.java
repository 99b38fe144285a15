package org.cumulus.spark.internal;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.jspecify.annotations.Nullable;

/**
 * The sum of integers, or their mean. A sum that is no {@code long} wraps, or is Spark's own error;
 * which of them, is decided where it would show: parts may be larger than the whole.
 */
final class LongTotal extends Accumulator<LongTotal> {
  /** Up to here numbers are doubles. */
  private static final long LARGEST_EXACT = 1L << 53;

  /** So many digits that the quotient of a sum by a count is rounded to a double only once. */
  private static final MathContext DIGITS = new MathContext(80);

  private final Expression input;
  private final boolean isMean;
  private final boolean isChecked;
  private final WholeNumber sum = new WholeNumber();
  private long count;

  LongTotal(Expression input, boolean isMean, boolean isChecked) {
    this.input = input;
    this.isMean = isMean;
    this.isChecked = isChecked;
  }

  @Override
  void clear() {
    sum.clear();
    count = 0;
  }

  @Override
  void add(InternalRow row) {
    Object value = input.eval(row);
    if (value != null) {
      sum.add(((Number) value).longValue());
      count++;
    }
  }

  @Override
  void addAll(LongTotal other) {
    sum.addAll(other.sum);
    count += other.count;
  }

  @Override
  @Nullable Object result() {
    if (count == 0) {
      return null;
    }
    if (isMean) {
      return mean();
    }
    if (isChecked && !sum.isLong()) {
      throw Versions.overflow();
    }
    return sum.toLong();
  }

  private double mean() {
    if (sum.isLong() && Math.abs(sum.toLong()) <= LARGEST_EXACT && count <= LARGEST_EXACT) {
      return (double) sum.toLong() / (double) count;
    }
    return new BigDecimal(sum.toBigInteger())
        .divide(BigDecimal.valueOf(count), DIGITS)
        .doubleValue();
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
