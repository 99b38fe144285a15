package org.cumulus.spark.internal;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Seq;

/**
 * A hash of all bits of a row: by it rows that are equal in the order, and in what is added up, are
 * divided among partitions.
 */
public final class RowHash extends WholeRow {
  private static final long serialVersionUID = 1;
  private static final long SEED = 42;

  /** The hash of a row of these columns. */
  public RowHash(Seq<Expression> columns) {
    super(columns);
  }

  @Override
  public Object eval(InternalRow row) {
    UnsafeRow bits = bits(row);
    return XXH64.hashUnsafeWords(
        bits.getBaseObject(), bits.getBaseOffset(), bits.getSizeInBytes(), SEED);
  }

  @Override
  public DataType dataType() {
    return DataTypes.LongType;
  }

  @Override
  public Expression withNewChildrenInternal(IndexedSeq<Expression> children) {
    return new RowHash(children);
  }

  @Override
  public String toString() {
    return "hash of the row";
  }
}
