package org.cumulus.spark;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where Spark's own window function is exact, totals equal it, whatever is asked for. */
@SuppressWarnings("try") // settings need no more than to be closed
final class SparkWindowTest {
  private static final String[] SUMS = {"s", "i", "l", "d", "e"};
  private static final String[] MEANS = {"s", "i", "d", "e"};
  private static final String[] EXTREMES = {"b", "l", "d", "e", "f", "t", "day", "is", "bytes"};
  private static final String[] COUNTS = {"id", "t", "m", "x"};

  /** Rows in a total order, and ranges of a partial one; with and without groups. */
  @ParameterizedTest
  @CsvSource({
    "1, 300, 1, false, false, false, true",
    "3, 300, 7, true, false, true, true",
    "4, 300, 7, false, false, true, false",
    "5, 300, 40, true, true, false, true",
    "7, 300, 5, true, true, true, false",
    "8, 300, 5, false, true, false, false",
    "9, 3, 7, true, false, true, false",
    "10, 0, 3, true, false, false, false",
  })
  void equalsSpark(
      int seed,
      int size,
      int partitions,
      boolean isRange,
      boolean isExclusive,
      boolean isGrouped,
      boolean isAdaptive) {
    Dataset<Row> table = Tables.table(Tables.rows(size, seed), 3);
    if (isRange && isExclusive) {
      table = table.where("k IS NOT NULL"); // for which "up to 1 before" includes its peers
    }
    Column[] order =
        isRange
            ? new Column[] {col("k").desc_nulls_last()}
            : new Column[] {col("k").asc_nulls_last(), col("id").desc()};
    RunningTotal totals = RunningTotal.of("b").orderBy(order);
    WindowSpec window = isGrouped ? Window.partitionBy("g").orderBy(order) : Window.orderBy(order);
    window = frame(window, isRange, isExclusive);
    totals = isGrouped ? totals.partitionBy("g") : totals;
    totals = isRange ? totals.range() : totals;
    totals = isExclusive ? totals.exclusive() : totals;
    List<Column> expected =
        new ArrayList<>(List.of(col("*"), sum("b").over(window).as("running_sum_b")));
    for (String column : SUMS) {
      totals = totals.sum(column);
      expected.add(sum(column).over(window).as("running_sum_" + column));
    }
    for (String column : MEANS) {
      totals = totals.avg(column);
      expected.add(avg(column).over(window).as("running_avg_" + column));
    }
    for (String column : EXTREMES) {
      totals = totals.min(column).max(column);
      expected.add(min(column).over(window).as("running_min_" + column));
      expected.add(max(column).over(window).as("running_max_" + column));
    }
    for (String column : COUNTS) {
      totals = totals.count(column);
      expected.add(count(column).over(window).as("running_count_" + column));
    }
    totals = totals.rowNumber();
    expected.add(count(lit(1)).over(window).as("row_number"));
    try (Setting setting = Setting.partitions(partitions);
        Setting setting2 = Setting.of("spark.sql.adaptive.enabled", isAdaptive);
        Setting setting3 = Setting.of("spark.sql.ansi.enabled", false)) {
      Dataset<Row> actual = totals.apply(table);
      try (Setting setting4 = Setting.of(CumulusExtensions.ENABLED, false)) {
        Dataset<Row> ofSpark = table.select(expected.toArray(new Column[0]));
        assertEquals(ofSpark.schema(), actual.schema());
        assertEquals(Tables.bits(ofSpark), Tables.bits(actual), "seed " + seed);
      }
    }
  }

  private static WindowSpec frame(WindowSpec window, boolean isRange, boolean isExclusive) {
    // Spark has no exclusive range of several columns; of one integer it is "up to 1 before".
    long last = isExclusive ? -1 : Window.currentRow();
    return isRange
        ? window.rangeBetween(Window.unboundedPreceding(), last)
        : window.rowsBetween(Window.unboundedPreceding(), last);
  }
}
