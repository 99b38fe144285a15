package org.cumulus.spark.internal;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.RowOrdering;
import org.apache.spark.sql.catalyst.expressions.SortOrder;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.physical.RangePartitioning;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.SparkStrategy;
import org.apache.spark.sql.execution.exchange.ENSURE_REQUIREMENTS$;
import org.apache.spark.sql.execution.exchange.ShuffleExchangeExec;
import org.apache.spark.sql.internal.SQLConf;
import org.cumulus.spark.internal.compat.Scala;
import org.cumulus.spark.internal.passes.Keys;
import scala.Option;
import scala.collection.immutable.Seq;

/**
 * Plans a {@link RunningWindow}: shuffled to ranges of the order, then run; Spark adds the sort.
 */
public final class RunningWindowStrategy extends SparkStrategy {
  /**
   * The bytes of a partition in the shuffle, compressed: so few that it is sorted in memory where
   * tasks have some hundred megabytes. Adaptive execution puts smaller ones together.
   */
  private static final long LARGEST_PARTITION = 16 << 20;

  @Override
  public Seq<SparkPlan> apply(LogicalPlan plan) {
    return plan instanceof RunningWindow window
        ? Scala.seq(List.of(plan(window)))
        : Scala.seq(List.of());
  }

  RunningWindowExec plan(RunningWindow window) {
    Seq<Attribute> columns = window.child().output();
    Seq<SortOrder> groups =
        Scala.seq(Scala.list(window.groups()).stream().map(Keys::ascending).toList());
    Seq<SortOrder> ties = tieBreakers(window, groups, columns);
    Seq<SortOrder> order = Scala.concat(Scala.concat(groups, window.order()), ties);
    SparkPlan shuffled =
        new ShuffleExchangeExec(
            new RangePartitioning(order, SQLConf.get().numShufflePartitions()),
            planLater(window.child()),
            ENSURE_REQUIREMENTS$.MODULE$,
            Option.apply(partitionSize()));
    return new RunningWindowExec(
        window.functions(),
        window.results(),
        groups,
        window.order(),
        ties,
        window.isExclusive(),
        shuffled);
  }

  private static Object partitionSize() {
    long ofSession = (Long) SQLConf.get().getConf(SQLConf.ADVISORY_PARTITION_SIZE_IN_BYTES());
    return Math.min(ofSession, LARGEST_PARTITION);
  }

  /** The inputs of the functions, and a hash of the row. */
  private static Seq<SortOrder> tieBreakers(
      RunningWindow window, Seq<SortOrder> groups, Seq<Attribute> columns) {
    List<Expression> sorted =
        new ArrayList<>(
            Scala.list(Scala.concat(groups, window.order())).stream()
                .map(SortOrder::child)
                .toList());
    List<SortOrder> ties = new ArrayList<>();
    for (Expression function : Scala.list(window.functions())) {
      for (Expression input : Scala.list(function.children())) {
        boolean isNew = sorted.stream().noneMatch(input::semanticEquals);
        if (isNew && !input.foldable() && RowOrdering.isOrderable(input.dataType())) {
          ties.add(Keys.ascending(input));
          sorted.add(input);
        }
      }
    }
    ties.add(Keys.ascending(new RowHash(Scala.seq(Scala.list(columns)))));
    return Scala.seq(ties);
  }
}
