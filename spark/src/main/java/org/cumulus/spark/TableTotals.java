package org.cumulus.spark;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.ExperimentalMethods;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.ExprId;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Window;
import org.apache.spark.sql.execution.SparkStrategy;
import org.apache.spark.sql.expressions.WindowSpec;
import org.cumulus.spark.internal.AllowList;
import org.cumulus.spark.internal.RunningWindow;
import org.cumulus.spark.internal.RunningWindowStrategy;
import org.cumulus.spark.internal.WindowTranslation;
import org.cumulus.spark.internal.compat.Scala;
import org.cumulus.spark.internal.compat.Versions;

/**
 * Makes the plan of a {@link RunningTotal}. Spark resolves columns and types of its own window
 * functions; the node it makes of them is replaced by one that runs distributed.
 */
final class TableTotals {
  private final Dataset<?> table;
  private final Frame frame;

  TableTotals(Dataset<?> table, Frame frame) {
    Installation.check();
    if (!Versions.isPlannedHere(Objects.requireNonNull(table, "table"))) {
      throw new IllegalArgumentException(
          "a table of Spark Connect cannot be planned here: use a session within the driver");
    }
    if (table.isStreaming()) {
      throw new IllegalArgumentException(
          "a stream has no last row, and running totals need a table: each batch of foreachBatch is"
              + " one");
    }
    this.table = table;
    this.frame = frame;
  }

  Dataset<Row> of(List<Function> functions, WindowSpec window) {
    List<Column> totals = new ArrayList<>(List.of(col("*")));
    List<Column> results = new ArrayList<>(List.of(col("*")));
    List<String> hidden = new ArrayList<>();
    String prefix = hiddenPrefix("__cumulus_", functions);
    for (Function function : functions) {
      refuseTaken(function.name(), functions);
      function.refuseText(table);
      String total = prefix + hidden.size();
      hidden.add(total);
      totals.add(function.over(window, table, frame.nulls(), frame.nan()).as(total));
      String nulls = prefix + hidden.size();
      if (function.asksForNulls(frame.nulls())) {
        hidden.add(nulls);
        totals.add(function.nullsOver(window).as(nulls));
      }
      results.add(function.result(table, total, nulls, frame.nulls(), frame.nan()));
    }
    LogicalPlan analyzed = table.select(totals.toArray(new Column[0])).queryExecution().analyzed();
    Set<ExprId> ours =
        Scala.list(analyzed.output()).stream()
            .filter(column -> column.name().startsWith(prefix))
            .map(NamedExpression::exprId)
            .collect(Collectors.toSet());
    LogicalPlan plan = distributed(analyzed, ours);
    register(table.sparkSession().experimental());
    return Versions.ofRows(table, plan)
        .select(results.toArray(new Column[0]))
        .drop(hidden.toArray(new String[0]));
  }

  /** What the columns begin with that are there only within the plan: nobody else's does. */
  private String hiddenPrefix(String prefix, List<Function> functions) {
    return Stream.concat(Stream.of(table.columns()), functions.stream().map(Function::name))
            .anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith(prefix))
        ? hiddenPrefix("_" + prefix, functions)
        : prefix;
  }

  private void refuseTaken(String name, List<Function> functions) {
    for (String column : table.columns()) {
      if (isSame(column, name)) {
        throw new IllegalArgumentException(
            "the table has a column " + column + " already: give the total another name, by as");
      }
    }
    List<String> same =
        functions.stream().map(Function::name).filter(other -> isSame(name, other)).toList();
    if (same.size() > 1) {
      throw new IllegalArgumentException(
          "two totals have the name " + String.join(" or ", new LinkedHashSet<>(same)));
    }
  }

  private boolean isSame(String name, String other) {
    return Boolean.parseBoolean(table.sparkSession().conf().get("spark.sql.caseSensitive"))
        ? name.equals(other)
        : name.equalsIgnoreCase(other);
  }

  /** The plan with {@link RunningWindow} in place of the windows of these totals. */
  private LogicalPlan distributed(LogicalPlan plan, Set<ExprId> ours) {
    if (plan instanceof Window window
        && ours.contains(window.windowExpressions().head().exprId())) {
      AllowList.refusal(window)
          .ifPresent(
              reason -> {
                throw new IllegalArgumentException(
                    "Cumulus cannot compute this running total: " + reason);
              });
      return WindowTranslation.of(window, frame.isExclusive(), frame.isChecked()).window();
    }
    List<LogicalPlan> children =
        Scala.list(plan.children()).stream().map(child -> distributed(child, ours)).toList();
    return plan.withNewChildren(Scala.seq(children));
  }

  /** Teaches a session to plan {@link RunningWindow}s, which nothing else makes. */
  private static void register(ExperimentalMethods methods) {
    synchronized (methods) {
      List<SparkStrategy> strategies = Scala.list(methods.extraStrategies());
      if (strategies.stream().noneMatch(RunningWindowStrategy.class::isInstance)) {
        List<SparkStrategy> more = new ArrayList<>(strategies);
        more.add(new RunningWindowStrategy());
        methods.extraStrategies_$eq(Scala.seq(more));
      }
    }
  }
}
