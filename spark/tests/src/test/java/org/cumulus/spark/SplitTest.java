package org.cumulus.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.spark_partition_id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Doubles, and rows that are equal in the order: the same bits however the table is split. */
@SuppressWarnings("try") // settings need no more than to be closed
final class SplitTest {
  private static final int[] PARTITIONS = {1, 2, 7, 200};

  @Test
  void rowsWithTies() {
    sameBits(
        RunningTotal.of("x")
            .avg("x")
            .sum("f")
            .avg("i")
            .min("x")
            .max("x")
            .count("m")
            .rowNumber()
            .orderBy("k"),
        31);
  }

  @Test
  void rangesWithTies() {
    sameBits(RunningTotal.of("x").avg("f").min("t").range().orderBy("k", "is"), 32);
  }

  @Test
  void groupsWithTies() {
    sameBits(RunningTotal.of("x").avg("x").max("x").partitionBy("g").orderBy(col("k").desc()), 33);
    sameBits(RunningTotal.of("f").range().exclusive().partitionBy("g", "is").orderBy("k"), 34);
  }

  /** All keys equal: the values and the hash are the whole order. */
  @Test
  void oneKey() {
    sameBits(RunningTotal.of("x").rowNumber().orderBy(col("l").multiply(0)), 35);
    sameBits(RunningTotal.of("is0").range().orderBy(col("l").multiply(0)), 36);
  }

  /** SQL may ask for both at once. */
  @Test
  void rowsAndRangesWithTies() {
    sameBits(
        table -> {
          table.createOrReplaceTempView("split");
          return Session.spark()
              .sql(
                  "SELECT *, sum(l) OVER (ORDER BY k), sum(i) OVER w FROM split"
                      + " WINDOW w AS (ORDER BY k ROWS UNBOUNDED PRECEDING)");
        },
        "rows and ranges",
        39);
  }

  private static void sameBits(RunningTotal totals, int seed) {
    sameBits(totals::apply, totals.toString(), seed);
  }

  private static void sameBits(UnaryOperator<Dataset<Row>> totals, String name, int seed) {
    List<Row> rows = new ArrayList<>(Tables.rows(250, seed));
    rows.addAll(rows.subList(0, 20)); // some twice
    List<String> expected = null;
    for (int partitions : PARTITIONS) {
      Collections.shuffle(rows, new Random(partitions));
      // Without the unique column, so that rows can only be told apart by their contents.
      Dataset<Row> table =
          Tables.table(rows, Math.min(partitions, 5))
              .drop("id")
              .withColumn("is0", col("is").cast("int").cast("double"));
      try (Setting setting = Setting.partitions(partitions)) {
        List<String> bits = Tables.bits(totals.apply(table));
        expected = expected == null ? bits : expected;
        assertEquals(expected, bits, name + ", seed " + seed + ", " + partitions + " partitions");
      }
    }
  }

  /** Adaptive execution puts neighbours among the partitions together. */
  @Test
  void partitionsPutTogether() {
    RunningTotal totals = RunningTotal.of("x").sum("l").partitionBy("g").orderBy("k");
    Dataset<Row> table = Tables.table(Tables.rows(250, 38), 3).drop("id");
    List<String> expected;
    try (Setting setting2 = Setting.partitions(20)) {
      expected = Tables.bits(totals.apply(table));
    }
    try (Setting setting3 = Setting.of("spark.sql.shuffle.partitions", 20);
        Setting setting4 =
            Setting.of("spark.sql.adaptive.coalescePartitions.minPartitionSize", 1)) {
      Dataset<Row> together = totals.apply(table).withColumn("part", spark_partition_id());
      long parts = together.select("part").distinct().count();
      assertTrue(parts > 1 && parts < 20, parts + " partitions");
      assertEquals(expected, Tables.bits(totals.apply(table)), "seed 38");
    }
  }

  /** Every total of doubles is the exact sum, rounded once. */
  @Test
  void doublesAgainstBigDecimal() {
    List<Row> rows =
        Tables.rows(400, 37).stream()
            .filter(row -> row.get(10) == null || !Double.isNaN(row.getDouble(10)))
            .toList();
    Dataset<Row> totals =
        RunningTotal.of("x")
            .as("total")
            .avg("x")
            .as("mean")
            .orderBy("id")
            .apply(Tables.table(rows, 4));
    List<Row> sorted =
        totals.collectAsList().stream()
            .sorted(Comparator.comparingLong(row -> row.getLong(0)))
            .toList();
    BigDecimal sum = BigDecimal.ZERO;
    int count = 0;
    for (Row row : sorted) {
      if (row.get(10) != null) {
        sum = sum.add(new BigDecimal(row.getDouble(10)));
        count++;
      }
      Object total = row.getAs("total");
      assertEquals(count == 0 ? null : (Double) sum.doubleValue(), total, row + ", seed 37");
      Object mean = row.getAs("mean");
      assertEquals(count == 0 ? null : (Double) mean(sum, count), mean, row + ", seed 37");
    }
  }

  private static double mean(BigDecimal sum, int count) {
    return sum.divide(BigDecimal.valueOf(count), new MathContext(sum.precision() + 40))
        .doubleValue();
  }
}
