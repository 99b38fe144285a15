package org.cumulus.spark.internal;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;

/** How many rows there are in which no input is null. */
final class CountTotal extends Accumulator<CountTotal> {
  private final Expression[] inputs;
  private long count;

  CountTotal(Expression[] inputs) {
    this.inputs = inputs;
  }

  @Override
  void clear() {
    count = 0;
  }

  @Override
  void add(InternalRow row) {
    for (Expression input : inputs) {
      if (input.eval(row) == null) {
        return;
      }
    }
    count++;
  }

  @Override
  void addAll(CountTotal other) {
    count += other.count;
  }

  @Override
  Long result() {
    return count;
  }

  @Override
  void write(DataOutputStream to) throws IOException {
    to.writeLong(count);
  }

  @Override
  void read(DataInputStream from) throws IOException {
    count = from.readLong();
  }
}
