package org.cumulus.spark.internal.totals;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.MathUtils;

/** The number of the row. Spark's is an {@code int}, and beyond one what its mode says. */
final class RowNumberTotal extends Total<RowNumberTotal> {
  private final boolean isChecked;
  private long count;

  RowNumberTotal(boolean isChecked) {
    this.isChecked = isChecked;
  }

  @Override
  void clear() {
    count = 0;
  }

  @Override
  void add(InternalRow row) {
    count++;
  }

  @Override
  void addAll(RowNumberTotal other) {
    count += other.count;
  }

  @Override
  Integer result() {
    return isChecked && count > Integer.MAX_VALUE
        ? (Integer) MathUtils.addExact(Integer.MAX_VALUE, 1) // throws what Spark throws
        : (Integer) (int) count;
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
