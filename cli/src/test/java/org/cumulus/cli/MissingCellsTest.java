package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells of a text without a number in them. */
class MissingCellsTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "NA", "N/A", "n/a", "<NA>", "NULL", "null", "None", "NaN", "nan"})
  void theyAreNaNWhereItIsSaidWhatNaNDoes(String cell) {
    String text = "day,mm\n1,2\n2," + cell + "\n3,4\n";
    assertEquals(
        Run.prints("[2. 2. 6.]\n"), Run.piped(text, "cumsum", "-", "-c", "mm", "--nan", "skip"));
    assertEquals(
        Run.prints("[ 2. nan  6.]\n"), Run.piped(text, "cumsum", "-", "-c", "mm", "--nan", "keep"));
    assertEquals(
        Run.prints("[ 2. nan nan]\n"),
        Run.piped(text, "cumsum", "-", "-c", "mm", "--nan", "propagate"));
    assertEquals(Run.prints("[2. 2. 6.]\n"), Run.piped(text, "nancumsum", "-", "-c", "mm"));
    assertEquals(
        Run.prints("[2. 2. 6.]\n"), Run.piped(text, "nancumsum", "-", "-c", "mm", "--dtype", "f4"));
  }

  @Test
  void elseTheyAreErrors() {
    String text = "day,mm\n1,2\n2,NA\n";
    String cell = "standard input: line 3, column 2 (mm): 'NA', expected ";
    assertEquals(
        Run.fails(cell + "a number (--nan POLICY reads it as NaN)"),
        Run.piped(text, "cumsum", "-", "-c", "mm"));
    assertEquals(Run.fails(cell + "a number"), Run.piped(text, "diff", "-", "-c", "mm"));
    assertEquals(
        Run.fails(cell + "an integer that fits int64"),
        Run.piped(text, "cumsum", "-", "-c", "mm", "--dtype", "i8", "--nan", "skip"));
    assertEquals(
        Run.fails(
            "standard input: line 2, column 1: '-', expected a number (--column chooses columns)"),
        Run.piped("1,2\n-,4\n", "cumsum", "-", "--nan", "skip"));
  }

  @Test
  void truthValuesAreNeverNaN() {
    assertEquals(
        Run.fails("standard input: line 3, column 1 (x): 'NA', expected True, False or a number"),
        Run.piped("x\n1\nNA\n", "cumsum", "-", "-c", "x", "--dtype", "?", "--nan", "skip"));
  }

  /** What is written of truth values can be read. */
  @Test
  void truthValues() {
    Run written = Run.of("accumulate", "logical_or", "[False, True, False]", "--format", "csv");
    assertEquals(Run.prints("False\nTrue\nTrue\n"), written);
    assertEquals(
        Run.prints("[False False False]\n"),
        Run.piped(written.out(), "accumulate", "logical_and", "-", "-d", "?"));
    assertEquals(
        Run.prints("[[ True  True False]]\n"),
        Run.piped("true,2,0\n", "accumulate", "logical_and", "-", "-d", "?"));
    assertEquals(
        Run.fails(
            "standard input: line 1, column 2: 'yes', expected True, False or a number (--column"
                + " chooses columns)"),
        Run.piped("1,yes\n", "cumsum", "-", "-d", "?"));
  }

  @Test
  void binaryIsNoText() {
    assertEquals(
        Run.fails(
            "standard input: not text, as it has zero bytes: raw binary needs --shape and"
                + " --input-dtype, and UTF-16 and UTF-32 a byte order mark"),
        Run.piped(new byte[] {0, 0, (byte) 0x80, 0x3f}, "cumsum", "-"));
  }
}
