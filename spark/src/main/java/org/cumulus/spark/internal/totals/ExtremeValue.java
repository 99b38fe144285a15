package org.cumulus.spark.internal.totals;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.catalyst.util.TypeUtils;
import org.apache.spark.sql.types.DataType;
import org.jspecify.annotations.Nullable;
import scala.math.Ordering;

/**
 * The largest or smallest value in Spark's order, in which NaN is the largest number. Of zeros,
 * which are equal there, -0.0 is the smaller one, so that the order of the rows does not show.
 */
final class ExtremeValue extends Total<ExtremeValue> {
  private final Expression input;
  private final int sign;
  private final Ordering<Object> ordering;
  private final UnsafeProjection projection;
  private @Nullable Object extreme;

  ExtremeValue(Expression input, boolean isMaximum) {
    this.input = input;
    sign = isMaximum ? 1 : -1;
    ordering = TypeUtils.getInterpretedOrdering(input.dataType());
    projection = UnsafeProjection.create(new DataType[] {input.dataType()});
  }

  @Override
  void clear() {
    extreme = null;
  }

  @Override
  void add(InternalRow row) {
    Object value = input.eval(row);
    if (isMore(value)) {
      extreme = InternalRow.copyValue(canonical(value));
    }
  }

  private boolean isMore(@Nullable Object value) {
    if (value == null || extreme == null) {
      return value != null;
    }
    int order = ordering.compare(value, extreme);
    if (order == 0 && value instanceof Double number) {
      order = number.compareTo((Double) extreme);
    } else if (order == 0 && value instanceof Float number) {
      order = number.compareTo((Float) extreme);
    }
    return sign * order > 0;
  }

  /** NaN has many bits, all equal: one stands for them. */
  private static Object canonical(Object value) {
    if (value instanceof Double number && number.isNaN()) {
      return Double.NaN;
    }
    return value instanceof Float number && number.isNaN() ? (Float) Float.NaN : value;
  }

  @Override
  void addAll(ExtremeValue other) {
    if (isMore(other.extreme)) {
      extreme = other.extreme;
    }
  }

  @Override
  @Nullable Object result() {
    return extreme;
  }

  @Override
  void write(DataOutputStream to) throws IOException {
    byte[] bytes = projection.apply(new GenericInternalRow(new Object[] {extreme})).getBytes();
    to.writeInt(bytes.length);
    to.write(bytes);
  }

  @Override
  void read(DataInputStream from) throws IOException {
    byte[] bytes = from.readNBytes(from.readInt());
    UnsafeRow row = new UnsafeRow(1);
    row.pointTo(bytes, bytes.length);
    extreme = row.isNullAt(0) ? null : InternalRow.copyValue(row.get(0, input.dataType()));
  }
}
