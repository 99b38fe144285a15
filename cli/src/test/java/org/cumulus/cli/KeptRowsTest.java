package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the commands for arrays meet {@code cumulus table}: {@code --keep} and {@code --by}. */
class KeptRowsTest {
  @TempDir private Path folder;
  private String table = "";

  @BeforeEach
  void write() throws IOException {
    table =
        Files.writeString(
                folder.resolve("t.csv"),
                "\"k,1\",2024,mm,n\nx,1,0.1,3\ny,1,0.2,4\nx,2,0.2,5\n".replace("\n", "\r\n"))
            .toString();
  }

  private static String[] words(String command, String table, List<String> more) {
    return Stream.concat(Stream.of(command, table), more.stream()).toArray(String[]::new);
  }

  @Test
  void keepsRowsAsTableDoes() {
    Map<String, String> functions =
        Map.of("cumsum", "--sum", "cumprod", "--product", "cummax", "--max", "cummin", "--min");
    functions.forEach(
        (command, option) -> {
          Run kept =
              Run.of(
                  words(
                      command,
                      table,
                      List.of("-c", "mm,n", "--keep", "--by", "k,1", "--exclusive", "-q")));
          Run said =
              Run.of(
                  words(
                      "table",
                      table,
                      List.of(
                          option, "mm", option, "n", "--partition-by", "\"k,1\"", "--exclusive")));
          assertEquals(0, said.exitCode(), said::toString);
          assertEquals(said, kept);
        });
    assertEquals(
        Run.prints(
            String.join(
                "\r\n",
                "\"k,1\",2024,mm,n,running_sum_mm",
                "x,1,0.1,3,0.1",
                "y,1,0.2,4,0.3",
                "x,2,0.2,5,0.5",
                "")),
        Run.of("cumsum", table, "-c", "mm", "--keep"));
  }

  @Test
  void keepsWhatIsWrittenInOtherWays() throws IOException {
    assertEquals(
        Run.prints("a;b;running_sum_b\n1;2,5;2,5\n2;1.000,5;1003,0\n"),
        Run.piped(
            "a;b\n1;2,5\n2;1.000,5\n",
            "cumsum",
            "-",
            "-c",
            "b",
            "--keep",
            "--decimal",
            ",",
            "--thousands",
            ".",
            "--delimiter",
            ";",
            "--header"));
    assertEquals(
        Run.prints("1,2,2\n3,4,6\n"),
        Run.piped("1,2\n3,4\n", "cumsum", "-", "-c", "2", "--keep", "--no-header"));
    Path out = folder.resolve("out.csv");
    assertEquals(
        Run.prints(""), Run.of("cumsum", table, "-c", "n", "--keep", "-o", out.toString()));
    assertEquals(4, Files.readAllLines(out).size());
  }

  @Test
  void refusesWhatTableDoesNot() {
    assertEquals(
        Run.refuses("--keep needs to know the columns: expected -c COLUMN,..., too"),
        Run.of("cumsum", table, "--keep"));
    assertEquals(
        Run.refuses("--axis and --keep cannot be combined (see also: cumulus table --help)"),
        Run.of("cumsum", table, "-c", "n", "--keep", "--axis", "0"));
    assertEquals(
        Run.refuses(
            "--keep is for cumsum, cumprod, cummax and cummin (see also: cumulus table --help)"),
        Run.of("logcumsumexp", table, "-c", "n", "--keep"));
    assertEquals(
        Run.refuses("--keep: expected --decimal , or ."),
        Run.of("cumsum", table, "-c", "n", "--keep", "--decimal", "_"));
    assertEquals(
        Run.refuses(table + ": no column 'w', expected one of: k,1, 2024, mm, n"),
        Run.of("cumsum", table, "-c", "w", "--keep"));
  }

  @Test
  void keysAreOfAColumnOfTheInput() {
    Run byFile = Run.of("cumsum", table, "-c", "n", "--by", table + ":k,1");
    assertEquals(Run.prints("[3 4 8]\n"), byFile);
    assertEquals(byFile, Run.of("cumsum", table, "-c", "n", "--by", "k,1"));
    assertEquals(Run.prints("[3 4 8]\n"), Run.of("cumsum", table, "-c", "n", "--by", "1,2,1"));
    assertEquals(
        Run.fails("the keys of segments are those of 1 elements, not of 3"),
        Run.of("cumsum", table, "-c", "n", "--by", "2024"));
    assertEquals(Run.prints("[3 7 5]\n"), Run.of("cumsum", table, "-c", "n", "--by", table + ":2"));
    assertEquals(
        Run.refuses(
            "--by k: standard input is read only once: expected a file, or cumulus table - --sum"
                + " COLUMN --partition-by k"),
        Run.piped("k,v\n1,2\n", "cumsum", "-", "-c", "v", "--by", "k"));
    assertEquals(2, Run.of("cumsum", table, "-c", "n", "--by", "none").exitCode());
    assertEquals(1, Run.of("cumsum", "[1, 2]", "--by", "k").exitCode());
    assertEquals(1, Run.of("cumsum", table, "-c", "n", "--by", "none.csv").exitCode());
  }

  @Test
  void groupsByTheYearsOfDates() {
    String days = "day\n2023-12-30\n2023-12-31T23:00\n2024-01-01 00:00\n\n2024-01-01\n";
    for (Map.Entry<String, String> part :
        Map.of("year", "1,2,1,1,2", "month", "1,2,1,1,2", "day", "1,1,1,1,2").entrySet()) {
      Run run = Run.piped(days, "table", "-", "--count", "--partition-by", "day:" + part.getKey());
      String counts =
          String.join(
              ",", run.out().lines().skip(1).map(line -> line.replaceFirst(".*,", "")).toList());
      assertEquals(part.getValue(), counts, part.getKey());
    }
    assertEquals(
        Run.prints("a:year,n\n5,1\n5,2\n"),
        Run.piped(
            "a:year\n5\n5\n", "table", "-", "--count", "--as", "n", "--partition-by", "a:year"));
    for (String cell : List.of("2024", "2024-1-01", "2024-01-012", "31.12.2024", "2024/01/01")) {
      assertEquals(
          Run.fails(
              "standard input: line 2: column 'd': '%s', expected a date such as 2024-12-31"
                  .formatted(cell)),
          Run.piped("d\n" + cell + "\n", "table", "-", "--count", "--partition-by", "d:month"));
    }
  }

  @Test
  void literalsHaveNoRowsToKeep() {
    assertEquals(
        Run.refuses("--keep is for tables: expected a file or -, found a literal"),
        Run.of("cumsum", "[1,2]", "--keep"));
  }
}
