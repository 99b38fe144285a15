package org.cumulus.cli.table.functions;

import org.jspecify.annotations.Nullable;

/**
 * A function that a table is asked for.
 *
 * @param column it is of; null for all of a row
 * @param parameter how many rows a lag is, or the weight of a new value in a moving average
 * @param as the name of its column; null for the default
 */
public record FunctionSpec(
    FunctionKind kind, @Nullable String column, double parameter, @Nullable String as) {
  /** A function without a parameter. */
  public FunctionSpec(FunctionKind kind, @Nullable String column) {
    this(kind, column, 1, null);
  }

  /** The same with another name. */
  public FunctionSpec named(String name) {
    return new FunctionSpec(kind, column, parameter, name);
  }

  /** The name of its column: {@code running_sum_amount} if it was not given another one. */
  public String name() {
    if (as != null) {
      return as;
    }
    if (kind == FunctionKind.ROW_NUMBER) {
      return kind.prefix();
    }
    if (column == null) {
      return kind.prefix().substring(0, kind.prefix().length() - 1);
    }
    boolean isFar = kind == FunctionKind.LAG && parameter > 1;
    return kind.prefix() + column + (isFar ? "_" + (long) parameter : "");
  }

  /** What it must remember of a group of rows, of which there are none yet. */
  public Accumulator start(boolean asFloat) {
    return switch (kind) {
      case SUM -> asFloat ? new FloatTotal(FloatTotal.Kind.SUM) : new SumTotal();
      case AVG -> asFloat ? new FloatTotal(FloatTotal.Kind.MEAN) : new MeanTotal();
      case PRODUCT -> asFloat ? new FloatTotal(FloatTotal.Kind.PRODUCT) : new ProductTotal();
      case MIN -> new ExtremeTotal(-1);
      case MAX -> new ExtremeTotal(1);
      case COUNT, ROW_NUMBER -> new CountTotal();
      case EMA -> new MovingAverage(parameter);
      case SHARE -> new ShareTotal();
      case DELTA -> new Difference();
      case LAG -> new Lag((int) parameter);
    };
  }
}
