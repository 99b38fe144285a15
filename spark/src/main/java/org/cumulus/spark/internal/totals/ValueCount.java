package org.cumulus.spark.internal.totals;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;

/** How many rows there are in which no input is null. */
final class ValueCount extends Total<ValueCount> {
  private final Expression[] inputs;
  private long count;

  ValueCount(Expression[] inputs) {
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
  void addAll(ValueCount other) {
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
