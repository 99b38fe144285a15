package org.cumulus.spark.internal;

import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeSet;
import org.apache.spark.sql.catalyst.expressions.AttributeSet$;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.SortOrder;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.cumulus.spark.internal.compat.Parts;
import org.cumulus.spark.internal.compat.Scala;
import org.cumulus.spark.internal.totals.RunningFunction;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Seq;

/**
 * A table with running functions of its rows: what {@link org.cumulus.spark.RunningTotal} makes of
 * a table. Spark's own node for windows would do but for what SQL cannot say.
 */
@SuppressWarnings("serial") // all of Scala's and of Spark's are serializable
public final class RunningWindow extends LogicalPlan implements Parts {
  private static final long serialVersionUID = 1;

  private final Seq<Expression> functions;
  private final Seq<Attribute> results;
  private final Seq<Expression> groups;
  private final Seq<SortOrder> order;
  private final boolean isExclusive;
  private final LogicalPlan child;

  /**
   * @param functions {@link RunningFunction}s
   * @param results the columns they make
   * @param groups what rows of a group have in common
   * @param order the order of the rows of a group
   * @param isExclusive whether a row's totals are those before it, or before its peers
   */
  public RunningWindow(
      Seq<Expression> functions,
      Seq<Attribute> results,
      Seq<Expression> groups,
      Seq<SortOrder> order,
      boolean isExclusive,
      LogicalPlan child) {
    this.functions = functions;
    this.results = results;
    this.groups = groups;
    this.order = order;
    this.isExclusive = isExclusive;
    this.child = child;
  }

  Seq<Expression> functions() {
    return functions;
  }

  Seq<Attribute> results() {
    return results;
  }

  Seq<Expression> groups() {
    return groups;
  }

  Seq<SortOrder> order() {
    return order;
  }

  boolean isExclusive() {
    return isExclusive;
  }

  LogicalPlan child() {
    return child;
  }

  @Override
  public Seq<Attribute> output() {
    return Scala.concat(child.output(), results);
  }

  @Override
  public AttributeSet producedAttributes() {
    return AttributeSet$.MODULE$.apply(Scala.<Expression>seq(Scala.list(results)));
  }

  @Override
  public Option<Object> maxRows() {
    return child.maxRows();
  }

  @Override
  public Seq<LogicalPlan> children() {
    return Scala.seq(List.of(child));
  }

  @Override
  public LogicalPlan withNewChildrenInternal(IndexedSeq<LogicalPlan> children) {
    return new RunningWindow(functions, results, groups, order, isExclusive, children.apply(0));
  }

  @Override
  public List<Object> parts() {
    return List.of(functions, results, groups, order, isExclusive, child);
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
