package org.cumulus.spark.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.CurrentRow$;
import org.apache.spark.sql.catalyst.expressions.EvalMode$;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ExpressionSet;
import org.apache.spark.sql.catalyst.expressions.ExpressionSet$;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.expressions.RowFrame$;
import org.apache.spark.sql.catalyst.expressions.RowNumber;
import org.apache.spark.sql.catalyst.expressions.SpecifiedWindowFrame;
import org.apache.spark.sql.catalyst.expressions.UnboundedPreceding$;
import org.apache.spark.sql.catalyst.expressions.WindowExpression;
import org.apache.spark.sql.catalyst.expressions.WindowFrame;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateFunction;
import org.apache.spark.sql.catalyst.expressions.aggregate.Average;
import org.apache.spark.sql.catalyst.expressions.aggregate.Count;
import org.apache.spark.sql.catalyst.expressions.aggregate.Max;
import org.apache.spark.sql.catalyst.expressions.aggregate.Min;
import org.apache.spark.sql.catalyst.expressions.aggregate.Sum;
import org.apache.spark.sql.catalyst.plans.logical.Window;
import org.apache.spark.sql.types.AnsiIntervalType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;
import org.cumulus.spark.internal.compat.Scala;
import org.cumulus.spark.internal.compat.Versions;

/** The windows that can run distributed with Spark's results. Everything else is refused. */
public final class AllowList {
  private AllowList() {}

  /** Why some of a window cannot run distributed, for a reader; nothing if all of it can. */
  public static Optional<String> refusal(Window window) {
    Stream<Optional<String>> ofFunctions =
        Scala.list(window.windowExpressions()).stream().map(named -> refusal(named, window));
    return Stream.concat(Stream.of(refusalOfAll(window)), ofFunctions)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Why nothing of a window can run distributed; nothing if it depends on its functions. */
  static Optional<String> refusalOfAll(Window window) {
    return Stream.of(
            unless(!window.isStreaming(), "a streaming plan"),
            unless(!window.orderSpec().isEmpty(), "no order"),
            unless(isDeterministic(window), "an expression that is not deterministic"))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> unless(boolean isAllowed, String reason) {
    return isAllowed ? Optional.empty() : Optional.of(reason);
  }

  /** Spark computes what is not deterministic before the window, so far. */
  private static boolean isDeterministic(Window window) {
    return Scala.list(window.expressions()).stream().allMatch(Expression::deterministic);
  }

  /** Why a column of a window cannot be computed distributed; nothing if it can. */
  static Optional<String> refusal(NamedExpression named, Window window) {
    if (!(named instanceof Alias alias)) {
      return Optional.of("an expression without a name: " + named);
    }
    return WindowTranslation.windows(alias)
        .map(function -> refusal(function, window))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> refusal(WindowExpression expression, Window window) {
    WindowFrame specified = expression.windowSpec().frameSpecification();
    if (!(specified instanceof SpecifiedWindowFrame frame)
        || !frame.lower().equals(UnboundedPreceding$.MODULE$)
        || !frame.upper().equals(CurrentRow$.MODULE$)) {
      return Optional.of("a frame other than UNBOUNDED PRECEDING to CURRENT ROW: " + specified);
    }
    Expression function = expression.windowFunction();
    if (function instanceof AggregateExpression aggregate) {
      return aggregate.filter().isDefined()
              && frame.frameType().equals(RowFrame$.MODULE$)
              && mayTie(window)
          ? Optional.of("FILTER over ROWS where rows may be equal in the order")
          : refusal(aggregate);
    }
    return unless(
        function instanceof RowNumber, "a function that Cumulus does not have: " + function.sql());
  }

  /** Whether rows of a group may be equal in the order, for all that the optimizer knows. */
  private static boolean mayTie(Window window) {
    List<Expression> sorted = new ArrayList<>(Scala.list(window.partitionSpec()));
    Scala.list(window.orderSpec()).forEach(order -> sorted.add(order.child()));
    ExpressionSet order = ExpressionSet$.MODULE$.apply(Scala.seq(sorted));
    return !window.child().distinctKeys().exists(key -> key.subsetOf(order));
  }

  private static Optional<String> refusal(AggregateExpression aggregate) {
    if (aggregate.isDistinct()) {
      return Optional.of("DISTINCT");
    }
    AggregateFunction function = aggregate.aggregateFunction();
    if (function instanceof Sum sum) {
      return sum(sum.child(), Versions.mode(sum));
    }
    if (function instanceof Average mean) {
      return sum(mean.child(), mean.evalMode());
    }
    if (function instanceof Min || function instanceof Max) {
      return extreme(function.children().head());
    }
    return unless(
        function instanceof Count, "a function that Cumulus does not have: " + aggregate.sql());
  }

  private static Optional<String> sum(Expression input, scala.Enumeration.Value mode) {
    if (mode.equals(EvalMode$.MODULE$.TRY())) {
      return Optional.of("try_sum or try_avg");
    }
    DataType type = input.dataType();
    return unless(
        type instanceof NumericType || type instanceof AnsiIntervalType, "a sum of " + type.sql());
  }

  private static Optional<String> extreme(Expression input) {
    DataType type = input.dataType();
    boolean isListed =
        type instanceof NumericType
            || type instanceof BooleanType
            || type instanceof BinaryType
            || type instanceof DateType
            || type instanceof TimestampType
            || type instanceof TimestampNTZType
            || type instanceof AnsiIntervalType
            // Not strings of other collations, of which different ones may be equal.
            || type.equals(DataTypes.StringType);
    return unless(isListed, "the least or greatest of " + type.sql());
  }
}
