package org.cumulus.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.spark_partition_id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.ExplainMode;
import org.cumulus.NaNPolicy;
import org.cumulus.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What a request means, what it refuses, and what it makes a cluster do. */
@SuppressWarnings("try") // settings need no more than to be closed
final class RunningTotalTest {
  private static Dataset<Row> values() {
    return Session.spark()
        .sql(
            "SELECT * FROM VALUES (1, 1D, 1), (2, NULL, 2), (3, double('NaN'), NULL), (4, 2D, 4)"
                + " AS v(k, x, i)")
        .repartition(2);
  }

  @Test
  void policies() {
    RunningTotal sum = RunningTotal.of("x").as("y").orderBy("k");
    assertTotals("1.0 1.0 NaN NaN", sum);
    assertTotals("1.0 1.0 1.0 3.0", sum.nan(NaNPolicy.SKIP));
    assertTotals("1.0 1.0 NaN 3.0", sum.nan(NaNPolicy.KEEP));
    assertTotals("1.0 null NaN NaN", sum.nulls(NullPolicy.KEEP));
    assertTotals("1.0 null 1.0 3.0", sum.nulls(NullPolicy.KEEP).nan(NaNPolicy.SKIP));
    assertTotals("1.0 null null null", sum.nulls(NullPolicy.PROPAGATE));
    assertTotals("null 1.0 1.0 1.0", sum.nan(NaNPolicy.SKIP).exclusive());
    assertTotals("1.0 1.0 1.0 3.0", sum.nan(NaNPolicy.SKIP).exclusive().inclusive().range().rows());
    RunningTotal integers = RunningTotal.of("i").as("y").orderBy("k").nan(NaNPolicy.KEEP);
    assertTotals("1 3 3 7", integers);
    assertTotals("1 3 null null", integers.nulls(NullPolicy.PROPAGATE));
    assertTotals(
        "1 2 2 3", RunningTotal.of("i").count("i").as("y").nulls(NullPolicy.KEEP).orderBy("k"));
    assertTotals("1 2 3 4", RunningTotal.of("i").rowNumber().as("y").orderBy("k"));
    assertTotals("7 6 4 4", RunningTotal.of("i").as("y").orderBy(col("k").desc()));
    assertRefused("a value of x is NaN", sum.nan(NaNPolicy.REFUSE));
    assertRefused("a value of i is null", integers.nulls(NullPolicy.REFUSE));
  }

  /** As Python hands over columns. */
  @Test
  void lists() {
    RunningTotal number = RunningTotal.empty().rowNumber().as("y");
    assertTotals("1 2 3 4", number.orderBy(List.of("k", "x")));
    assertTotals("1 1 1 1", number.orderBy(List.of("k")).partitionBy(List.of("i", "k")));
  }

  private static void assertTotals(String expected, RunningTotal totals) {
    StringBuilder text = new StringBuilder();
    for (Row row : totals.apply(values()).select("y", "k").orderBy("k").collectAsList()) {
      text.append(text.isEmpty() ? "" : " ").append(row.get(0));
    }
    assertEquals(expected, text.toString(), totals.toString());
  }

  private static void assertRefused(String message, RunningTotal totals) {
    Exception e = assertThrows(Exception.class, () -> totals.apply(values()).collectAsList());
    assertTrue(e.toString().contains(message), e.toString());
  }

  /** What is added up puts rows that are equal in the order into one, before the hash does. */
  @Test
  void ties() {
    Dataset<Row> many = Session.spark().range(0, 50, 1, 3).selectExpr("id", "(id * 7) % 50 x");
    for (Row row : RunningTotal.of("x").as("y").orderBy(lit(0)).apply(many).collectAsList()) {
      long x = row.getLong(1);
      assertEquals(x * (x + 1) / 2, row.getLong(2), row.toString());
    }
  }

  @Test
  void checkedAndWrapping() {
    Dataset<Row> large = values().select(col("k"), lit(Long.MAX_VALUE).as("l"));
    RunningTotal sum = RunningTotal.of("l").as("y").orderBy("k");
    Exception e = assertThrows(Exception.class, () -> sum.checked().apply(large).collectAsList());
    assertTrue(e.toString().contains("overflow"), e.toString());
    List<Row> wrapped = sum.wrapping().apply(large).orderBy("k").collectAsList();
    assertEquals(-2L, wrapped.get(1).getLong(2));
  }

  @Test
  void refused() {
    Dataset<Row> table = values();
    assertMessage("call orderBy", () -> RunningTotal.of("x").apply(table));
    assertMessage("EXACT", () -> RunningTotal.of("x").order(Order.NUMPY));
    assertMessage("EXACT", () -> RunningTotal.of("x").order(Order.BLOCKED));
    assertEquals(
        1, RunningTotal.of("x").order(Order.EXACT).orderBy("k").apply(table).first().getInt(0));
    assertMessage("has a column x", () -> RunningTotal.of("x").as("X").orderBy("k").apply(table));
    assertMessage(
        "two totals",
        () -> RunningTotal.of("x").as("a").sum("i").as("a").orderBy("k").apply(table));
    assertMessage(
        "the name a or A",
        () -> RunningTotal.of("x").as("a").sum("i").as("A").orderBy("k").apply(table));
    Dataset<Row> texts = table.withColumn("t", col("k").cast("string"));
    assertMessage("t is text", () -> RunningTotal.of("t").orderBy("k").apply(texts));
    assertMessage("t is text", () -> RunningTotal.of("x").avg("t").orderBy("k").apply(texts));
    assertEquals("1", RunningTotal.empty().min("t").orderBy("k").apply(texts).first().getAs(4));
    assertMessage(
        "a stream",
        () ->
            RunningTotal.of("value")
                .orderBy("timestamp")
                .apply(Session.spark().readStream().format("rate").load()));
    assertThrows(AnalysisException.class, () -> RunningTotal.of("y").orderBy("k").apply(table));
    assertThrows(AnalysisException.class, () -> RunningTotal.of("x").orderBy("y").apply(table));
    assertMessage(
        "ARRAY", () -> RunningTotal.empty().min(expr("array(i)")).orderBy("k").apply(table));
  }

