package org.cumulus.cli.literal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.cumulus.Cumulus;
import org.cumulus.NDArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteralTest {
  @Test
  void likePythonAndNumPy() throws IOException, LiteralException {
    List<String> lines = lines("/org/cumulus/cli/literals.tsv");
    assertEquals("# 87 literals, NumPy 2.4.6", lines.getFirst());
    assertEquals(88, lines.size());
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      NDArray sum = Cumulus.cumsum(Literal.parse(cells[0].replace("\\t", "\t")));
      assertEquals(cells[1], sum.dtype().toString(), cells[0]);
      assertEquals(cells[2].replace("\\n", "\n"), sum.toString(), cells[0]);
    }
  }

  private static List<String> lines(String resource) throws IOException {
    try (InputStream in = LiteralTest.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``            | column 1: expected a number, found the end",
        "[             | column 1: '[' was never closed: expected ']'",
        "[1, 2         | column 1: '[' was never closed: expected ']'",
        "[1, (2]       | column 7: expected ',' or ')', found ']'",
        "[1 2]         | column 4: expected ',' or ']', found '2'",
        "[1,,2]        | column 4: expected a number, found ','",
        "[,]           | column 2: expected a number, found ','",
        "1, 2          | column 2: a list of numbers needs brackets: [1, 2]",
        "[1] 2         | column 5: expected the end, found '2'",
        "[1, x]        | column 5: expected a number, found 'x'",
        "[1, 'x']      | column 5: expected a number, found '''",
        "[null]        | column 2: expected a number, found 'null'",
        "007           | column 1: leading zeros in 007; octal is written 0o17",
        "1__0          | column 3: expected a digit, found '_0'",
        "1_            | column 3: expected a digit, found the end",
        "0x            | column 3: expected a digit, found the end",
        "0b2           | column 3: expected a digit, found '2'",
        "0xfg          | column 4: unexpected 'g' after the number 0xf",
        "1.2.3         | column 4: unexpected '.3' after the number 1.2",
        "1e            | column 3: expected a digit, found the end",
        ".             | column 2: expected a digit, found the end",
        "1f            | column 2: unexpected 'f' after the number 1",
        "--5           | column 2: expected a number, found '-'",
        "-True         | column 1: a truth value has no sign",
        "1+2           | column 2: sums are not computed here: only complex numbers have a +, as in"
            + " 1+2j",
        "[😀]          | column 2: expected a number, found '😀'",
        "['😀😀', x]   | column 2: expected a number, found '''",
      })
  void saysWhereItStopsBeingOne(String text, String message) {
    assertEquals(
        message, assertThrows(LiteralException.class, () -> Literal.parse(text)).getMessage());
  }

  @Test
  void tellsTheLineIfThereAreSeveral() {
    LiteralException error =
        assertThrows(LiteralException.class, () -> Literal.parse("[[1, 2],\n [3, x]]"));
    assertEquals("line 2, column 6: expected a number, found 'x'", error.getMessage());
  }

  @Test
  void nestsAsDeepAsAnArrayAndNoDeeper() throws LiteralException {
    assertEquals(64, Literal.parse("[".repeat(64) + "7" + "]".repeat(64)).ndim());
    for (String deep : List.of("[".repeat(10_000), "(".repeat(65) + "1" + ")".repeat(65))) {
      LiteralException error = assertThrows(LiteralException.class, () -> Literal.parse(deep));
      assertEquals(
          "column 65: brackets nested deeper than 64, the most dimensions", error.getMessage());
    }
  }

  @Test
  void anIntegerHasAtMostAsManyDigitsAsInPython() throws LiteralException {
    assertEquals(
        "[" + "9".repeat(4300) + "]", Literal.parse("[" + "9".repeat(4300) + "]").toString());
    LiteralException error =
        assertThrows(LiteralException.class, () -> Literal.parse("9".repeat(4301)));
    assertEquals("column 1: an integer of 4301 digits; at most 4300 count", error.getMessage());
  }

  @Test
  void hundredThousandRandomNumbersInRows() throws LiteralException {
    long seed = 20260101;
    Random random = new Random(seed);
    long[][] rows = new long[1000][100];
    StringBuilder text = new StringBuilder("[");
    for (long[] row : rows) {
      String separator = "[";
      for (int i = 0; i < row.length; i++) {
        row[i] = random.nextLong() >> random.nextInt(64);
        text.append(separator).append(row[i]);
        separator = ",";
      }
      text.append("],\n");
    }
    NDArray parsed = Literal.parse(text.append("]").toString());
    assertEquals(List.of(1000L, 100L), List.of(parsed.shape()[0], parsed.shape()[1]));
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < 100; j++) {
        assertEquals(rows[i][j], parsed.getLong(i, j), "seed " + seed + " at " + i + ", " + j);
      }
    }
  }
}
