package org.cumulus.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SQL runs distributed where it can, with Spark's results, and as Spark plans it elsewhere. */
@SuppressWarnings("try") // settings need no more than to be closed
final class ExtensionTest {
  private static final String NINES = "9".repeat(38);
  private static final String OPERATOR = "CumulusRunningWindow";

  @BeforeAll
  static void tables() {
    Tables.table(Tables.rows(120, 51), 3).createOrReplaceTempView("t");
    Session.spark()
        .sql("SELECT * FROM VALUES (1, 9223372036854775807), (2, 1), (3, -5) AS v(k, l)")
        .repartition(2)
        .createOrReplaceTempView("large");
    Session.spark()
        .sql(
            "SELECT * FROM VALUES (1, "
                + NINES
                + "), (2, "
                + NINES
                + "), (3, -"
                + NINES
                + ") v(k, d)")
        .repartition(2)
        .createOrReplaceTempView("nines");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sum(i) OVER (ORDER BY k)",
        "sum(e) OVER (ORDER BY k DESC, id ROWS UNBOUNDED PRECEDING)",
        "row_number() OVER (ORDER BY k, id)",
        "row_number() OVER w + sum(s) OVER w FROM t WINDOW w AS (ORDER BY id)",
        "avg(d) OVER (ORDER BY abs(k) RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)",
        "count(*) OVER (ORDER BY k NULLS LAST), min(t) OVER (ORDER BY k NULLS LAST)",
        "count(t, x) OVER (ORDER BY k), max(x) OVER (ORDER BY k), sum(l) OVER (ORDER BY id)",
        "max(sum(i)) OVER (ORDER BY k) FROM t GROUP BY k",
        "sum(i) OVER (ORDER BY id), sum(l) OVER (ORDER BY id ROWS UNBOUNDED PRECEDING)",
        "avg(i) OVER (ORDER BY k), avg(s) OVER (ORDER BY k)",
        "sum(make_dt_interval(k, s)) OVER (ORDER BY k), avg(make_ym_interval(k, s)) OVER (ORDER BY"
            + " id)",
        "sum(make_ym_interval(k, s)) OVER (ORDER BY id), avg(make_dt_interval(k, s)) OVER (ORDER BY"
            + " k)",
        "max(make_ym_interval(k, s)) OVER (ORDER BY id), min(make_dt_interval(s)) OVER (ORDER BY"
            + " k)",
        "count(*) OVER (ORDER BY id), sum(d) OVER (ORDER BY id), avg(i) OVER (ORDER BY id) FROM t"
            + " WHERE id < (SELECT min(id) FROM t)",
        "sum(CAST(i % 1000 AS DECIMAL(5,2))) OVER (ORDER BY k), sum(s) OVER (ORDER BY k)",
      })
  void distributed(String columns) {
    String query =
        columns.contains("FROM") ? "SELECT " + columns : "SELECT id, " + columns + " FROM t";
    equalsSpark(query);
  }

  /** A filter of a window's function, which Spark has had since 4.2. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "sum(i) FILTER (WHERE is) OVER (ORDER BY k), count(*) FILTER (WHERE x > 0) OVER (ORDER BY"
            + " k)",
        "avg(d) FILTER (WHERE k % 2 = 0) OVER (ORDER BY id), sum(e) FILTER (WHERE is) OVER (ORDER"
            + " BY id)",
        "min(t) FILTER (WHERE NOT is) OVER (ORDER BY id), max(x) FILTER (WHERE k > 3) OVER (ORDER"
            + " BY id)",
        "count(t, x) FILTER (WHERE is) OVER (ORDER BY k), sum(i) OVER (ORDER BY k)",
        "sum(s) FILTER (WHERE k > 1000) OVER (ORDER BY id), count(*) FILTER (WHERE NULL = 1) OVER"
            + " (ORDER BY id)",
        "sum(CAST(i % 1000 AS DECIMAL(5,2))) FILTER (WHERE is) OVER (ORDER BY k)",
        "sum(make_dt_interval(k)) FILTER (WHERE is) OVER (ORDER BY id)",
      })
  void filtered(String columns) {
    assumeFilters();
    equalsSpark("SELECT id, " + columns + " FROM t");
    equalsSpark("SELECT id, " + columns + " FROM t WHERE id < (SELECT min(id) FROM t)");
  }

  private static void assumeFilters() {
    assumeTrue(Session.spark().version().compareTo("4.2") >= 0);
  }

  /** Over {@code ROWS} where no two rows of a group are equal in the order. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT k, sum(n) FILTER (WHERE n > 3) OVER (ORDER BY -k, k ROWS UNBOUNDED PRECEDING)"
            + " FROM (SELECT k, count(*) n FROM t GROUP BY k)",
        "SELECT *, count(*) FILTER (WHERE k > 3) OVER (PARTITION BY g ORDER BY k ROWS UNBOUNDED"
            + " PRECEDING) FROM (SELECT DISTINCT g, k FROM t)",
      })
  void filteredRowsWithoutTies(String query) {
    assumeFilters();
    try (Setting setting = Setting.of(CumulusExtensions.PARTITION_BY_ENABLED, true)) {
      equalsSpark(query);
    }
  }

  /** With groups where the session says so. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "sum(i) OVER (PARTITION BY g ORDER BY k)",
        "sum(e) OVER (PARTITION BY g ORDER BY k DESC, id ROWS UNBOUNDED PRECEDING)",
        "row_number() OVER w + sum(s) OVER w, avg(d) OVER w FROM t"
            + " WINDOW w AS (PARTITION BY g, is ORDER BY id)",
        "count(*) OVER (PARTITION BY x ORDER BY k), max(x) OVER (PARTITION BY k ORDER BY id)",
        "max(t) OVER (PARTITION BY length(g) ORDER BY k NULLS LAST)",
        "sum(i) OVER (PARTITION BY 1 ORDER BY k)",
        "sum(i) OVER (PARTITION BY g ORDER BY id) FROM t WHERE id < (SELECT min(id) FROM t)",
      })
  void withGroups(String columns) {
    String query =
        columns.contains("FROM") ? "SELECT id, " + columns : "SELECT id, " + columns + " FROM t";
    assertFalse(plan(Session.spark().sql(query)).contains(OPERATOR) && !columns.contains("BY 1"));
    try (Setting setting = Setting.of(CumulusExtensions.PARTITION_BY_ENABLED, true)) {
      equalsSpark(query);
    }
  }

  private static void equalsSpark(String query) {
    Dataset<Row> ours = Session.spark().sql(query);
    assertTrue(plan(ours).contains(OPERATOR), plan(ours));
    assertFalse(plan(ours).contains("- Window ["), plan(ours));
    List<String> bits = Tables.bits(ours);
    try (Setting setting = Setting.of(CumulusExtensions.ENABLED, false)) {
      Dataset<Row> ofSpark = Session.spark().sql(query);
      assertFalse(plan(ofSpark).contains(OPERATOR), plan(ofSpark));
      assertEquals(Tables.bits(ofSpark), bits, query);
      assertEquals(ofSpark.schema(), ours.schema());
    }
  }

  /** What is not known is left to Spark, in the order of ties that the totals took. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "stddev(x) OVER w, sum(i) OVER w FROM t WINDOW w AS (ORDER BY k)",
        "sum(i) OVER w, rank() OVER w, count(*) OVER w, ntile(3) OVER w FROM t"
            + " WINDOW w AS (ORDER BY k, id)",
        "sum(s) OVER (ORDER BY id), first(x) OVER (ORDER BY id) FROM t",
        "sum(d) OVER (ORDER BY id), avg(d) OVER (ORDER BY id ROWS 2 PRECEDING) FROM t",
        "row_number() OVER w - sum(s) OVER w, lag(id) OVER w FROM t WINDOW w AS (ORDER BY id)",
        "lead(i, 2) OVER w, avg(d) OVER w, lag(s) OVER w - sum(s) OVER w, max(t) OVER w FROM t"
            + " WINDOW w AS (ORDER BY id)",
      })
  void inPart(String columns) {
    String query = "SELECT id, " + columns;
    Dataset<Row> ours = Session.spark().sql(query);
    assertTrue(plan(ours).contains(OPERATOR), plan(ours));
    assertTrue(plan(ours).contains("- Window ["), plan(ours));
    List<String> rows = Tables.bits(ours);
    try (Setting setting2 = Setting.of(CumulusExtensions.ENABLED, false)) {
      Dataset<Row> ofSpark = Session.spark().sql(query);
      assertEquals(Tables.bits(ofSpark), rows, query);
      assertEquals(ofSpark.schema(), ours.schema());
    }
  }

  /** Rows equal in the order have one order in all columns of a window. */
  @Test
  void inPartWithTies() {
    Dataset<Row> ties =
        Session.spark()
            .sql(
                "SELECT row_number() OVER w n, lag(id) OVER w l, id FROM t"
                    + " WINDOW w AS (ORDER BY k % 2)");
    List<Row> sorted = ties.orderBy("n").collectAsList();
    for (int i = 1; i < sorted.size(); i++) {
      assertEquals((Long) sorted.get(i - 1).getLong(2), sorted.get(i).getAs("l"), "row " + i);
    }
  }

  private static String plan(Dataset<Row> query) {
    return query.queryExecution().executedPlan().toString();
  }

  /** With ANSI an error, Spark's own; without it what Spark has, and later rows go on from it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT k, sum(l) OVER (ORDER BY k ROWS UNBOUNDED PRECEDING) FROM large",
        "SELECT k, sum(l) OVER (ORDER BY k) FROM large",
        "SELECT k, sum(d) OVER (ORDER BY k ROWS UNBOUNDED PRECEDING) FROM nines",
        "SELECT k, avg(d) OVER (ORDER BY k) FROM nines",
      })
  void overflow(String query) {
    for (boolean isAnsi : new boolean[] {true, false}) {
      try (Setting setting3 = Setting.of("spark.sql.ansi.enabled", isAnsi)) {
        List<String> ours = outcome(query);
        try (Setting setting4 = Setting.of(CumulusExtensions.ENABLED, false)) {
          assertEquals(outcome(query), ours, query + ", ANSI " + isAnsi);
        }
        assertEquals(isAnsi, ours.toString().contains("SparkArithmeticException"), ours.toString());
      }
    }
  }

  /** Of intervals in any mode. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "sum(make_dt_interval(k * 60000000)) OVER (ORDER BY k)",
        "sum(make_ym_interval(k * 80000000)) OVER (ORDER BY k ROWS UNBOUNDED PRECEDING)",
        "avg(make_ym_interval(k * 80000000)) OVER (ORDER BY k)",
      })
  void overflowOfIntervals(String column) {
    String query = "SELECT k, " + column + " FROM VALUES (0), (1), (2) v(k)";
    for (boolean isAnsi : new boolean[] {true, false}) {
      try (Setting setting5 = Setting.of("spark.sql.ansi.enabled", isAnsi)) {
        List<String> ours = outcome(query);
        try (Setting setting6 = Setting.of(CumulusExtensions.ENABLED, false)) {
          assertEquals(outcome(query), ours, query + ", ANSI " + isAnsi);
        }
        assertTrue(ours.toString().contains("ArithmeticException"), ours.toString());
      }
    }
  }

  private static List<String> outcome(String query) {
    try {
      return Tables.bits(Session.spark().sql(query));
    } catch (Exception e) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      return List.of(cause.getClass() + ": " + cause.getMessage());
    }
  }

  /** Only the sum itself must fit, not the sum of a partition's rows. */
  @Test
  void partsMayOverflow() {
    String rows =
        "SELECT id, IF(id % 2 = 0, 1L, -1L) * (9223372036854775807L - id) l FROM range(0, 64, 1,"
            + " 4)";
    Dataset<Row> totals =
        RunningTotal.of("l").checked().orderBy("id").apply(Session.spark().sql(rows));
    assertEquals(64, totals.collectAsList().size());
    assertThrows(
        Exception.class,
        () ->
            RunningTotal.of("l")
                .checked()
                .orderBy("l")
                .apply(Session.spark().sql(rows))
                .collectAsList());
  }
}
