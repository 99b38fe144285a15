package org.cumulus.spark.internal.passes;

import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.BoundReference;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.SortOrder;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.aggregate.Max;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.cumulus.spark.internal.totals.RunningFunction;

/** Windows over a table of one number, in whose order its rows are. */
final class Windows {
  private static final BoundReference NUMBER = new BoundReference(0, DataTypes.LongType, false);

  private Windows() {}

  /** The largest number so far, of all rows or of those with the same number. */
  static BoundWindow window(boolean isGrouped, boolean isRange, boolean isExclusive) {
    List<SortOrder> order = List.of(Keys.ascending(NUMBER));
    return new BoundWindow(
        isGrouped ? order : List.of(),
        isRange ? order : List.of(),
        List.of(new RunningFunction(new Max(NUMBER), isRange)),
        isExclusive,
        List.of(DataTypes.LongType, DataTypes.LongType));
  }

  /** So many rows, of which this many one after the other have the same number. */
  static Iterator<InternalRow> rows(int count, int peers) {
    UnsafeProjection projection = UnsafeProjection.create(new DataType[] {DataTypes.LongType});
    return LongStream.range(0, count)
        .<InternalRow>mapToObj(
            i -> projection.apply(new GenericInternalRow(new Object[] {i / peers})))
        .iterator();
  }
}
