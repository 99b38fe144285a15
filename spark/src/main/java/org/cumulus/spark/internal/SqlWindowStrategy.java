package org.cumulus.spark.internal;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Window;
import org.apache.spark.sql.execution.ProjectExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.SparkStrategy;
import org.apache.spark.sql.internal.SQLConf;
import scala.collection.immutable.Seq;

/** Plans SQL's windows without groups, which Spark would run in one task, as running windows. */
public final class SqlWindowStrategy extends SparkStrategy {
  /** The session's option that leaves all windows to Spark if it is {@code false}. */
  public static final String ENABLED = "spark.cumulus.runningWindow.enabled";

  private static final System.Logger LOG = System.getLogger("org.cumulus.spark");

  private final RunningWindowStrategy strategy = new RunningWindowStrategy();

  @Override
  public Seq<SparkPlan> apply(LogicalPlan plan) {
    if (!(plan instanceof Window window)) {
      return Scala.seq(List.of());
    }
    Optional<String> refusal = refusal(window);
    refusal.ifPresent(reason -> LOG.log(Level.DEBUG, "a window keeps Spark''s plan: {0}", reason));
    return refusal.isPresent()
        ? Scala.seq(List.of())
        : Scala.seq(List.of(plan(WindowTranslation.of(window, false, null))));
  }

  /** Where a function is within an expression, the rest of that is computed from its result. */
  private SparkPlan plan(WindowTranslation translation) {
    SparkPlan plan = strategy.plan(translation.window());
    return translation.isWhole() ? plan : new ProjectExec(translation.columns(), plan);
  }

  /** Why a window keeps Spark's plan; nothing if it need not. */
  static Optional<String> refusal(Window window) {
    if (!SQLConf.get().getConfString(ENABLED, "true").equalsIgnoreCase("true")) {
      return Optional.of(ENABLED + " is not true");
    }
    if (!window.partitionSpec().isEmpty()) {
      return Optional.of("PARTITION BY, which Spark distributes");
    }
    return window.child().deterministic()
        ? AllowList.refusal(window)
        : Optional.of("an input that is not deterministic");
  }
}
