package org.cumulus.spark.internal;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Seq;

/**
 * All bits of a row, as bytes: the order of rows that are equal in everything else, their {@link
 * RowHash} included. Rows equal in this are interchangeable.
 */
public final class RowBytes extends WholeRow {
  private static final long serialVersionUID = 1;

  /** The bytes of a row of these columns. */
  public RowBytes(Seq<Expression> columns) {
    super(columns);
  }

  @Override
  public Object eval(InternalRow row) {
    return bits(row).copy().getBytes();
  }

  @Override
  public DataType dataType() {
    return DataTypes.BinaryType;
  }

  @Override
  public Expression withNewChildrenInternal(IndexedSeq<Expression> children) {
    return new RowBytes(children);
  }

  @Override
  public String toString() {
    return "bytes of the row";
  }
}
