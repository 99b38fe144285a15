package org.cumulus.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.SparkException;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line of {@code cumulus spark}, and what it does. */
final class SubmittedCommandTest {
  @TempDir Path folder;

  @Test
  void understood() {
    Arguments parsed =
        Arguments.parse(
            "in.csv",
            "--row-number",
            "--sum",
            "a",
            "--as",
            "b",
            "--order-by",
            "t:desc,id",
            "-o",
            "out");
    assertEquals("in.csv", parsed.input().name());
    assertEquals(new TableFile("out"), parsed.output());
    assertEquals(List.of("t:desc,id"), parsed.order());
    assertEquals(
        List.of(
            new Arguments.Asked(Function.Kind.ROW_NUMBER, "", null),
            new Arguments.Asked(Function.Kind.SUM, "a", "b")),
        parsed.functions());
    assertEquals(TableFile.Format.CSV, new TableFile("A/IN.CSV").format());
    assertEquals(TableFile.Format.TSV, new TableFile("in.tsv.gz").format());
    assertEquals(TableFile.Format.PARQUET, new TableFile("table").format());
    assertTrue(Arguments.parse("--help").isHelp());
  }

  @Test
  void refused() {
    assertRefused("missing: an input, a function such as --sum COLUMN, --order-by COLUMN (see");
    assertRefused("missing: --order-by COLUMN (see", "in", "--sum", "a");
    assertRefused("--sum needs a value", "in", "--sum");
    assertRefused("unexpected argument: --sums", "in", "--sums", "a");
    assertRefused("unexpected argument: in2", "in", "in2");
    assertRefused("there is none", "in", "--as", "a");
  }

  private static void assertRefused(String message, String... arguments) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> Arguments.parse(arguments));
    assertTrue(e.toString().contains(message), e.toString());
  }

  /** From CSV to Parquet, and from there to CSV. */
  @Test
  void files() throws IOException {
    String csv = file("in.csv", "account,ts,amount\na,2,0.5\nb,1,1\na,1,2.25\na,3,-1\n");
    String parquet = folder.resolve("totals").toString();
    run(
        csv,
        "--sum",
        "amount",
        "--as",
        "y",
        "--count",
        "amount",
        "--as",
        "n",
        "--order-by",
        "ts:desc",
        "--partition-by",
        "account",
        "-o",
        parquet);
    assertEquals(
        List.of("[a,1,2.25,1.75,3]", "[a,2,0.5,-0.50,2]", "[a,3,-1,-1.00,1]", "[b,1,1,1.00,1]"),
        Session.spark().read().parquet(parquet).collectAsList().stream()
            .map(Row::toString)
            .sorted()
            .toList());
    String back = folder.resolve("back.csv").toString();
    run(
        parquet,
        "--min",
        "y",
        "--max",
        "y",
        "--avg",
        "n",
        "--row-number",
        "--exclusive",
        "--range",
        "--order-by",
        "n",
        "-o",
        back);
    List<String> lines = Session.spark().read().text(back).as(Encoders.STRING()).collectAsList();
    assertTrue(
        lines.contains(
            "account,ts,amount,y,n,running_min_y,running_max_y,running_avg_n,row_number"),
        lines.toString());
    assertTrue(lines.contains("a,1,2.25,1.75,3,-1.00,1.00,1.3333333333333333,3"), lines.toString());
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static void run(String... arguments) throws IOException {
    SubmittedCommand.run(Arguments.parse(arguments), Session.spark());
  }

  /** One line says what was wrong, and with what. */
  @Test
  void reasons() throws IOException {
    String csv = file("bad.csv", "ts,amount\n1,2\n2,\n");
    assertReason("nothing.parquet", "nothing.parquet", "--sum", "a", "--order-by", "b");
    assertReason(
        "there is no column amuont; the columns are ts, amount",
        csv,
        "--sum",
        "amuont",
        "--order-by",
        "ts");
    assertReason("already exists", csv, "--sum", "amount", "--order-by", "ts", "-o", csv);
    assertTrue(
        SubmittedCommand.reason(
                new IllegalStateException("Cannot call methods on a stopped SparkContext.\n at"))
            .contains("is there a cluster at "));
    Exception e = new IllegalStateException("a task's\nstack");
    assertEquals(
        "a task's",
        SubmittedCommand.reason(new SparkException("job", new SparkException("task", e))));
  }

  private static void assertReason(String part, String... arguments) {
    Exception e = assertThrows(Exception.class, () -> run(arguments));
    assertTrue(SubmittedCommand.reason(e).contains(part), SubmittedCommand.reason(e));
  }
}
