package org.cumulus.spark.internal;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.BoundReference;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.catalyst.expressions.codegen.CodegenContext;
import org.apache.spark.sql.catalyst.expressions.codegen.CodegenFallback;
import org.apache.spark.sql.catalyst.expressions.codegen.ExprCode;
import org.cumulus.spark.internal.compat.Parts;
import org.jspecify.annotations.Nullable;
import scala.collection.immutable.Seq;

/**
 * Something of all bits of a row, to tell rows apart. Spark's own comparisons and hashes take 0.0
 * and -0.0 for one another, as SQL does, and know no maps; rows that they call equal may differ
 * still, and so must have an order.
 */
abstract class WholeRow extends Expression implements CodegenFallback, Parts, Serializable {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // all of Scala's are serializable
  private final Seq<Expression> columns;

  private transient @Nullable UnsafeProjection projection;

  /** The row itself, if these are its columns, in their order and all of one width. */
  private transient @Nullable UnsafeRow itself;

  WholeRow(Seq<Expression> columns) {
    this.columns = columns;
  }

  /** All bits of a row, which are valid until the next call. */
  final UnsafeRow bits(InternalRow row) {
    if (projection == null) {
      projection = UnsafeProjection.create(columns);
      boolean isRow =
          IntStream.range(0, columns.size()).allMatch(i -> isColumn(columns.apply(i), i));
      itself = isRow ? new UnsafeRow(columns.size()) : null;
    }
    if (itself == null
        || !(row instanceof UnsafeRow bits)
        || bits.numFields() != itself.numFields()) {
      return projection.apply(row);
    }
    // A row that Spark compares does not know its size.
    int size =
        UnsafeRow.calculateBitSetWidthInBytes(itself.numFields())
            + itself.numFields() * UnsafeRow.WORD_SIZE;
    itself.pointTo(bits.getBaseObject(), bits.getBaseOffset(), size);
    return itself;
  }

  private static boolean isColumn(Expression expression, int i) {
    return expression instanceof BoundReference column
        && column.ordinal() == i
        && UnsafeRow.isFixedLength(column.dataType());
  }

  @Override
  public final ExprCode doGenCode(CodegenContext context, ExprCode code) {
    return CodegenFallback.super.doGenCode(context, code);
  }

  @Override
  public final boolean nullable() {
    return false;
  }

  @Override
  public final Seq<Expression> children() {
    return columns;
  }

  @Override
  public final List<Object> parts() {
    return List.of(columns);
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return equalParts(other);
  }

  @Override
  public final int hashCode() {
    return super.hashCode();
  }
}
