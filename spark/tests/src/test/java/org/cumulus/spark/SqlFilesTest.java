package org.cumulus.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Spark's own queries of windows, with the extension and without: results and errors are the same.
 * The profile {@code sqltests} fetches them.
 */
final class SqlFilesTest {
  private static final Path FOLDER = Path.of(System.getProperty("spark.sql.tests", "none"));

  private static int distributed;

  private record Outcome(String query, List<String> rows, boolean isError, boolean isOurs) {}

  @BeforeAll
  static void found() {
    assumeTrue(Files.isDirectory(FOLDER), "there are queries only with -Psqltests");
  }

  /** What is compared is not Spark with itself. */
  @AfterAll
  static void areDistributed() {
    assertTrue(!Files.isDirectory(FOLDER) || distributed > 0, "none were distributed");
  }

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER.resolve("sql-tests/inputs"))) {
      return files.filter(file -> file.toString().matches(".*window[^/]*[.]sql")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void equalsSpark(Path file) throws IOException {
    List<String> queries = queries(file);
    List<Outcome> expected = run(queries, false);
    List<Outcome> ours = run(queries, true);
    List<String> different = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      if (!expected.get(i).rows.equals(ours.get(i).rows)) {
        different.add(expected.get(i) + "\n" + ours.get(i));
      }
    }
    int errors = Math.toIntExact(ours.stream().filter(Outcome::isError).count());
    int distributedHere = Math.toIntExact(ours.stream().filter(Outcome::isOurs).count());
    distributed += distributedHere;
    System.out.printf(
        "%s: %d queries equal, %d of them errors, %d distributed; %d differ%n",
        FOLDER.relativize(file),
        queries.size() - different.size(),
        errors,
        distributedHere,
        different.size());
    assertEquals(List.of(), different);
  }

  /** As Spark's own test divides a file. */
  private static List<String> queries(Path file) throws IOException {
    String text =
        Files.readAllLines(file).stream()
            .filter(line -> !line.startsWith("--"))
            .collect(Collectors.joining("\n"));
    return Stream.of(text.split("(?<=[^\\\\]);", -1))
        .map(String::strip)
        .filter(query -> !query.isEmpty())
        .toList();
  }

  private static List<Outcome> run(List<String> queries, boolean isOurs) throws IOException {
    SparkSession session = Session.spark().newSession();
    session.conf().set(CumulusExtensions.ENABLED, Boolean.toString(isOurs));
    session.conf().set("spark.sql.legacy.createHiveTableByDefault", "false");
    tables(session);
    List<Outcome> outcomes = queries.stream().map(query -> outcome(session, query)).toList();
    for (Row table : session.sql("SHOW TABLES IN default").collectAsList()) {
      if (!table.getBoolean(2)) {
        session.sql("DROP TABLE default." + table.getString(1));
      }
    }
    return outcomes;
  }

  private static Outcome outcome(SparkSession session, String query) {
    try {
      Dataset<Row> result = session.sql(query);
      List<String> rows = result.collectAsList().stream().map(Row::toString).sorted().toList();
      String plan = result.queryExecution().executedPlan().toString();
      return new Outcome(query, rows, false, plan.contains("CumulusRunningWindow"));
    } catch (Exception e) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      // Numbers of expressions are those of the session.
      String message = String.valueOf(cause.getMessage()).replaceAll("#\\d+", "#");
      return new Outcome(query, List.of(cause.getClass() + message), true, false);
    }
  }

  /** What Spark's own test gives to all files. */
  private static void tables(SparkSession session) {
    for (String name : List.of("onek", "tenk1")) {
      session
          .read()
          .option("delimiter", "\t")
          .schema(
              "unique1 INT, unique2 INT, two INT, four INT, ten INT, twenty INT, hundred INT,"
                  + " thousand INT, twothousand INT, fivethous INT, tenthous INT, odd INT, even"
                  + " INT, stringu1 STRING, stringu2 STRING, string4 STRING")
          .csv(FOLDER.resolve("test-data/postgresql/" + name.replace("1", "") + ".data").toString())
          .createOrReplaceTempView(name);
    }
    session
        .sql("SELECT * FROM VALUES (0), (123456), (-123456), (2147483647), (-2147483647) v(f1)")
        .createOrReplaceTempView("int4_tbl");
    session
        .sql("SELECT int(id) key, string(id) value FROM range(1, 101)")
        .createOrReplaceTempView("testdata");
    session.udf().register("udf", (UDF1<Object, String>) String::valueOf, DataTypes.StringType);
  }
}
