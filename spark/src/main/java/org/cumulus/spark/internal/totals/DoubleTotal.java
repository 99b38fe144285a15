package org.cumulus.spark.internal.totals;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.cumulus.ExactTotal;
import org.jspecify.annotations.Nullable;

/** The correctly rounded sum, or mean, of floats or doubles. A sum of zero is +0.0, as Spark's. */
final class DoubleTotal extends Total<DoubleTotal> {
  private final Expression input;
  private final boolean isMean;
  private final ExactTotal total = new ExactTotal();

  DoubleTotal(Expression input, boolean isMean) {
    this.input = input;
    this.isMean = isMean;
  }

  @Override
  void clear() {
    total.clear();
  }

  @Override
  void add(InternalRow row) {
    Object value = input.eval(row);
    if (value != null) {
      total.add(((Number) value).doubleValue());
    }
  }

  @Override
  void addAll(DoubleTotal other) {
    total.add(other.total);
  }

  @Override
  @Nullable Object result() {
    if (total.count() == 0) {
      return null;
    }
    double result = isMean ? total.mean() : total.value();
    // NaN has many bits, and which of them depends on the order of the additions.
    return Double.isNaN(result) ? Double.NaN : result + 0.0;
  }

  @Override
  void write(DataOutputStream to) throws IOException {
    byte[] bytes = total.toBytes();
    to.writeInt(bytes.length);
    to.write(bytes);
  }

  @Override
  void read(DataInputStream from) throws IOException {
    total.clear();
    total.add(ExactTotal.ofBytes(from.readNBytes(from.readInt())));
  }
}
