package org.cumulus.spark.internal.totals;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.jspecify.annotations.Nullable;

/**
 * The exact sum, or mean, of values that are whole numbers of some unit. Parts of a sum may be
 * larger than the whole, so whether it fits is decided where it would show.
 */
abstract class WholeTotal extends Total<WholeTotal> {
  private final Expression input;
  private final WholeNumber sum = new WholeNumber();
  private long count;

  WholeTotal(Expression input) {
    this.input = input;
  }

  /** Adds a value that is not null. */
  abstract void addTo(WholeNumber number, Object value);

  /** The result for as many values, one at least. */
  abstract @Nullable Object result(WholeNumber number, long values);

  @Override
  final void clear() {
    sum.clear();
    count = 0;
  }

  @Override
  final void add(InternalRow row) {
    Object value = input.eval(row);
    if (value != null) {
      addTo(sum, value);
      count++;
    }
  }

  @Override
  final void addAll(WholeTotal other) {
    sum.addAll(other.sum);
    count += other.count;
  }

  @Override
  final @Nullable Object result() {
    return count == 0 ? null : result(sum, count);
  }

  @Override
  final void write(DataOutputStream to) throws IOException {
    sum.write(to);
    to.writeLong(count);
  }

  @Override
  final void read(DataInputStream from) throws IOException {
    sum.read(from);
    count = from.readLong();
  }
}
