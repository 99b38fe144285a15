package org.cumulus.spark.internal;

import java.io.Serializable;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.sql.catalyst.expressions.codegen.CodegenContext;
import org.apache.spark.sql.catalyst.expressions.codegen.CodegenFallback;
import org.apache.spark.sql.catalyst.expressions.codegen.ExprCode;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Seq;

/**
 * A hash of the bits of a row. Spark's own hashes take 0.0 and -0.0 for one another, as SQL does,
 * and know no maps; rows that they call equal may still be told apart by their bits, and so must
 * have an order.
 */
public final class RowHash extends Expression implements CodegenFallback, Serializable {
  private static final long serialVersionUID = 1;
  private static final long SEED = 42;

  @SuppressWarnings("serial") // all of Scala's are serializable
  private final Seq<Expression> columns;

  private transient @Nullable UnsafeProjection projection;

  public RowHash(Seq<Expression> columns) {
    this.columns = columns;
  }

  @Override
  public Object eval(InternalRow row) {
    if (projection == null) {
      projection = UnsafeProjection.create(columns);
    }
    UnsafeRow bits = projection.apply(row);
    return XXH64.hashUnsafeWords(
        bits.getBaseObject(), bits.getBaseOffset(), bits.getSizeInBytes(), SEED);
  }

  @Override
  public ExprCode doGenCode(CodegenContext context, ExprCode code) {
    return CodegenFallback.super.doGenCode(context, code);
  }

  @Override
  public DataType dataType() {
    return DataTypes.LongType;
  }

  @Override
  public boolean nullable() {
    return false;
  }

  @Override
  public Seq<Expression> children() {
    return columns;
  }

  @Override
  public Expression withNewChildrenInternal(IndexedSeq<Expression> children) {
    return new RowHash(children);
  }

  @Override
  public String toString() {
    return "hash of the row";
  }

  @Override
  public int productArity() {
    return 1;
  }

  @Override
  public Object productElement(int n) {
    return columns;
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof RowHash;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RowHash that && columns.equals(that.columns);
  }

  @Override
  public int hashCode() {
    return columns.hashCode();
  }
}
