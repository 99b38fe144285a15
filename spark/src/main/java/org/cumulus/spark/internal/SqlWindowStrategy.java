package org.cumulus.spark.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Window;
import org.apache.spark.sql.catalyst.plans.physical.SinglePartition$;
import org.apache.spark.sql.catalyst.trees.TreeNodeTag;
import org.apache.spark.sql.execution.ProjectExec;
import org.apache.spark.sql.execution.SortExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.SparkStrategy;
import org.apache.spark.sql.execution.exchange.ENSURE_REQUIREMENTS$;
import org.apache.spark.sql.execution.exchange.ShuffleExchangeExec;
import org.apache.spark.sql.execution.window.WindowExec;
import org.apache.spark.sql.internal.SQLConf;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Option;
import scala.collection.immutable.Seq;

/**
 * Plans SQL's windows without groups, which Spark would run in one task, as running windows. What
 * such a window cannot compute is left to Spark's own, above it; the log says what, and why.
 */
public final class SqlWindowStrategy extends SparkStrategy {
  /** The session's option that leaves all windows to Spark if it is {@code false}. */
  public static final String ENABLED = "spark.cumulus.runningWindow.enabled";

  private static final Logger LOG = LoggerFactory.getLogger("org.cumulus.spark");

  /** On a window the log has told of: adaptive execution plans the same one again. */
  private static final TreeNodeTag<Boolean> TOLD = new TreeNodeTag<>("cumulus.told");

  private final RunningWindowStrategy strategy = new RunningWindowStrategy();

  /** The functions of a window: those that can run distributed, and all others. */
  private record Division(
      List<NamedExpression> running, List<NamedExpression> left, List<String> reasons) {
    static Division of(Window window) {
      Division division = new Division(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      for (NamedExpression function : Scala.list(window.windowExpressions())) {
        Optional<String> refusal = AllowList.refusal(function);
        (refusal.isEmpty() ? division.running : division.left).add(function);
        refusal.ifPresent(reason -> division.reasons.add(named(function) + ": " + reason));
      }
      return division;
    }

    private static String named(NamedExpression function) {
      return function instanceof Alias alias ? alias.child().sql() : function.name();
    }
  }

  @Override
  public Seq<SparkPlan> apply(LogicalPlan plan) {
    if (!(plan instanceof Window window) || !isEnabled()) {
      return Scala.seq(List.of());
    }
    Optional<String> refusal = refusal(window);
    if (refusal.isPresent()) {
      tell(window, "a window keeps Spark's plan: " + refusal.get());
      return Scala.seq(List.of());
    }
    Division division = Division.of(window);
    if (!division.left.isEmpty()) {
      tell(window, "left to Spark's plan: " + String.join("; ", division.reasons));
    }
    return division.running.isEmpty()
        ? Scala.seq(List.of())
        : Scala.seq(List.of(plan(window, division)));
  }

  private static boolean isEnabled() {
    return SQLConf.get().getConfString(ENABLED, "true").equalsIgnoreCase("true");
  }

  /** Why all of a window keeps Spark's plan; nothing if it need not. */
  static Optional<String> refusal(Window window) {
    if (!window.partitionSpec().isEmpty()) {
      return Optional.of("PARTITION BY, which Spark distributes");
    }
    return window.child().deterministic()
        ? AllowList.refusalOfAll(window)
        : Optional.of("an input that is not deterministic");
  }

  private static void tell(Window window, String message) {
    if (window.getTagValue(TOLD).isEmpty()) {
      window.setTagValue(TOLD, true);
      LOG.info("Cumulus: {}", message);
    }
  }

  private SparkPlan plan(Window window, Division division) {
    WindowTranslation translation = WindowTranslation.of(window, division.running, false, null);
    RunningWindowExec node = strategy.plan(translation.window());
    // Where a function is within an expression, the rest of that is computed from its result.
    SparkPlan plan = translation.isWhole() ? node : new ProjectExec(translation.columns(), node);
    return division.left.isEmpty() ? plan : withOthers(window, division.left, node, plan);
  }

  /**
   * Spark's own functions over the rows of a plan, in the order that its totals took: of rows equal
   * in the window's order, too, so that the columns of a row fit together.
   */
  private static SparkPlan withOthers(
      Window window, List<NamedExpression> others, RunningWindowExec node, SparkPlan plan) {
    SparkPlan together =
        new ShuffleExchangeExec(
            SinglePartition$.MODULE$, plan, ENSURE_REQUIREMENTS$.MODULE$, Option.empty());
    SparkPlan sorted = new SortExec(node.sorting(), false, together, 0);
    SparkPlan all =
        new WindowExec(Scala.seq(others), window.partitionSpec(), window.orderSpec(), sorted);
    return new ProjectExec(Scala.seq(Scala.list(window.output())), all);
  }
}
