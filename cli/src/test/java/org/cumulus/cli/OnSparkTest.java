package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import org.cumulus.cli.commands.TableCommand;
import org.cumulus.cli.console.Console;
import org.cumulus.cli.console.DataException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What {@code cumulus spark}, or {@code cumulus table --spark}, hands to Spark, and refuses. */
class OnSparkTest {
  private static final String LAUNCHED = "cumulus.spark";

  @BeforeEach
  void isLaunchedFromClone() {
    System.setProperty(LAUNCHED, "true");
  }

  @AfterEach
  void forget() {
    System.clearProperty(LAUNCHED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          t.csv --sum a --order-by b               | t.csv --sum a --order-by b
          --order-by b t.csv --sum a               | t.csv --sum a --order-by b
          t.csv --sum=a --order-by=b,c:desc        | t.csv --sum a --order-by b,c:desc
          t.csv --sum a --order-by b --order-by c  | t.csv --sum a --order-by b --order-by c
          t.tsv.gz --max a --as m --avg b --order-by c | t.tsv.gz --max a --as m --avg b --order-by c
          t --count a --row-number --min b --order-by c | t --count a --row-number --min b --order-by c
          hdfs://h:1/t --sum a --order-by b -o /out | hdfs://h:1/t --sum a --order-by b --output /out
          t.csv -q --nulls skip --sum a --order-by b | t.csv --sum a --order-by b
          t.csv --sum a --order-by b --range --exclusive | t.csv --sum a --order-by b --range --exclusive
          t.csv --sum a --order-by b --partition-by c --null NA --null - | \
          t.csv --sum a --order-by b --partition-by c --null NA --null -
          t.csv --sum a --order-by b --master spark://h:7077 | \
          t.csv --sum a --order-by b --master spark://h:7077
          """)
  void handsOn(String arguments, String words) {
    Run expected = Run.prints("spark " + words + "\n");
    assertEquals(expected, run("spark " + arguments));
    assertEquals(expected, run("table --spark " + arguments));
  }

  @Test
  void quotesForTheShell() {
    assertEquals(
        Run.prints(
            """
            spark 'my rain.csv' --sum '$x' --as 'it'\\''s' --order-by '"a, b",c:date(d.M)' --null ''
            """),
        Run.of(
            "spark",
            "my rain.csv",
            "--sum",
            "$x",
            "--as",
            "it's",
            "--order-by",
            "\"a, b\",c:date(d.M)",
            "--null",
            ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          t.csv --sum a                           | Spark needs --order-by COLUMN: its rows have no order of their own
          --sum a --order-by b                    | Spark reads files: expected a file as INPUT
          - --sum a --order-by b                  | Spark reads files: expected a file as INPUT, found -
          t.jsonl --sum a --order-by b            | t.jsonl: on Spark, INPUT is Parquet, CSV or TSV, the latter two also with .gz
          t.csv.zst --sum a --order-by b          | t.csv.zst: on Spark, INPUT is Parquet, CSV or TSV, the latter two also with .gz
          t.csv --sum a --order-by b -o o.JSONL   | o.JSONL: on Spark, OUT is Parquet, CSV or TSV, the latter two also with .gz
          t.csv --share a --order-by b            | --share is not available on Spark
          t.csv --lag a:2 --order-by b            | --lag is not available on Spark
          t.csv --count --order-by b              | --count on Spark: expected a COLUMN
          t.csv --sum a --order-by b --plot p.svg | --plot is not available on Spark
          t.csv --sum a --order-by b --nulls zero | --nulls is not available on Spark
          t.csv --sum a --order-by b --as-float   | --as-float is not available on Spark
          t.csv --sum a --order-by b --memory 1M  | --memory is not available on Spark
          t.csv --sum a --order-by b --no-header  | --no-header is not available on Spark
          t.csv --sum a --order-by b --partition-by c,d:year | --partition-by c,d:year: parts of dates are not available on Spark
          t.csv --sum a --range                   | --range needs --order-by
          t.csv --order-by b                      | expected a function, such as --sum COLUMN or --row-number (try: cumulus table --help)
          t.csv --sun a --order-by b              | unknown option '--sun' (did you mean --sum?)
          """)
  void refuses(String arguments, String message) {
    assertEquals(Run.refuses(message), run("spark " + arguments));
  }

  @Test
  void withoutCloneOnlyChecks() {
    forget();
    assertEquals(
        Run.refuses("Spark runs from a clone of the project only"),
        run("spark t.csv --sum a --order-by b"));
    assertEquals(
        Run.refuses("--share is not available on Spark"),
        run("spark t.csv --share a --order-by b"));
  }

  /** As {@code cumsum spark --keep -c a} has it. */
  @Test
  void fileMayBeCalledSpark() {
    Console console =
        new Console(
            InputStream.nullInputStream(),
            new PrintWriter(Writer.nullWriter()),
            OutputStream.nullOutputStream(),
            new PrintWriter(Writer.nullWriter()));
    TableCommand table = new TableCommand(console);
    new CommandLine(table).parseArgs("spark", "--sum", "a");
    String reason = String.valueOf(assertThrows(DataException.class, table::call).getMessage());
    assertTrue(reason.startsWith("spark: "), reason);
  }

  private static Run run(String words) {
    return Run.of(words.split(" "));
  }
}
