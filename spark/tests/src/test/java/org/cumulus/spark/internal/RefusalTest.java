package org.cumulus.spark.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.ExtendedAnalysisException;
import org.apache.spark.sql.catalyst.expressions.Rand;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Window;
import org.cumulus.spark.CumulusExtensions;
import org.cumulus.spark.Session;
import org.cumulus.spark.Told;
import org.cumulus.spark.internal.compat.Scala;
import org.cumulus.spark.internal.passes.Keys;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Windows that keep Spark's plan, each for its reason. */
final class RefusalTest {
  @BeforeAll
  static void table() {
    Session.spark()
        .sql(
            "SELECT id, int(id) i, id % 3 k, smallint(id) s, id % 2 = 0 AS is, string(id) t"
                + " FROM range(20)")
        .createOrReplaceTempView("refused");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sum(i) OVER (PARTITION BY is ORDER BY k)                        | PARTITION BY",
        "sum(i) OVER ()                                                  | no order",
        "sum(i) OVER (ORDER BY k ROWS 1 PRECEDING)                       | a frame other than",
        "sum(i) OVER (ORDER BY k ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)"
            + " | a frame other than",
        "sum(i) OVER (ORDER BY k ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)"
            + " | a frame other than",
        "sum(i) OVER (ORDER BY k ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING)"
            + " | a frame other than",
        "sum(i) OVER (ORDER BY k RANGE 5 PRECEDING)                      | a frame other than",
        "sum(i) OVER (ORDER BY rand(1))                                  | not deterministic",
        "max(rand(1)) OVER (ORDER BY k)                                  | not deterministic",
        "rank() OVER (ORDER BY k)                                        | a function that Cumulus"
            + " does not have",
        "ntile(3) OVER (ORDER BY k)                                      | a function that Cumulus"
            + " does not have",
        "lag(i) OVER (ORDER BY k)                                        | a frame other than",
        "stddev(i) OVER (ORDER BY k)                                     | a function that Cumulus"
            + " does not have",
        "first(i) OVER (ORDER BY k)                                      | a function that Cumulus"
            + " does not have",
        "collect_list(i) OVER (ORDER BY k)                               | a function that Cumulus"
            + " does not have",
        "try_sum(id) OVER (ORDER BY k)                                   | try_sum or try_avg",
        "try_avg(id) OVER (ORDER BY k)                                   | try_sum or try_avg",
        "max(struct(i)) OVER (ORDER BY k)          | the least or greatest of STRUCT",
        "max(array(i)) OVER (ORDER BY k)           | the least or greatest of ARRAY",
      })
  void keepsSparksPlan(String columns, String reason) {
    Dataset<Row> query = Session.spark().sql("SELECT id, " + columns + " FROM refused");
    String plan;
    List<String> told;
    try (Told log = new Told()) {
      plan = query.queryExecution().executedPlan().toString();
      told = log.lines();
    }
    assertFalse(plan.contains("CumulusRunningWindow"), plan);
    assertTrue(plan.contains("- Window ["), plan);
    boolean isInOneTask = !columns.contains("PARTITION BY");
    assertEquals(isInOneTask, plan.contains("CumulusLeftToSpark"), plan);
    assertTrue(!isInOneTask || plan.contains(reason), plan);
    String refusal =
        windows(query.queryExecution().optimizedPlan())
            .flatMap(
                window -> Stream.of(SqlWindowStrategy.refusal(window), AllowList.refusal(window)))
            .flatMap(Optional::stream)
            .findFirst()
            .orElse("none");
    assertTrue(refusal.contains(reason), refusal);
    assertEquals(1, told.size(), told.toString());
    assertTrue(told.get(0).startsWith("INFO Cumulus: "), told.get(0));
    assertTrue(told.get(0).contains(reason), told.get(0));
  }

  /** Spark 3.5 knows no collations. */
  @Test
  void collations() {
    assumeTrue(Session.spark().version().compareTo("4.0") >= 0);
    keepsSparksPlan(
        "min(t COLLATE UTF8_LCASE) OVER (ORDER BY k)", "least or greatest of STRING COLLATE");
  }

  /**
   * SQL leaves open which of the rows equal in the order comes first; Spark 4.1 knows no FILTER.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "sum(i) FILTER (WHERE is) OVER (ORDER BY k ROWS UNBOUNDED PRECEDING)",
        "int(count(*) FILTER (WHERE is) OVER (ORDER BY k, id ROWS UNBOUNDED PRECEDING)) + 1",
      })
  void filteredRowsWithTies(String column) {
    assumeTrue(Session.spark().version().compareTo("4.2") >= 0);
    keepsSparksPlan(column, "FILTER over ROWS where rows may be equal in the order");
  }

  /** A group is in one task for the function that is not known, and so the others may be. */
  @Test
  void groupsInPart() {
    Session.spark().conf().set(CumulusExtensions.PARTITION_BY_ENABLED, "true");
    try {
      keepsSparksPlan(
          "sum(i) OVER (PARTITION BY is ORDER BY k), rank() OVER (PARTITION BY is ORDER BY k)",
          "a function that Cumulus does not have: RANK()");
    } finally {
      Session.spark().conf().unset(CumulusExtensions.PARTITION_BY_ENABLED);
    }
  }

  /** One line of a window, however often it is planned; none where the session wants no other. */
  @Test
  void toldOnce() {
    String query =
        "SELECT k, max(n) FROM (SELECT k, rank() OVER w n, sum(i) OVER w s FROM refused"
            + " WINDOW w AS (ORDER BY k)) GROUP BY k ORDER BY k";
    try (Told log = new Told()) {
      Session.spark().sql(query).collectAsList();
      assertEquals(1, log.lines().size(), log.lines().toString());
      String line = log.lines().get(0);
      assertTrue(line.startsWith("INFO Cumulus: left to Spark's plan: RANK() OVER (ORDER"), line);
      assertTrue(line.endsWith(": a function that Cumulus does not have: RANK()"), line);
      Session.spark().conf().set(CumulusExtensions.ENABLED, "false");
      Session.spark().sql(query).collectAsList();
      assertEquals(1, log.lines().size(), log.lines().toString());
    } finally {
      Session.spark().conf().unset(CumulusExtensions.ENABLED);
    }
  }

  /** What Spark refuses or takes apart before, should it once not. */
  @Test
  void neverSeen() {
    Dataset<Row> stream =
        Session.spark()
            .readStream()
            .format("rate")
            .load()
            .selectExpr("sum(value) OVER (ORDER BY timestamp)");
    assertEquals("a streaming plan", refusal(stream.queryExecution().analyzed()));
    ExtendedAnalysisException distinct =
        assertThrows(
            ExtendedAnalysisException.class,
            () -> Session.spark().sql("SELECT sum(DISTINCT i) OVER (ORDER BY k) FROM refused"));
    assertEquals("DISTINCT", refusal(distinct.plan().get()));
    Window window = windows(distinct.plan().get()).findFirst().orElseThrow();
    Object[] parts =
        IntStream.range(0, window.productArity()).mapToObj(window::productElement).toArray();
    parts[2] = Scala.seq(List.of(Keys.ascending(new Rand())));
    LogicalPlan random = window.makeCopy(parts);
    assertEquals("an expression that is not deterministic", refusal(random));
  }

  /** Spark itself knows no running totals of a stream. */
  @Test
  void stream() {
    Dataset<Row> totals =
        Session.spark()
            .readStream()
            .format("rate")
            .load()
            .selectExpr("sum(value) OVER (ORDER BY timestamp)");
    Exception e =
        assertThrows(
            Exception.class, () -> totals.writeStream().format("memory").queryName("q").start());
    assertTrue(e.toString().contains("NON_TIME_WINDOW_NOT_SUPPORTED_IN_STREAMING"), e.toString());
  }

  private static String refusal(LogicalPlan plan) {
    return AllowList.refusal(windows(plan).findFirst().orElseThrow()).orElse("none");
  }

  private static Stream<Window> windows(LogicalPlan plan) {
    Stream<Window> below = Scala.list(plan.children()).stream().flatMap(RefusalTest::windows);
    return plan instanceof Window window ? Stream.concat(Stream.of(window), below) : below;
  }
}
