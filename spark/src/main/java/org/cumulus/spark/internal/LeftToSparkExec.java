package org.cumulus.spark.internal;

import java.util.List;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.SortOrder;
import org.apache.spark.sql.catalyst.plans.physical.Partitioning;
import org.apache.spark.sql.execution.SparkPlan;
import org.cumulus.spark.internal.compat.Parts;
import org.cumulus.spark.internal.compat.Scala;
import org.jspecify.annotations.Nullable;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Seq;

/**
 * Says in {@code EXPLAIN} why the window function below runs in one task. It does nothing else: its
 * rows are those of its child.
 */
@SuppressWarnings("serial") // all of Scala's and of Spark's are serializable
public final class LeftToSparkExec extends SparkPlan implements Parts {
  private static final long serialVersionUID = 1;

  private final String reason;
  private final SparkPlan child;

  /** A node of no effect above a window function. */
  public LeftToSparkExec(String reason, SparkPlan child) {
    this.reason = reason;
    this.child = child;
  }

  @Override
  public RDD<InternalRow> doExecute() {
    return child.execute();
  }

  @Override
  public Seq<Attribute> output() {
    return child.output();
  }

  @Override
  public Seq<SortOrder> outputOrdering() {
    return child.outputOrdering();
  }

  @Override
  public Partitioning outputPartitioning() {
    return child.outputPartitioning();
  }

  @Override
  public String nodeName() {
    return "CumulusLeftToSpark";
  }

  @Override
  public Seq<SparkPlan> children() {
    return Scala.seq(List.of(child));
  }

  @Override
  public SparkPlan withNewChildrenInternal(IndexedSeq<SparkPlan> children) {
    return new LeftToSparkExec(reason, children.apply(0));
  }

  @Override
  public List<Object> parts() {
    return List.of(reason, child);
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
