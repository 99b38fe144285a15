package org.cumulus.spark;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever stands above and below running totals, rows are those of Spark's own windows. A node
 * must bear all that Spark does to one, in tasks as well: where a sort or a join is shipped, all
 * below it is.
 */
@SuppressWarnings("try") // settings need no more than to be closed
final class PlansTest {
  private static final long SEED = 71;

  /** What makes of {@code t} each table of SQL's windows, by its name. */
  private static final Map<String, String> WINDOWS =
      Map.of(
          "sql",
          "sum(x) OVER (ORDER BY id) s, max(x) OVER (ORDER BY k DESC) m",
          "grouped",
          "sum(x) OVER (PARTITION BY g ORDER BY id) s, max(x) OVER (PARTITION BY g ORDER BY k DESC)"
              + " m",
          "filtered",
          "sum(x) FILTER (WHERE k > 1) OVER (ORDER BY id) s,"
              + " max(x) FILTER (WHERE g <> 'g2') OVER (PARTITION BY g ORDER BY k DESC) m");

  /** Queries over {@code r}, a table with running totals, and {@code t}, one without. */
  private static final List<String> QUERIES =
      List.of(
          "SELECT * FROM r ORDER BY x DESC, id",
          "SELECT * FROM r SORT BY x",
          "SELECT * FROM r ORDER BY id LIMIT 5",
          "SELECT * FROM r ORDER BY id OFFSET 110",
          "SELECT * FROM r DISTRIBUTE BY g SORT BY s",
          "SELECT /*+ REPARTITION(3) */ * FROM r",
          "SELECT /*+ COALESCE(1) */ * FROM r",
          "SELECT /*+ REPARTITION_BY_RANGE(2, s) */ * FROM r",
          "SELECT /*+ REBALANCE(k) */ * FROM r",
          "SELECT /*+ MERGE(b) */ * FROM r a JOIN t b ON a.id = b.id",
          "SELECT /*+ SHUFFLE_HASH(b) */ * FROM r a JOIN t b ON a.k = b.k",
          "SELECT /*+ BROADCAST(b) */ * FROM r a JOIN t b ON a.k = b.k",
          "SELECT /*+ BROADCAST(a) */ * FROM r a JOIN t b ON a.k = b.k AND a.s > b.x",
          "SELECT /*+ SHUFFLE_REPLICATE_NL(b) */ * FROM r a JOIN t b ON a.s < b.x AND b.id < 9",
          "SELECT /*+ BROADCAST(b) */ * FROM r a JOIN t b ON a.s < b.x AND b.id < 9",
          "SELECT /*+ MERGE(b) */ * FROM r a LEFT JOIN t b ON a.s = b.x",
          "SELECT /*+ MERGE(b) */ * FROM r a RIGHT JOIN t b ON a.s = b.x",
          "SELECT /*+ MERGE(b) */ * FROM r a FULL JOIN t b ON a.s = b.x",
          "SELECT /*+ SHUFFLE_HASH(b) */ * FROM r a FULL JOIN t b ON a.s = b.x",
          "SELECT /*+ MERGE(b) */ * FROM t a LEFT SEMI JOIN r b ON a.x = b.m",
          "SELECT /*+ MERGE(b) */ * FROM t a LEFT ANTI JOIN r b ON a.x = b.m",
          "SELECT /*+ MERGE(b) */ a.s, b.m, a.id, b.x FROM r a JOIN r b ON a.id = b.id + 1",
          "SELECT * FROM (SELECT * FROM r WHERE id < 7) CROSS JOIN (SELECT k q FROM t WHERE id <"
              + " 5)",
          "SELECT * FROM t, LATERAL (SELECT max(s) FROM r WHERE r.id = t.id)",
          "SELECT * FROM t WHERE id IN (SELECT s FROM r)",
          "SELECT * FROM t WHERE id NOT IN (SELECT id + 9 FROM r)",
          "SELECT * FROM t WHERE EXISTS (SELECT 1 FROM r WHERE r.id = t.id AND r.m > 50)",
          "SELECT *, (SELECT max(s) FROM r) top FROM t",
          "SELECT *, (SELECT max(s) FROM r WHERE r.k = t.k) top FROM t",
          "SELECT * FROM r UNION ALL SELECT *, 1L, 2L FROM t ORDER BY id, s",
          "SELECT s FROM r UNION SELECT x FROM t",
          "SELECT s FROM r INTERSECT SELECT m FROM r",
          "SELECT s FROM r EXCEPT ALL SELECT x FROM t",
          "SELECT g, k, max(s), count(DISTINCT m) FROM r GROUP BY CUBE (g, k)",
          "SELECT DISTINCT g, m FROM r",
          "SELECT g, sort_array(collect_list(s)) l, percentile(m, 0.5) p FROM r GROUP BY g",
          "SELECT *, rank() OVER (ORDER BY x) z FROM r",
          "SELECT *, ntile(4) OVER (ORDER BY id) z FROM r",
          "SELECT *, sum(s) OVER (PARTITION BY g ORDER BY id) z FROM r",
          "SELECT *, avg(s) OVER (ORDER BY id ROWS BETWEEN 2 PRECEDING AND 1 FOLLOWING) z FROM r",
          "SELECT *, lag(s, 2) OVER (PARTITION BY k ORDER BY id) z FROM r",
          "SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY g ORDER BY id) z FROM r) WHERE"
              + " z < 3",
          "SELECT *, sum(s) OVER (ORDER BY id) z FROM r",
          "SELECT *, sum(s) OVER (ORDER BY x, id) z, count(*) OVER (ORDER BY s) y FROM r",
          "SELECT *, sum(z) OVER (ORDER BY id) FROM (SELECT *, min(s) OVER (ORDER BY m) z FROM r)",
          "SELECT id, e FROM r LATERAL VIEW explode(array(s, m)) AS e",
          "SELECT * FROM (SELECT g, k, s FROM r) PIVOT (max(s) FOR k IN (1, 2))",
          "SELECT r.*, u.x FROM r TABLESAMPLE (100 PERCENT) JOIN t u USING (id)",
          "WITH a AS (SELECT * FROM r), b AS (SELECT max(s) top FROM a) SELECT * FROM a JOIN b ON s"
              + " = top",
          "SELECT TRANSFORM(id, s) USING 'cat' AS (a STRING, b STRING) FROM r WHERE id < 20",
          "SELECT g, max(s) FROM r GROUP BY g HAVING max(s) > (SELECT avg(m) FROM r) ORDER BY g");

