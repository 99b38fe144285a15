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
import org.cumulus.spark.CumulusExtensions;
import org.cumulus.spark.internal.compat.Scala;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Option;
import scala.collection.immutable.Seq;

/**
 * Plans SQL's windows without groups, which Spark would run in one task, as running windows; those
 * with groups, too, where the session says so. What a running window cannot compute is left to
 * Spark's own, above it; {@code EXPLAIN} and the log say what, and why.
 */
public final class SqlWindowStrategy extends SparkStrategy {
  private static final Logger LOG = LoggerFactory.getLogger("org.cumulus.spark");

  /** On a window the log has told of: adaptive execution plans the same one again. */
  private static final TreeNodeTag<Boolean> TOLD = new TreeNodeTag<>("cumulus.told");

  /** On a window that is planned once more, below the reason why: now by Spark. */
  private static final TreeNodeTag<Boolean> EXPLAINED = new TreeNodeTag<>("cumulus.explained");

  private final RunningWindowStrategy strategy = new RunningWindowStrategy();

  /** The functions of a window: those that can run distributed, and all others. */
  private record Division(
      List<NamedExpression> running, List<NamedExpression> left, List<String> reasons) {
    static Division of(Window window) {
      Division division = new Division(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      for (NamedExpression function : Scala.list(window.windowExpressions())) {
        Optional<String> refusal = AllowList.refusal(function, window);
        (refusal.isEmpty() ? division.running : division.left).add(function);
        refusal.ifPresent(reason -> division.reasons.add(named(function) + ": " + reason));
      }
      return division;
    }

    String reason() {
      return String.join("; ", reasons);
    }

    private static String named(NamedExpression function) {
      return function instanceof Alias alias ? alias.child().sql() : function.name();
    }
  }

  @Override
  public Seq<SparkPlan> apply(LogicalPlan plan) {
    if (!(plan instanceof Window window) || !isSet(CumulusExtensions.ENABLED, "true")) {
      return Scala.seq(List.of());
    }
    Optional<String> refusal = refusal(window);
    if (refusal.isPresent()) {
      tell(window, "a window keeps Spark's plan: " + refusal.get());
      return ofSpark(window, refusal.get());
    }
    Division division = Division.of(window);
    if (!division.left.isEmpty()) {
      tell(window, "left to Spark's plan: " + division.reason());
    }
    return division.running.isEmpty()
        ? ofSpark(window, division.reason())
        : Scala.seq(List.of(plan(window, division)));
  }

  private static boolean isSet(String option, String otherwise) {
    return SQLConf.get().getConfString(option, otherwise).equalsIgnoreCase("true");
  }

  /** Why all of a window keeps Spark's plan; nothing if it need not. */
  static Optional<String> refusal(Window window) {
    boolean isGrouped = !window.partitionSpec().isEmpty();
    if (isGrouped && !isSet(CumulusExtensions.PARTITION_BY_ENABLED, "false")) {
      return Optional.of(
          "PARTITION BY, which Spark distributes; "
              + CumulusExtensions.PARTITION_BY_ENABLED
              + "=true is for groups of most rows");
    }
    if (!window.child().deterministic()) {
      return Optional.of("an input that is not deterministic");
    }
    // A group is in one task for the others in any case.
    return isGrouped ? AllowList.refusal(window) : AllowList.refusalOfAll(window);
  }

  /** Spark's own plan of a window, below the reason for it where it runs in one task. */
  private Seq<SparkPlan> ofSpark(Window window, String reason) {
    if (!window.partitionSpec().isEmpty() || window.getTagValue(EXPLAINED).isDefined()) {
      window.unsetTagValue(EXPLAINED);
      return Scala.seq(List.of());
    }
    window.setTagValue(EXPLAINED, true);
    return Scala.seq(List.of(new LeftToSparkExec(reason, planLater(window))));
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
    return division.left.isEmpty() ? plan : withOthers(window, division, node, plan);
  }

  /**
   * Spark's own functions over the rows of a plan, in the order that its totals took: of rows equal
   * in the window's order, too, so that the columns of a row fit together.
   */
  private static SparkPlan withOthers(
      Window window, Division division, RunningWindowExec node, SparkPlan plan) {
    SparkPlan together =
        new ShuffleExchangeExec(
            SinglePartition$.MODULE$, plan, ENSURE_REQUIREMENTS$.MODULE$, Option.empty());
    SparkPlan sorted = new SortExec(node.sorting(), false, together, 0);
    SparkPlan others =
        new WindowExec(
            Scala.seq(division.left), window.partitionSpec(), window.orderSpec(), sorted);
    SparkPlan all = new LeftToSparkExec(division.reason(), others);
    return new ProjectExec(Scala.seq(Scala.list(window.output())), all);
  }
}
