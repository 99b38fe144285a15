package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a text is refused, where a guess would give other numbers. {@code ~} ends a line. */
class TextRefusalsTest {
  private static Run cumsum(String written, String options) {
    String[] command = ("cumsum - " + options).strip().split(" ");
    return Run.piped(written.replace('~', '\n'), command);
  }

  /** How many rows there are does not tell what a cell means. */
  @ParameterizedTest
  @CsvSource({
    "300, int8",
    "-129, int8",
    "1e3, int8",
    "1.5, int64",
    "True, int64",
    "nan, int8",
    "-1, uint8",
    "9223372036854775808, int64",
    "18446744073709551616, uint64",
    "1+2j, float64",
  })
  void oneNumberMustFitTheDtypeAsSeveralMust(String number, String dtype) {
    Run several = cumsum(number + "~0~", "--no-header -d " + dtype);
    assertEquals(1, several.exitCode(), number);
    assertEquals(several, cumsum(number + "~", "-d " + dtype));
    assertEquals(several, cumsum(number, "-d " + dtype));
  }

  @ParameterizedTest
  @CsvSource({
    "127, int8, [127]",
    "-0, float64, [-0.]",
    "0xff, int16, [255]",
    "0xff, float64, [255.]",
    "1_000, int64, [1000]",
    "18446744073709551615, uint64, [18446744073709551615]",
    "1+2j, complex128, [1.+2.j]",
    "True, bool, [ True]",
    "1e3, float32, [1000.]",
    "300, object, [300]",
  })
  void oneNumberThatFits(String number, String dtype, String sum) {
    assertEquals(Run.prints(sum + "\n"), cumsum(number + "~", "-d " + dtype), number);
  }

  @Test
  void oneNumberIsNotWrapped() {
    assertEquals(
        Run.fails(
            "standard input: line 1, column 1: '4095', expected an integer that fits int8"
                + " (--column chooses columns)"),
        cumsum("0xfff~", "-d int8"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '\u0001',
      value = {
        "n~9007199254740993~1.5",
        "n~1.5~9007199254740993",
        "n~9007199254740993~1e3",
        "n~9007199254740993~inf",
      })
  void noIntegerIsRoundedAmongOthers(String written) {
    assertEquals(
        Run.fails(
            "standard input: column 1 (n): '9007199254740993' would be rounded to float64, which"
                + " other cells need (--dtype float64 allows it)"),
        cumsum(written, ""));
    assertEquals(0, cumsum(written, "-d float64").exitCode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '\u0001',
      value = {
        "n~-0~5![0 5]",
        "n~-0~9007199254740993![               0 9007199254740993]",
        "n~-0~18446744073709551615![                   0 18446744073709551615]",
        "n~-0~1.5![0.  1.5]",
        "n~-0.0~1.5![-0.   1.5]",
      })
  void minusZeroAmongIntegersIsZero(String written, String sums) {
    assertEquals(Run.prints(sums + "\n"), cumsum(written, ""));
  }

  @Test
  void anArchiveOnAPipeHasNoName() {
    byte[] torn = "PK\3\4aaaa".getBytes(StandardCharsets.ISO_8859_1);
    Run info = Run.piped(torn, "info", "-");
    Run sums = Run.piped(torn, "cumsum", "-");
    for (Run run : new Run[] {info, sums}) {
      assertEquals(1, run.exitCode());
      assertEquals(
          "cumulus: standard input: File is not a zip file",
          run.err().replaceFirst(" \\(.*\n", ""));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '\u0001',
      value = {
        // A comment and a delimiter of one character
        "a,b~1,2!--comment ,!line 2, column 1 (a,b): '1,2', expected a number (--column chooses"
            + " columns)",
        "sep=;~a;b~1;2!--comment ;!';' separates cells, so it cannot begin comments: expected"
            + " another --comment",
        // No thousands, but maybe fractions
        "0,123~5!--thousands , --delimiter ;!line 1, column 1: '0,123', expected a number"
            + " (--column chooses columns)",
        "-012,345~5!--thousands , --delimiter ;!line 1, column 1: '-012,345', expected a number"
            + " (--column chooses columns)",
        // Comments that leave nothing
        "a,b~#1,2~#3,4!-c b --comment #!contains no numbers: every line below the names is a"
            + " comment",
        "a b~# 1 2~!-c b!contains no numbers: every line below the names is a comment",
        // Cells that are no names of rows as R writes them
        "v~1,5~2,5!!line 2: 2 cells, expected 1 as in the first line",
        "id,v~1,10,~2,20,!!line 2: 3 cells, expected 2 as in the first line",
      })
  void others(String written, String options, String problem) {
    assertEquals(
        Run.fails("standard input: " + problem), cumsum(written, options == null ? "" : options));
  }

  /** An integer of a text is cut as one of an array is; what is no integer stays refused. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "100~300~!-d int8!100~127~",
        "-300~1~!-d int8!-128~-127~",
        "300!-d int8!127~",
        "-5~7~!-d uint8!0~7~",
        "99999999999999999999~!-d uint64!18446744073709551615~",
        "-99999999999999999999~1~!-d int64!-9223372036854775808~-9223372036854775807~",
        "300~1e3~!-d int8!standard input: line 2, column 1: '1e3', expected an integer (--column"
            + " chooses columns)~",
        "300~1.5~!-d int8!standard input: line 2, column 1: '1.5', expected an integer (--column"
            + " chooses columns)~",
      })
  void integersBeyondTheBoundsSaturate(String written, String options, String expected) {
    Run run = cumsum(written, options + " --overflow saturate --format csv");
    assertEquals(expected.replace('~', '\n'), run.out() + run.err().replace("cumulus: ", ""));
    String large = written + (written.endsWith("~") ? "" : "~") + "0~".repeat(40_000);
    Run inParts = cumsum(large, options + " --overflow saturate --format csv --memory 64K");
    Run whole = cumsum(large, options + " --overflow saturate --format csv");
    assertEquals(whole, inParts);
  }
}
