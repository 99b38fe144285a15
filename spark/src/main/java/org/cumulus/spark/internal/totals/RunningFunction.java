package org.cumulus.spark.internal.totals;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Add;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.BindReferences;
import org.apache.spark.sql.catalyst.expressions.EvalMode$;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.RowNumber;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateFunction;
import org.apache.spark.sql.catalyst.expressions.aggregate.Average;
import org.apache.spark.sql.catalyst.expressions.aggregate.Count;
import org.apache.spark.sql.catalyst.expressions.aggregate.DeclarativeAggregate;
import org.apache.spark.sql.catalyst.expressions.aggregate.Max;
import org.apache.spark.sql.catalyst.expressions.aggregate.Min;
import org.apache.spark.sql.catalyst.expressions.aggregate.Sum;
import org.apache.spark.sql.catalyst.expressions.codegen.CodegenContext;
import org.apache.spark.sql.catalyst.expressions.codegen.ExprCode;
import org.apache.spark.sql.catalyst.expressions.package$;
import org.apache.spark.sql.types.AnsiIntervalType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.YearMonthIntervalType;
import org.cumulus.spark.internal.compat.Parts;
import org.cumulus.spark.internal.compat.Scala;
import org.cumulus.spark.internal.compat.Versions;
import org.jspecify.annotations.Nullable;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Seq;

/**
 * One of Spark's aggregate functions over all rows up to the current one. Type, nullability and
 * inputs are the function's own; how it is computed is {@link #newTotal}'s.
 */
public final class RunningFunction extends Expression implements Parts, Serializable {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // all of Spark's are serializable
  private final AggregateFunction function;

  private final boolean isRange;

  /**
   * @param function one of those that {@link #newTotal} knows
   * @param isRange whether rows equal in the order share the total of the last of them
   */
  public RunningFunction(AggregateFunction function, boolean isRange) {
    this.function = function;
    this.isRange = isRange;
  }

  /** Whether rows equal in the order share a total. */
  public boolean isRange() {
    return isRange;
  }

  /** The same with the places of columns instead of their names. */
  public RunningFunction bind(Seq<Attribute> columns) {
    return BindReferences.bindReference(this, package$.MODULE$.AttributeSeq(columns), false);
  }

  /** A total of no rows, once this is {@linkplain #bind bound}. */
  Total<?> newTotal() {
    if (function instanceof Sum sum) {
      return sum(sum.child(), isAnsi(Versions.mode(sum)), false);
    }
    if (function instanceof Average mean) {
      return sum(mean.child(), isAnsi(mean.evalMode()), true);
    }
    if (function instanceof Count count) {
      return new ValueCount(Scala.list(count.children()).toArray(new Expression[0]));
    }
    if (function instanceof Min || function instanceof Max) {
      return new ExtremeValue(function.children().head(), function instanceof Max);
    }
    if (function instanceof RowNumber number) {
      return new RowNumberTotal(isAnsi(Versions.mode((Add) number.updateExpressions().head())));
    }
    throw new IllegalStateException("not a running function: " + function);
  }

  private static boolean isAnsi(scala.Enumeration.Value mode) {
    return mode.equals(EvalMode$.MODULE$.ANSI());
  }

  private Total<?> sum(Expression input, boolean isChecked, boolean isMean) {
    DataType type = input.dataType();
    if (type instanceof DoubleType || type instanceof FloatType) {
      return new DoubleTotal(input, isMean);
    }
    DeclarativeAggregate aggregate = (DeclarativeAggregate) function;
    Overflow overflow = new Overflow(aggregate);
    if (type instanceof DecimalType decimal) {
      return new DecimalTotal(input, decimal.scale(), result(aggregate), isMean);
    }
    if (type instanceof AnsiIntervalType) {
      boolean isMonths = type instanceof YearMonthIntervalType;
      return new IntervalTotal(input, isMonths, result(aggregate), overflow);
    }
    return new LongTotal(input, isMean, isChecked ? overflow : null);
  }

  /** What Spark makes of its own sums. */
  private static Expression result(DeclarativeAggregate aggregate) {
    Seq<Attribute> buffer = Scala.seq(Scala.list(aggregate.aggBufferAttributes()));
    return BindReferences.bindReference(
        aggregate.evaluateExpression(), package$.MODULE$.AttributeSeq(buffer), false);
  }

  @Override
  public DataType dataType() {
    return function.dataType();
  }

  @Override
  public boolean nullable() {
    return function.nullable();
  }

  @Override
  public Seq<Expression> children() {
    return function.children();
  }

  @Override
  public Expression withNewChildrenInternal(IndexedSeq<Expression> children) {
    return new RunningFunction((AggregateFunction) function.withNewChildren(children), isRange);
  }

  @Override
  public @Nullable Object eval(InternalRow row) {
    throw new UnsupportedOperationException(this + " has no value for a row alone");
  }

  @Override
  public ExprCode doGenCode(CodegenContext context, ExprCode code) {
    throw new UnsupportedOperationException(this + " has no value for a row alone");
  }

  @Override
  public String toString() {
    return "running " + function + (isRange ? " by range" : "");
  }

  @Override
  public List<Object> parts() {
    return List.of(function, isRange);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return equalParts(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
