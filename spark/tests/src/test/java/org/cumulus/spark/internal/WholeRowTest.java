package org.cumulus.spark.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.expressions.BoundReference;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import org.cumulus.spark.internal.compat.Scala;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Hashes and bytes of rows, which are those of their bits. */
final class WholeRowTest {
  private static final DataType[] FIXED = {DataTypes.DoubleType, DataTypes.IntegerType};
  private static final DataType[] VARIABLE = {DataTypes.DoubleType, DataTypes.StringType};
  private static final UTF8String TEXT = UTF8String.fromString("a text of some length");

  @Test
  void allBits() {
    assertNotEquals(hash(FIXED, 0.0, 1), hash(FIXED, -0.0, 1));
    assertNotEquals(hash(FIXED, 0.0, 1), hash(FIXED, null, 1));
    assertNotEquals(hash(FIXED, 0.0, 1), hash(FIXED, 0.0, 2));
    assertNotEquals(hash(FIXED, 0.0, 0), hash(FIXED, 0.0, null));
    assertNotEquals(hash(VARIABLE, 0.0, TEXT), hash(VARIABLE, -0.0, TEXT));
    assertNotEquals(hash(VARIABLE, 0.0, TEXT), hash(VARIABLE, 0.0, TEXT.toUpperCase()));
  }

  /** Some columns of a row, or all in another order, are not its own bits. */
  @Test
  void columns() {
    UnsafeRow row = row(FIXED, 3.0, 4).copy();
    var last = Scala.<Expression>seq(List.of(new BoundReference(1, FIXED[1], true)));
    assertEquals(
        new RowHash(last).eval(row), new RowHash(last).eval(row(FIXED, 5.0, 4)), "other columns");
    var swapped = Scala.seq(List.of(columns(FIXED).get(1), columns(FIXED).get(0)));
    assertNotEquals(new RowHash(swapped).eval(row), hash(FIXED, 3.0, 4));
  }

  private static Object hash(DataType[] types, @Nullable Object... values) {
    var columns = Scala.seq(columns(types));
    Object hash = new RowHash(columns).eval(new GenericInternalRow(values));
    UnsafeRow row = row(types, values);
    assertEquals(hash, new RowHash(columns).eval(row), "another row of the same values");
    if (UnsafeRow.isFixedLength(types[1])) {
      row.pointTo(row.getBaseObject(), row.getBaseOffset(), 0); // as Spark compares rows
      assertEquals(hash, new RowHash(columns).eval(row), "a row of unknown size");
    }
    RowBytes bytes = new RowBytes(columns);
    byte[] first = (byte[]) bytes.eval(row);
    bytes.eval(row(types, 7.0, null)); // leaves the first alone
    assertArrayEquals(first, (byte[]) bytes.eval(new GenericInternalRow(values)));
    return hash;
  }

  private static List<Expression> columns(DataType[] types) {
    return IntStream.range(0, types.length)
        .<Expression>mapToObj(i -> new BoundReference(i, types[i], true))
        .toList();
  }

  private static UnsafeRow row(DataType[] types, @Nullable Object... values) {
    return UnsafeProjection.create(types).apply(new GenericInternalRow(values));
  }
}
