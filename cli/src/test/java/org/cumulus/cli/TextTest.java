package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Texts as other programs write them. In the tables {@code ~} ends a line and {@code →} is a tab,
 * in options {@code _} a blank.
 */
class TextTest {
  private static final String AS_IN_THE_FIRST = " as in the first line";

  @TempDir private Path folder;

  private static String text(String written) {
    return written.replace('~', '\n').replace('→', '\t');
  }

  private static Run cumsum(String written, String... options) {
    String[] command = new String[options.length + 2];
    command[0] = "cumsum";
    command[1] = "-";
    System.arraycopy(options, 0, command, 2, options.length);
    return Run.piped(text(written), command);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '\u0001',
      value = {
        "id,v~1,10~2,1,000!3: 3 cells, expected 2",
        "id,v~1,10~2!3: 1 cell, expected 2",
        "v,id~1,10~2,20,~!3: 3 cells, expected 2",
        "v;id~1;10~2;20;~!3: 3 cells, expected 2",
        "v→id~1→10~2→20→5!3: 3 cells, expected 2",
        "v|id~1|10~2!3: 1 cell, expected 2",
        "v id~1 10~2!3: 1 cell, expected 2",
        "1,2~v~!2: 1 cell, expected 2",
      })
  void aRowOfAnotherLengthIsRefused(String written, String problem) {
    for (String column : new String[] {"1", "2", "1,2"}) {
      assertEquals(
          Run.fails("standard input: line " + problem + AS_IN_THE_FIRST),
          cumsum(written, "-c", column));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"x\",\"y\"~\"1\",10,100~\"2\",20,200~",
        "\"x\" \"y\"~\"1\" 10 100~\"2\" 20 200~",
        "x→y~1→10→100~"
      })
  void theRowNamesOfRAreToldAsSuch(String written) {
    assertEquals(
        Run.fails(
            "standard input: line 2: 3 cells, expected 2 as in the first line, and so has every"
                + " line below it: R writes row names like this unless told row.names = FALSE or"
                + " col.names = NA"),
        cumsum(written, "-c", "y"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '\u0001',
      value = {
        // What looks like a comment
        "tag,v~\"#1\",10~x,30!-c v![10 40]",
        "tag,v~#1,10~x,30!-c v![10 40]",
        "tag;v~#1;10~x;30!-c v![10 40]",
        "#chrom→start~chr1→5~chr2→6!-c start![ 5 11]",
        "#chrom→start~chr1→5~chr2→6!-c 2![ 5 11]",
        "a,b~%1,2~3,4!-c b --comment %![4]",
        "%x~a,b~1,2~3,4!-c b --comment %![2 6]",
        "# of, two~1 2~3 4!![ 1  3  6 10]",
        "1 # one~# two~3!![1 4]",
        "v~1~\"#N/A\"~3!--nan skip![1. 1. 4.]",
        "v~1~#N/A~3!--nan skip![1. 1. 4.]",
        // Empty cells and blank lines
        "v~1~\"\"~3!--nan keep![ 1. nan  4.]",
        "v~1~~3~~~!--nan keep![ 1. nan  4.]",
        "~v~1~3!![1 4]",
        "~1~3!--nan keep![nan  1.  4.]",
        "1~3~~~!![1 4]",
        "a,b~1,2~~3,4~!![ 1  3  6 10]",
        "a,b~1,~,4~!-c b --nan keep![nan  4.]",
        "a,b~1,#N/A~3,4~!-c b --nan skip![0. 4.]",
        "a b~1 #N/A~3 4~!-c b --nan skip![0. 4.]",
        // Dimensions
        "a,b~1,2!--axis 0![[1 2]]",
        "1,2!--axis 0![[1 2]]",
        "a,b~1,2!--axis 0 -c b![2]",
        "v~5!--axis 0![5]",
        "a,b~1,2~3,4!--axis 1![[1 3]~ [3 7]]",
        // Integers
        "1~2~3!![1 3 6]",
        "9007199254740993~0!![9007199254740993 9007199254740993]",
        "9223372036854775808~1!![9223372036854775808 9223372036854775809]",
        "1~18446744073709551616!![1 18446744073709551617]",
        "-1~9223372036854775808!![-1 9223372036854775807]",
        "007~08!![ 7 15]",
        "01~2!![1 3]",
        "1~2.5!![1.  3.5]",
        "1~2!--nan skip![1 3]",
        "9007199254740993~NA!--nan skip -d f8![9.00719925e+15 9.00719925e+15]",
        // Delimiters
        "name→wind, max→v~a→1, 2→3~b→2, 2→4!-c v![3 7]",
        "Datum;Temp, C;Regen~2012-01-01;1;2~2012-01-02;1;3!-c Regen![2 5]",
        "Datum;Temp, C;Regen~x;1,5;2,5~y;1,5;3,5!-c Regen --decimal ,![2.5 6. ]",
        "a|b~1|2~3|4!-c b![2 6]",
        "a:b~1:2~3:4!-c b --delimiter :![2 6]",
        "a→b~1→2~3→4!-c b --delimiter tab![2 6]",
        "sep=;~a;b~1;2~3;4!-c b![2 6]",
        "\"sep=|\"~a|b,c~1|2~3|4!-c \"b,c\"![2 6]",
        "1→→2~3→4→5!-c 3![2 7]",
        "1  →2~3→→4!![ 1  3  6 10]",
        "\"x\" \"y\"~\"1\" 2~3 \"4\"!-c y![2 6]",
        "\"New York\" 2~\"Los Angeles\" 4!-c 2 --no-header![2 6]",
        // Numbers of other styles
        "1,5~2,5!--decimal ,![1.5 4. ]",
        "1.234,5;1~7;2!-c 1 --decimal , --thousands .![1234.5 1241.5]",
        "id,v~1,\"1,000\"~2,\"12,345,678\"!-c v --thousands ,![    1000 12346678]",
        "1,000~2,000!--thousands ,![1000 3000]",
        "1 000;5~2 000;6!-c 1 --thousands _ --delimiter ;![1000 3000]",
      })
  void theRightValues(String written, String options, String sums) {
    String[] words = options == null ? new String[0] : text(options).split(" ");
    for (int i = 0; i < words.length; i++) {
      words[i] = words[i].replace('_', ' ');
    }
    assertEquals(Run.prints(text(sums) + "\n"), cumsum(written, words), written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '\u0001',
      value = {
        "v~1~~3!!line 3, column 1 (v): the cell is empty, expected a number (--nan POLICY reads it"
            + " as NaN; --column chooses columns)",
        "~1~3!!line 1, column 1: the cell is empty, expected a number (--nan POLICY reads it as"
            + " NaN; --column chooses columns)",
        "v~1~\"\"~3!-c v!line 3, column 1 (v): the cell is empty, expected a number (--nan POLICY"
            + " reads it as NaN)",
        "# x~a,b~1,2!!line 2: 2 cells, expected 1 as in the first line (--comment '#' if that"
            + " begins a comment)",
        "a,b~1,2~# x~3,4!!line 3: 1 cell, expected 2 as in the first line (--comment '#' if that"
            + " begins a comment)",
        "1~#VALUE~3!--nan skip!line 2, column 1: '#VALUE', expected a number (--column chooses"
            + " columns)",
        "9007199254740993~NA!--nan skip!column 1: '9007199254740993' would be rounded to float64,"
            + " which other cells need (--dtype float64 allows it)",
        "id,v~9007199254740993,0.5!!column 1 (id): '9007199254740993' would be rounded to float64,"
            + " which other cells need (--dtype float64 allows it)",
        "1.5~2!--decimal ,!line 1, column 1: '1.5', expected a number (--column chooses columns)",
        "1,5~2!--thousands , --delimiter ;!line 1, column 1: '1,5', expected a number (--column"
            + " chooses columns)",
        "1,2~3!!line 2: 1 cell, expected 2 as in the first line",
        "x~\"1~2!!line 2: an unclosed quote",
        "\"1\"2 3~4 5!!line 1: '2' after a closing quote, expected a blank",
      })
  void orOneLine(String written, String options, String problem) {
    String[] words = options == null ? new String[0] : options.split(" ", -1);
    assertEquals(
        Run.fails("standard input: " + problem.replace("#VALUE", "#VALUE!")),
        cumsum(written.replace("#VALUE", "#VALUE!"), words));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '\u0001',
      value = {
        "--delimiter!::!--delimiter: '::': expected one character, but no quote or line" + " break",
        "--comment!\"!--comment: '\"': expected one character, but no quote or line break",
        "--decimal!5!--decimal: '5' is a part of numbers already: expected another character",
        "--thousands!.!--thousands '.' is the decimal point: expected another" + " --decimal, too",
      })
  void optionsThatWillNotDo(String option, String value, String problem) {
    assertEquals(Run.refuses(problem), cumsum("1~2", option, value));
  }

  @Test
  void aFileOfManyColumns() {
    String names = IntStream.range(0, 20_000).mapToObj(i -> "c" + i).collect(joining());
    String row = IntStream.range(0, 20_000).mapToObj(Integer::toString).collect(joining());
    for (String delimiter : new String[] {",", "→", " "}) {
      String table = (names + "~" + row + "~" + row + "~").replace(",", delimiter);
      assertEquals(Run.prints("[19999 39998]\n"), cumsum(table, "-c", "c19999"));
      assertEquals(Run.prints("[16384 32768]\n"), cumsum(table, "-c", "16385"));
    }
  }

  private static Collector<CharSequence, ?, String> joining() {
    return Collectors.joining(",");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void encodingsWithAMark(String charset) {
    byte[] bytes = "\uFEFFtag,ü\nx,1\ny,2\n".getBytes(Charset.forName(charset));
    assertEquals(Run.prints("[1 3]\n"), Run.piped(bytes, "cumsum", "-", "-c", "ü"));
  }

  private Path write(String name, String written) throws IOException {
    return Files.writeString(folder.resolve(name), text(written));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '\u0001',
      value = {
        "k~1~01~1.0~1e0~2![1 2 3 4 1]", // by value
        "k~0.0~-0.0~0~+0~1![1 2 3 4 1]",
        "k~nan~NaN~1~+1~inf![1 2 1 2 1]",
        "k~9007199254740992~9007199254740993~9007199254740992.0~1~1![1 1 2 1 2]",
        "k~1~01~x~1.0~1![1 1 1 1 2]", // by text
        "k~1~01~\"\"~1.0~1![1 1 1 1 2]",
        "k~#a~\"#a\"~b~#a~b![1 2 1 3 2]",
        "C#~C~C#~C#~C![1 1 2 3 2]",
      })
  void keys(String written, String counts) throws IOException {
    for (String name : new String[] {"k.csv", "k.tsv"}) {
      Path file = write(name, written.startsWith("k") ? both(written, name) : written);
      String column = written.startsWith("k") ? ":k" : ":1";
      assertEquals(
          Run.prints(counts + "\n"), Run.of("cumsum", "[1, 1, 1, 1, 1]", "--by", file + column));
    }
  }

  /** The same with a column of numbers before it. */
  private static String both(String written, String name) {
    String delimiter = name.endsWith("csv") ? "," : "→";
    return text(written)
        .lines()
        .map(line -> (line.equals("k") ? "n" : "5") + delimiter + line)
        .collect(Collectors.joining("~"));
  }

  @Test
  void numbersOfAnotherStyleAreKeysByValue() throws IOException {
    Path file = write("k.csv", "a;k~1;1,5~2;1,50~3;2");
    assertEquals(
        Run.prints("[1 2 1]\n"),
        Run.of("cumsum", "[1, 1, 1]", "--by", file + ":k", "--decimal", ","));
  }

  /** All that cannot be decoded would be one key. */
  @Test
  void keysThatAreNotInUtf8AreRefused() throws IOException {
    Path file =
        Files.write(folder.resolve("k.csv"), "k\né\nè\n".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(
        Run.fails(file + ": line 2: '\uFFFD' is not UTF-8, which texts are read as"),
        Run.of("cumsum", "[1, 1]", "--by", file + ":k"));
  }

  @Test
  void minusIsStandardOutput() throws IOException {
    for (String command : new String[] {"cumsum", "diff"}) {
      Path file = folder.resolve("r.npy");
      assertEquals(Run.prints(""), Run.of(command, "[1, 2]", "-o", file.toString()));
      String bytes = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      assertEquals(Run.prints(bytes), Run.of(command, "[1, 2]", "-o", "-"));
    }
    assertEquals(Run.prints("1\n3\n"), Run.of("cumsum", "[1, 2]", "-o", "-", "--format", "csv"));
    assertTrue(Run.of("cumsum", "[1, 2]", "-o", "-", "--resume").err().contains("needs a file"));
  }

  /** Integers are in the file already when the first decimal comes, and have no sign. */
  @Test
  void aLargeTextWhoseLastNumberIsADecimal() {
    String written = "9223372036854775808~" + "0~".repeat(40_000) + "0.5~";
    Run sums = cumsum(written, "--memory", "64K", "--format", "csv");
    assertTrue(sums.out().startsWith("9.223372036854776e+18\n"), sums.out().substring(0, 100));
    assertEquals(sums, cumsum(written, "--format", "csv"));
  }
}
