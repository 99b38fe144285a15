package org.cumulus.spark.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Alias$;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.EvalMode$;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.If;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.expressions.NamedExpression$;
import org.apache.spark.sql.catalyst.expressions.RangeFrame$;
import org.apache.spark.sql.catalyst.expressions.RowNumber;
import org.apache.spark.sql.catalyst.expressions.SpecifiedWindowFrame;
import org.apache.spark.sql.catalyst.expressions.WindowExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateFunction;
import org.apache.spark.sql.catalyst.expressions.aggregate.Average;
import org.apache.spark.sql.catalyst.expressions.aggregate.Sum;
import org.apache.spark.sql.catalyst.plans.logical.Window;
import org.cumulus.spark.internal.compat.Scala;
import org.cumulus.spark.internal.compat.Versions;
import org.cumulus.spark.internal.totals.RunningFunction;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.collection.immutable.Seq;

/**
 * One of Spark's windows as a running window. Spark's optimizer puts functions of decimals into
 * expressions, {@code MakeDecimal(sum(UnscaledValue(d)) OVER …)}: these are columns of their own
 * then, made of the functions' results.
 */
public final class WindowTranslation {
  private final RunningWindow window;
  private final List<NamedExpression> columns;
  private final boolean isWhole;

  private WindowTranslation(RunningWindow window, List<NamedExpression> columns, boolean isWhole) {
    this.window = window;
    this.columns = columns;
    this.isWhole = isWhole;
  }

  /**
   * Translates a window that is on the {@linkplain AllowList allow-list}.
   *
   * @param isExclusive whether a row's totals are those before it
   * @param isChecked whether sums that do not fit are errors; null if the window says so
   */
  public static WindowTranslation of(
      Window window, boolean isExclusive, @Nullable Boolean isChecked) {
    return of(window, Scala.list(window.windowExpressions()), isExclusive, isChecked);
  }

  /** Translates some columns of a window. */
  static WindowTranslation of(
      Window window,
      List<NamedExpression> windowColumns,
      boolean isExclusive,
      @Nullable Boolean isChecked) {
    List<Expression> functions = new ArrayList<>();
    List<Attribute> results = new ArrayList<>();
    List<NamedExpression> columns = new ArrayList<>(Scala.list(window.child().output()));
    boolean isWhole = true;
    for (NamedExpression named : windowColumns) {
      Alias alias = (Alias) named;
      if (alias.child() instanceof WindowExpression one) {
        functions.add(function(one, isChecked));
        results.add(alias.toAttribute());
        columns.add(alias.toAttribute());
      } else {
        isWhole = false;
        columns.add((NamedExpression) taken(alias, functions, results, isChecked));
      }
    }
    RunningWindow running =
        new RunningWindow(
            Scala.seq(functions),
            Scala.seq(results),
            window.partitionSpec(),
            window.orderSpec(),
            isExclusive,
            window.child());
    return new WindowTranslation(running, columns, isWhole);
  }

  /** An expression with columns in place of the functions in it, which go to the lists. */
  private static Expression taken(
      Expression expression,
      List<Expression> functions,
      List<Attribute> results,
      @Nullable Boolean isChecked) {
    if (expression instanceof WindowExpression window) {
      Alias result =
          Alias$.MODULE$.apply(
              window,
              "function",
              NamedExpression$.MODULE$.newExprId(),
              Scala.seq(List.of()),
              Option.empty(),
              Scala.seq(List.of()));
      functions.add(function(window, isChecked));
      results.add(result.toAttribute());
      return result.toAttribute();
    }
    List<Expression> children =
        Scala.list(expression.children()).stream()
            .map(child -> taken(child, functions, results, isChecked))
            .toList();
    return expression.withNewChildren(Scala.seq(children));
  }

  /** All window functions in an expression. */
  static Stream<WindowExpression> windows(Expression expression) {
    return expression instanceof WindowExpression window
        ? Stream.of(window)
        : Scala.list(expression.children()).stream().flatMap(WindowTranslation::windows);
  }

  private static RunningFunction function(WindowExpression window, @Nullable Boolean isChecked) {
    boolean isRange =
        window.windowSpec().frameSpecification() instanceof SpecifiedWindowFrame frame
            && frame.frameType().equals(RangeFrame$.MODULE$);
    Expression function = window.windowFunction();
    if (function instanceof AggregateExpression aggregate) {
      AggregateFunction of = checked(aggregate.aggregateFunction(), isChecked);
      return new RunningFunction(
          aggregate.filter().isEmpty() ? of : filtered(of, aggregate.filter().get()), isRange);
    }
    return new RunningFunction((RowNumber) function, false);
  }

  /** A function of the rows that a filter lets through: of all others the inputs are null. */
  private static AggregateFunction filtered(AggregateFunction function, Expression filter) {
    List<Expression> inputs =
        Scala.list(function.children()).stream()
            .<Expression>map(input -> new If(filter, input, new Literal(null, input.dataType())))
            .toList();
    return (AggregateFunction) function.withNewChildren(Scala.seq(inputs));
  }

  private static AggregateFunction checked(
      AggregateFunction function, @Nullable Boolean isChecked) {
    if (isChecked == null) {
      return function;
    }
    scala.Enumeration.Value mode =
        isChecked ? EvalMode$.MODULE$.ANSI() : EvalMode$.MODULE$.LEGACY();
    if (function instanceof Sum sum) {
      return (AggregateFunction) Versions.with(mode, sum);
    }
    return function instanceof Average mean ? new Average(mean.child(), mode) : function;
  }

  /** What computes the functions. */
  public RunningWindow window() {
    return window;
  }

  /** Whether the columns of the running window are those of Spark's. */
  boolean isWhole() {
    return isWhole;
  }

  /** The columns of Spark's window, made of those of the running one. */
  Seq<NamedExpression> columns() {
    return Scala.seq(columns);
  }
}