  @BeforeAll
  static void tables() {
    Random random = new Random(SEED);
    List<Row> rows =
        IntStream.range(0, 120)
            .mapToObj(
                id ->
                    RowFactory.create(
                        (long) id,
                        random.nextInt(9) == 0 ? null : (long) random.nextInt(100),
                        "g" + random.nextInt(4),
                        random.nextInt(9) == 0 ? null : random.nextInt(6)))
            .toList();
    StructType schema = StructType.fromDDL("id BIGINT, x BIGINT, g STRING, k INT");
    Session.spark().createDataFrame(rows, schema).repartition(3).createOrReplaceTempView("t");
    for (String name : windows()) {
      Session.spark()
          .sql("SELECT *, " + WINDOWS.get(name) + " FROM t")
          .createOrReplaceTempView(name);
    }
    Dataset<Row> sums =
        RunningTotal.of("x").as("s").orderBy("id").apply(Session.spark().table("t"));
    RunningTotal.empty()
        .max("x")
        .as("m")
        .range()
        .orderBy(col("k").desc())
        .apply(sums)
        .createOrReplaceTempView("requested");
  }

  static Stream<String> queries() {
    return QUERIES.stream();
  }

  /** The tables of SQL's windows; Spark has had filters of them since 4.2. */
  private static List<String> windows() {
    return Session.spark().version().compareTo("4.2") >= 0
        ? List.of("sql", "grouped", "filtered")
        : List.of("sql", "grouped");
  }

  /** Each query over all tables, in the four ways in which Spark may run it, which take turns. */
  @ParameterizedTest
  @MethodSource("queries")
  void equalsSpark(String query) {
    try (Setting setting = Setting.partitions(3);
        Setting setting2 = Setting.of(CumulusExtensions.PARTITION_BY_ENABLED, true)) {
      int turn = QUERIES.indexOf(query);
      assertEquals(ofSpark(query, "sql"), run(query, "requested", turn), "by request");
      for (String name : windows()) {
        turn++;
        assertEquals(ofSpark(query, name), run(query, name, turn), name);
      }
    }
  }

  /** What is compared is what it is meant to be. */
  @Test
  void areDistributed() {
    try (Setting setting = Setting.of(CumulusExtensions.PARTITION_BY_ENABLED, true)) {
      for (String name : windows()) {
        String plan = Session.spark().table(name).queryExecution().executedPlan().toString();
        assertEquals(3, plan.split("CumulusRunningWindow", -1).length, plan);
        assertFalse(plan.contains("- Window ["), plan);
      }
    }
  }

  private static List<String> ofSpark(String query, String table) {
    try (Setting setting = Setting.of(CumulusExtensions.ENABLED, false)) {
      return run(query, table);
    }
  }

  private static List<String> run(String query, String table, int turn) {
    try (Setting setting = Setting.of("spark.sql.adaptive.enabled", turn % 2 == 0);
        Setting setting2 = Setting.of("spark.sql.codegen.wholeStage", turn / 2 % 2 == 0)) {
      return run(query, table);
    }
  }

  /** Where rows go to files, to a cache, or to a checkpoint, and come back. */
  @Test
  void stored(@TempDir Path folder) {
    List<String> expected = ofSpark("SELECT * FROM r", "sql");
    for (String name : List.of("sql", "requested")) {
      Dataset<Row> table = Session.spark().table(name);
      String path = folder.resolve(name).toString();
      table.write().partitionBy("g", "k").parquet(path);
      Dataset<Row> back = Session.spark().read().parquet(path);
      assertEquals(expected, Tables.bits(back.select("id", "x", "g", "k", "s", "m")), name);
      assertEquals(expected, Tables.bits(table.localCheckpoint()), name);
      Dataset<Row> cached = table.cache();
      assertEquals(expected, Tables.bits(cached.orderBy("m")), name);
      cached.unpersist();
    }
  }

  /** Cached below, both kinds of nodes above it. */
  @Test
  void overCache() {
    Dataset<Row> cached = Session.spark().table("t").cache();
    try {
      equalsSpark("SELECT * FROM r ORDER BY x DESC, id");
    } finally {
      cached.unpersist();
    }
  }

  private static List<String> run(String query, String table) {
    Session.spark().table(table).createOrReplaceTempView("r");
    return Tables.bits(Session.spark().sql(query));
  }
}
