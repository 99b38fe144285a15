package org.cumulus.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.isnan;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.raise_error;
import static org.apache.spark.sql.functions.when;

import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.StringType;
import org.cumulus.NaNPolicy;

/** One of the functions of a {@link RunningTotal}, in terms of Spark's columns. */
record Function(Kind kind, Column input, String name) {
  enum Kind {
    SUM,
    AVG,
    MIN,
    MAX,
    COUNT,
    ROW_NUMBER
  }

  static Function of(Kind kind, Column input, String inputName) {
    return new Function(
        kind, input, "running_" + kind.name().toLowerCase(Locale.ROOT) + "_" + inputName);
  }

  Function as(String newName) {
    return new Function(kind, input, newName);
  }

  /**
   * Refuses to add texts up, which Spark would take for numbers, and fail at one that is not in the
   * middle of a job.
   *
   * @throws IllegalArgumentException if that is asked for
   */
  void refuseText(Dataset<?> table) {
    if (kind != Kind.SUM && kind != Kind.AVG) {
      return;
    }
    DataType type = table.select(input).schema().apply(0).dataType();
    if (type instanceof StringType) {
      throw new IllegalArgumentException(
          input + " is text, which cannot be added up for " + name + ": cast it to a numeric type");
    }
  }

  /** Whether the policies for nulls and NaN matter to it. */
  private boolean hasValues() {
    return kind != Kind.COUNT && kind != Kind.ROW_NUMBER;
  }

  /** What Spark's window functions are asked for. */
  Column over(WindowSpec window, Dataset<?> table, NullPolicy nulls, NaNPolicy nan) {
    Column value = hasValues() ? refusing(table, nulls, nan) : input;
    return switch (kind) {
      case SUM -> functions.sum(value).over(window);
      case AVG -> functions.avg(value).over(window);
      case MIN -> functions.min(value).over(window);
      case MAX -> functions.max(value).over(window);
      case COUNT -> functions.count(value).over(window);
      case ROW_NUMBER -> functions.count(lit(1)).over(window);
    };
  }

  /** The input, null where it does not count, an error where it is not allowed. */
  private Column refusing(Dataset<?> table, NullPolicy nulls, NaNPolicy nan) {
    Column value = input;
    if (isFloating(table) && nan != NaNPolicy.PROPAGATE) {
      Column instead = nan == NaNPolicy.REFUSE ? refusal("is NaN", nan) : lit(null);
      value = when(isnan(input), instead).otherwise(value);
    }
    if (nulls == NullPolicy.REFUSE) {
      value = when(input.isNull(), refusal("is null", nulls)).otherwise(value);
    }
    return value;
  }

  private Column refusal(String problem, Enum<?> policy) {
    return raise_error(
        lit(
            "Cumulus: a value of "
                + input
                + " "
                + problem
                + ", which is to be refused ("
                + policy
                + ")"));
  }

  private boolean isFloating(Dataset<?> table) {
    DataType type = table.select(input).schema().apply(0).dataType();
    return type instanceof DoubleType || type instanceof FloatType;
  }

  /** How many nulls there were, where that decides. */
  Column nullsOver(WindowSpec window) {
    return functions.count(when(input.isNull(), lit(1))).over(window);
  }

  boolean asksForNulls(NullPolicy nulls) {
    return hasValues() && nulls == NullPolicy.PROPAGATE;
  }

  /** The result from the columns of {@link #over} and {@link #nullsOver}. */
  Column result(
      Dataset<?> table, String total, String countOfNulls, NullPolicy nulls, NaNPolicy nan) {
    Column result = col(total);
    if (hasValues() && nan == NaNPolicy.KEEP && isFloating(table)) {
      result = when(isnan(input), lit(Double.NaN)).otherwise(result);
    }
    if (hasValues() && nulls == NullPolicy.KEEP) {
      result = when(input.isNotNull(), result);
    }
    if (asksForNulls(nulls)) {
      result = when(col(countOfNulls).equalTo(0), result);
    }
    return result.as(name);
  }
}
