package org.cumulus.spark.internal.passes;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Ascending$;
import org.apache.spark.sql.catalyst.expressions.BoundReference;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.SortOrder;
import org.apache.spark.sql.catalyst.expressions.SortOrder$;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.catalyst.expressions.codegen.LazilyGeneratedOrdering;
import org.cumulus.spark.internal.compat.Scala;

/**
 * The part of a row that says which group it is of and which rows are its peers, and the order of
 * such keys. It is Spark's, in which NaN equals NaN and 0.0 equals -0.0.
 */
public final class Keys {
  private final int size;
  private final UnsafeProjection projection;
  private final LazilyGeneratedOrdering groups;
  private final LazilyGeneratedOrdering all;

  Keys(List<SortOrder> groups, List<SortOrder> peers) {
    List<SortOrder> order = Stream.concat(groups.stream(), peers.stream()).toList();
    List<Expression> columns = order.stream().map(SortOrder::child).toList();
    List<SortOrder> ofKeys = IntStream.range(0, order.size()).mapToObj(i -> at(i, order)).toList();
    size = order.size();
    projection = UnsafeProjection.create(Scala.seq(columns));
    this.groups = new LazilyGeneratedOrdering(Scala.seq(ofKeys.subList(0, groups.size())));
    all = new LazilyGeneratedOrdering(Scala.seq(ofKeys));
  }

  private static SortOrder at(int i, List<SortOrder> order) {
    SortOrder by = order.get(i);
    Expression column = new BoundReference(i, by.dataType(), by.nullable());
    return new SortOrder(column, by.direction(), by.nullOrdering(), Scala.seq(List.of()));
  }

  /** Ascending order, nulls first. */
  public static SortOrder ascending(Expression expression) {
    return SortOrder$.MODULE$.apply(expression, Ascending$.MODULE$, Scala.seq(List.of()));
  }

  /** Whether all rows have the same key. */
  boolean isEmpty() {
    return size == 0;
  }

  /** The key of a row, which lives as long as no other is asked for. */
  UnsafeRow of(InternalRow row) {
    return projection.apply(row);
  }

  int compare(UnsafeRow key, UnsafeRow other) {
    return key.equals(other) ? 0 : all.compare(key, other);
  }

  boolean isSameGroup(UnsafeRow key, UnsafeRow other) {
    return groups.ordering().isEmpty() || key.equals(other) || groups.compare(key, other) == 0;
  }

  static void write(UnsafeRow key, DataOutputStream to) throws IOException {
    byte[] bytes = key.getBytes();
    to.writeInt(bytes.length);
    to.write(bytes);
  }

  UnsafeRow read(DataInputStream from) throws IOException {
    byte[] bytes = from.readNBytes(from.readInt());
    UnsafeRow key = new UnsafeRow(size);
    key.pointTo(bytes, bytes.length);
    return key;
  }
}
