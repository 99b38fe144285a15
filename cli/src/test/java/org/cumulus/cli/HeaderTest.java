package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names in the first line of a text, found by all commands in the same way. */
class HeaderTest {
  private static final String YEARS = "region,2012,2013\nnorth,5,6\nsouth,7,8\n";

  @TempDir private Path folder;

  private String write(String text) throws IOException {
    return Files.writeString(folder.resolve("t.csv"), text).toString();
  }

  /** A name may be a number; then it is no data. */
  @Test
  void columnsCalledAsNumbers() throws IOException {
    String file = write(YEARS);
    Run sums = Run.prints("[ 5 12]\n");
    assertEquals(sums, Run.of("cumsum", file, "-c", "2"));
    assertEquals(sums, Run.of("cumsum", file, "-c", "2012"));
    assertEquals(sums, Run.piped(YEARS, "cumsum", "-", "-c", "2"));
    assertEquals(Run.prints("[2]\n"), Run.of("diff", file, "-c", "3"));
    assertTrue(Run.of("info", file, "-c", "2013").out().contains("\nshape:  (2,)\n"));
    Run byRegion = Run.prints("[5 7]\n");
    assertEquals(byRegion, Run.of("cumsum", file, "-c", "2", "--by", file + ":1"));
    assertEquals(byRegion, Run.of("cumsum", file, "-c", "2", "--by", file + ":2013"));
  }

  /** The same in parts. */
  @Test
  void columnsOfALargeTextCalledAsNumbers() throws IOException {
    String file = write("x,2012\n" + "1,2\n".repeat(20_000));
    Run sums = Run.of("cumsum", file, "-c", "2012", "--memory", "64K", "--format", "csv");
    assertTrue(sums.out().startsWith("2\n4\n"), sums::toString);
    assertTrue(sums.out().endsWith("\n40000\n"));
    assertEquals(sums, Run.of("cumsum", file, "-c", "2", "--format", "csv"));
  }

  /** Lines in which a slash ends one. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a,1/3,5/4,6; 2; [ 5 11]", // a word above a number
        "2012-01-01,5/2012-01-02,6; 2; [ 5 11]", // dates are data
        "2012-01-01,INFO,5/2012-01-02,WARN,6; 3; [ 5 11]",
        "INFO,5/INFO,6; 1,2; ",
        "INFO,5/INFO,6; 2; [ 5 11]", // what stands below too is no name
        "day,rain/2012-01-01,5/2012-01-02,6; 2; [ 5 11]",
        "2012-01,2012-02/3,5/4,6; 2; [ 5 11]", // no number at all
        "2012,2013/3,5; 2; [2013 2018]", // numbers alone
        "NA,5/3,6; 2; [ 5 11]", // a value that is missing is no name
        "true,5/false,6; 2; [ 5 11]",
        "north,5; 2; [5]", // nothing would be left
      })
  void theFirstLineIsFoundOut(String lines, String columns, String sums) throws IOException {
    Run run = Run.of("cumsum", write(lines.replace('/', '\n')), "-c", columns);
    assertEquals(sums == null ? "" : sums + "\n", run.out(), run::err);
  }

  @Test
  void orItIsSaid() throws IOException {
    String numbers = write("2012,2013\n5,6\n7,8\n");
    assertEquals(Run.prints("[2012 2017 2024]\n"), Run.of("cumsum", numbers, "-c", "1"));
    assertEquals(Run.prints("[ 5 12]\n"), Run.of("cumsum", numbers, "-c", "1", "--header"));
    assertEquals(Run.prints("[ 5 12]\n"), Run.of("cumsum", "--header", numbers, "-c", "2012"));
    assertEquals(
        Run.prints("[5 7]\n"),
        Run.of("cumsum", numbers, "-c", "1", "--header", "--by", numbers + ":1"));
    assertEquals(
        Run.refuses(
            numbers
                + ": no column '2012': expected a number from 1 to 2, or --header if"
                + " the first line has names"),
        Run.of("cumsum", numbers, "-c", "2012"));
    String words = write("north,5\nsouth,7\n");
    assertEquals(Run.prints("[7]\n"), Run.of("cumsum", words, "-c", "2"));
    assertEquals(Run.prints("[ 5 12]\n"), Run.of("cumsum", words, "-c", "2", "--no-header"));
    assertEquals(
        Run.prints("[5 7]\n"),
        Run.of("cumsum", words, "-c", "2", "--no-header", "--by", words + ":1"));
    assertEquals(
        Run.refuses(
            words
                + ": no column 'north': expected a number from 1 to 2, as --no-header"
                + " says there are no names"),
        Run.of("cumsum", words, "-c", "north", "--no-header"));
  }

  @Test
  void namesOfColumns() throws IOException {
    String file = write("\"my, col\",a,a\n1,2,3\n4,5,6\n");
    assertEquals(Run.prints("[1 5]\n"), Run.of("cumsum", file, "-c", "\"my, col\""));
    assertEquals(Run.prints("[[3 3]]\n"), Run.of("diff", file, "-c", "3,\"my, col\"", "-a", "0"));
    assertEquals(
        Run.refuses(file + ": more than one column is called 'a': expected its number, 2 or 3"),
        Run.of("cumsum", file, "-c", "a"));
    assertEquals(
        Run.refuses(
            "--column: 'a,' has an empty name in it: expected names or numbers with commas between"
                + " them"),
        Run.of("cumsum", file, "-c", "a,"));
    assertEquals(
        Run.refuses("--column: '\"a' has an unclosed quote"), Run.of("cumsum", file, "-c", "\"a"));
  }

  /** The names may be in the comment, as NumPy's {@code savetxt} writes them: no row is lost. */
  @Test
  void numbersBelowACommentAreNoNames() {
    String genes = "#chrom start\n\nchr1 5\nchr2 7\n";
    Run refused =
        Run.fails(
            "standard input: line 3: '5' would be a column name, but the names may be in the"
                + " comment above: expected --no-header, or --comment '#' if they are in this"
                + " line");
    assertEquals(refused, Run.piped(genes, "cumsum", "-", "-c", "2"));
    assertEquals(refused, Run.piped(genes, "cumsum", "-", "-c", "start"));
    assertEquals(
        Run.prints("[ 5 12]\n"), Run.piped(genes, "cumsum", "-", "-c", "2", "--no-header"));
    assertEquals(Run.prints("[7]\n"), Run.piped(genes, "cumsum", "-", "-c", "2", "--comment", "#"));
    assertEquals(1, Run.piped("# a\n1\n2\n", "cumsum", "-", "--header").exitCode());
    assertEquals(Run.prints("[1 3]\n"), Run.piped("# a\n1\n2\n", "cumsum", "-"));
    assertEquals(Run.prints("[3]\n"), Run.piped("# a\nx 2012\n2 3\n", "cumsum", "-", "-c", "2012"));
  }

  @Test
  void namesWithQuotes() throws IOException {
    String file = write("\"say \"\"hi\"\"\",\"\"\"so\"\", he said\",5\"\n1,2,3\n");
    assertEquals(Run.prints("[1]\n"), Run.of("cumsum", file, "-c", "say \"hi\""));
    assertEquals(Run.prints("[1]\n"), Run.of("cumsum", file, "-c", "\"say \"\"hi\"\"\""));
    assertEquals(
        Run.prints("[2 5]\n"), Run.of("cumsum", file, "-c", "\"\"\"so\"\", he said\", 5\""));
  }
}
