package org.cumulus.cli.cells;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.cli.text.ColumnChoiceException;
import org.cumulus.cli.text.TextException;
import org.cumulus.cli.text.TextFormat;
import org.cumulus.cli.text.TextKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTableTest {
  private static NDArray read(String text, @Nullable DType dtype, @Nullable List<String> columns)
      throws IOException {
    return read(text, new TextRequest(dtype, columns, TextFormat.UNKNOWN, MissingCells.REFUSED));
  }

  private static NDArray read(String text, TextRequest request) throws IOException {
    return TextTable.read(new BufferedReader(new StringReader(text)), TextKind.ANY, request);
  }

  private static NDArray read(String text) throws IOException {
    return read(text, null, null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,2\n3,4\n",
        "1,2\r\n3,4",
        "x,y\n1,2\n3,4\n",
        "\n 1 , 2 \n\n3,4\n\n",
        "# 1, 2, 3\n\n  # comment\n 1   2 \n\n3 4\n\n",
        "sep=|\n1|2\n3|4",
        "x y\n\"1\" 2\n 3 \"4\" # \"",
        "\"x, y\",z\n\"1\",2\n3, \"4\"\n",
        "1;2\n3;4\n",
        "1\t2\n3\t4\n",
        "1 2\n3 4\n",
        "  1   2 # two\n 3 \t 4",
        "x y\n1 2\n3 4",
        "+1,02\n3,4\n",
        "\"a\nb\",c\n1,2\n3,4",
      })
  void theSameTable(String text) throws IOException {
    NDArray table = read(text);
    assertEquals(DType.INT64, table.dtype());
    assertEquals("[[1 2]\n [3 4]]", table.toString());
  }

  @Test
  void oneColumnHasOneDimensionAndSeveralHaveTwo() throws IOException {
    assertArrayEquals(new long[] {1, 3}, read("1,2,3\n").shape());
    assertArrayEquals(new long[] {1, 2}, read("a,b\n1,2\n").shape());
    assertArrayEquals(new long[] {1}, read("a,b\n1,2\n", null, List.of("b")).shape());
    assertArrayEquals(new long[] {3}, read("1\n2\n3\n").shape());
    assertArrayEquals(new long[] {2}, read("1,2\n3,4\n", null, List.of("2")).shape());
    assertArrayEquals(new long[] {1}, read("7").shape());
    assertArrayEquals(new long[] {0}, read("x\n", null, List.of("x")).shape());
    assertArrayEquals(new long[] {0, 2}, read("x,y\n", null, List.of("x", "y")).shape());
  }

  @Test
  void aFirstLineOfTextAloneIsNoTable() {
    TextException none = assertThrows(TextException.class, () -> read("abc\n"));
    assertEquals(
        "contains no numbers, only a first line that may be column names: 'abc'",
        none.getMessage());
  }

  @Test
  void columnsAreChosenByNameOrNumberInAnyOrder() throws IOException {
    String text = "day,rain,2\n2012-01-01,1,10\n2012-01-02,2,20\n";
    assertEquals("[1 2]", read(text, null, List.of("rain")).toString());
    assertEquals("[[10  1]\n [20  2]]", read(text, null, List.of("3", "rain")).toString());
    assertEquals("[10 20]", read(text, null, List.of("2")).toString(), "a name comes first");
    assertEquals("[10 20]", read(text, null, List.of("3")).toString(), "then a place");
    assertEquals("[1 2]", read("2012,1\n2013,2\n", null, List.of("2")).toString());
    ColumnChoiceException absent =
        assertThrows(ColumnChoiceException.class, () -> read(text, null, List.of("4")));
    assertEquals(
        "no column '4': expected a number from 1 to 3 or a name in the first line: day,"
            + " rain, 2",
        absent.getMessage());
  }

  @Test
  void integersAreReadExactly() throws IOException {
    String large = "9007199254740993\n9223372036854775807\n";
    assertEquals(
        "[   9007199254740993 9223372036854775807]", read(large, DType.INT64, null).toString());
    assertEquals(
        "[18446744073709551615]",
        read("x\n18446744073709551615\n", DType.UINT64, null).reshape(1).toString());
    assertEquals(DType.of("m8[s]"), read("1\n2\n", DType.of("m8[s]"), null).dtype());
    assertEquals("[[-128  127]]", read("-128 127", DType.INT8, null).toString());
    assertEquals(
        "[[1 100000000000000000000]]",
        read("1 100000000000000000000", DType.OBJECT, null).toString());
  }

  @Test
  void complexNumbers() throws IOException {
    assertEquals(
        "[[1.+2.j 3.+0.j 0.-1.j]]", read("1+2j (3+0j) -1j", DType.COMPLEX64, null).toString());
  }

  @Test
  void growsBeyondItsFirstArray() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      text.append(i).append(',').append(-i).append('\n');
    }
    NDArray table = read(text.toString());
    NDArray exact = read(text.toString(), DType.INT64, null);
    for (int i = 0; i < 10_000; i++) {
      assertEquals(-i, table.getDouble(i, 1));
      assertEquals(-i, exact.getLong(i, 1));
    }
  }

  private static void assertBad(String message, String text, @Nullable DType dtype) {
    assertEquals(
        message, assertThrows(TextException.class, () -> read(text, dtype, null)).getMessage());
  }

  @Test
  void aBadCellIsReportedWithLineAndColumn() {
    String hint = " (--column chooses columns)";
    assertBad("line 2, column 2: 'x', expected a number" + hint, "1,2\n3,x\n", null);
    assertBad("line 4, column 2 (b): 'x', expected a number" + hint, "a,b\n\n1,2\n3,x\n", null);
    assertBad("line 2, column 1: the cell is empty, expected a number" + hint, "1,2\n,4\n", null);
    assertBad("line 2, column 1: 'x', expected a number" + hint, "1 2\nx 4\n", null);
    assertBad("line 3, column 2: '1d', expected a number" + hint, "1\t2\n\n3\t1d\n", null);
    assertBad("line 1, column 2: 'x', expected a number" + hint, "1,x\n3,x\n", null);
    assertBad(
        "line 1, column 2: '1.5', expected an integer that fits int64" + hint,
        "1 1.5",
        DType.INT64);
    assertBad(
        "line 1, column 2: '128', expected an integer that fits int8" + hint, "1 128", DType.INT8);
    assertBad(
        "line 1, column 1: '-1', expected an integer that fits uint64" + hint,
        "-1 1",
        DType.UINT64);
    assertBad(
        "line 1, column 1: 'x', expected a complex number such as 1+2j" + hint,
        "x 1",
        DType.COMPLEX128);
    assertBad(
        "line 2, column 1: '%s...', expected a number".formatted("y".repeat(40)) + hint,
        "1\n" + "y".repeat(100_000),
        null);
  }

  @Test
  void linesOfAnotherLengthAreReported() {
    assertBad("line 2: 1 cell, expected 2 as in the first line", "1,2\n3\n", null);
    assertBad("line 3: 3 cells, expected 2 as in the first line", "a b\n1 2\n3 4 5", null);
  }

  @Test
  void anOpenQuoteIsReported() {
    TextException error = assertThrows(TextException.class, () -> read("1,2\n3,\"4\n5,6\n"));
    assertEquals("line 2: an unclosed quote", error.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# nothing\n", "   \n"})
  void nothingAtAllIsAMistake(String text) {
    assertBad("contains no numbers", text, null);
  }
}