  private static void assertMessage(String part, Executable call) {
    Exception e = assertThrows(RuntimeException.class, call);
    assertTrue(e.toString().contains(part), e.toString());
  }

  /** Columns and totals may have the names that this module would choose for its own. */
  @Test
  void hiddenNames() {
    Dataset<Row> table =
        values().select(col("k"), col("i").as("__cumulus_0"), lit(1).as("__CUMULUS_1"));
    RunningTotal totals =
        RunningTotal.of("__cumulus_0").as("___cumulus_0").sum("__CUMULUS_1").orderBy("k");
    assertEquals(
        List.of("[1,1,1,1,1]", "[2,2,1,3,2]", "[3,null,1,3,3]", "[4,4,1,7,4]"),
        strings(totals.apply(table).orderBy("k")));
    Dataset<Row> above =
        values()
            .selectExpr("k", "sum(k) OVER (ORDER BY k ROWS UNBOUNDED PRECEDING) AS __cumulus_0")
            .selectExpr("k", "__cumulus_0 + 0 AS y");
    assertEquals(
        List.of("[1,1,null]", "[2,3,1]", "[3,6,4]", "[4,10,10]"),
        strings(RunningTotal.of("y").exclusive().orderBy("k").apply(above).orderBy("k")));
  }

  /** Nothing runs before it must; then the input is shuffled once, and nothing stays. */
  @Test
  void jobs() {
    try (Jobs jobs = new Jobs();
        Setting setting = Setting.partitions(5)) {
      Dataset<Row> table = Session.spark().range(0, 300, 1, 3).withColumn("x", col("id"));
      Dataset<Row> totals = RunningTotal.of("x").orderBy("id").apply(table);
      assertTrue(
          totals
              .queryExecution()
              .explainString(ExplainMode.fromString("extended"))
              .contains("CumulusRunningWindow"));
      assertEquals(List.of(), jobs.stages());
      assertEquals(300, totals.collectAsList().size());
      assertEquals(300, jobs.shuffledRows());
      assertEquals(600, jobs.readRows());
      assertTrue(Session.spark().sparkContext().getPersistentRDDs().isEmpty());
    }
  }

  @Test
  void joinedWithItselfAndFiltered() {
    Dataset<Row> totals =
        RunningTotal.of("x").as("y").orderBy("k").nan(NaNPolicy.SKIP).apply(values());
    Dataset<Row> joined =
        totals.as("a").join(totals.as("b"), col("a.k").equalTo(col("b.k").plus(1)));
    assertEquals(3, joined.select("a.y", "b.y").collectAsList().size());
    assertEquals(List.of("[3.0]"), strings(totals.where("k = 4").select("y")));
    assertEquals(2, totals.orderBy(col("k").desc()).limit(2).collectAsList().size());
    Dataset<Row> twice = RunningTotal.of("y").as("z").orderBy("k").apply(totals);
    assertEquals(
        List.of("[1.0]", "[2.0]", "[3.0]", "[6.0]"), strings(twice.select("z").orderBy("k")));
  }

  private static List<String> strings(Dataset<Row> table) {
    return table.collectAsList().stream().map(Row::toString).toList();
  }

  /** Groups of three rows, some of them on both sides of a cut. */
  @Test
  void tinyGroups() {
    Dataset<Row> table = Session.spark().range(0, 60_000, 1, 3).selectExpr("id", "id div 3 g");
    try (Setting setting2 = Setting.partitions(7)) {
      Dataset<Row> totals =
          RunningTotal.of("id")
              .as("y")
              .rowNumber()
              .as("n")
              .partitionBy("g")
              .orderBy("id")
              .apply(table);
      assertEquals(
          60_000, totals.where("n = id % 3 + 1 AND y = 3 * g * n + (n * (n - 1)) div 2").count());
    }
  }

  /** A group of nine rows in ten, and one key for all: no task has far more rows than others. */
  @Test
  void skew() {
    Dataset<Row> table =
        Session.spark()
            .range(0, 100_000, 1, 4)
            .selectExpr("id", "IF(id % 10 > 0, 0, id) g", "id % 1000 x", "0 k");
    try (Setting setting3 = Setting.partitions(8)) {
      assertBalanced(RunningTotal.of("x").partitionBy("g").orderBy("id").apply(table));
      assertBalanced(RunningTotal.of("x").orderBy("k").apply(table));
      assertBalanced(RunningTotal.of("x").range().orderBy("k").apply(table));
      assertBalanced(RunningTotal.empty().rowNumber().orderBy("k").apply(table));
    }
  }

  private static void assertBalanced(Dataset<Row> totals) {
    List<Long> sizes = new ArrayList<>();
    totals
        .groupBy(spark_partition_id())
        .agg(count(lit(1)), max("id")) // the id stays in the row, and so in its hash
        .collectAsList()
        .forEach(row -> sizes.add(row.getLong(1)));
    sizes.sort(null);
    assertEquals(8, sizes.size());
    assertTrue(sizes.get(sizes.size() - 1) <= 2 * sizes.get(sizes.size() / 2), sizes.toString());
  }
}
