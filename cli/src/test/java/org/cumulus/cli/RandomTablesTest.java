package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.cumulus.NDArray;
import org.cumulus.cli.cells.MissingCells;
import org.cumulus.cli.cells.TextRequest;
import org.cumulus.cli.console.UsageException;
import org.cumulus.cli.input.TextLoader;
import org.cumulus.cli.sources.Source;
import org.cumulus.cli.text.TextException;
import org.cumulus.cli.text.TextFormat;
import org.cumulus.cli.text.TextKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random tables, in memory and by way of a file, against the numbers that they were made of. */
class RandomTablesTest {
  private static final TextRequest REQUEST =
      new TextRequest(null, null, TextFormat.UNKNOWN, MissingCells.NAN);

  @TempDir private Path folder;

  private static InputStream in(RandomTable table) {
    return new ByteArrayInputStream(table.text.getBytes(StandardCharsets.UTF_8));
  }

  private static TextKind kind(RandomTable table) {
    boolean mayBeCsv = table.delimiter != ' ';
    return table.delimiter == '\t' && table.seed % 3 == 0
        ? TextKind.TSV
        : mayBeCsv && table.seed % 2 == 0 ? TextKind.CSV : TextKind.ANY;
  }

  private NDArray byFile(RandomTable table) throws IOException {
    try (Source source =
        TextLoader.spilled("text", folder.resolve("spill"), in(table), kind(table), REQUEST)) {
      byte[] bytes = new byte[(int) source.header().byteSize()];
      MemorySegment all = MemorySegment.ofArray(bytes);
      long half = bytes.length / 16 * 8L;
      source.read(0, all.asSlice(0, half));
      source.read(half, all.asSlice(half));
      return NDArray.wrap(all, source.header().dtype(), source.header().shape());
    }
  }

  @Test
  void theyAreReadAsTheyWereMade() throws IOException {
    for (long seed = 0; seed < 1000; seed++) {
      RandomTable table = new RandomTable(seed);
      if (table.losesDigits()) {
        assertThrows(TextException.class, () -> byFile(table), table::toString);
        assertThrows(
            TextException.class,
            () -> TextLoader.table(in(table), kind(table), REQUEST),
            table::toString);
        continue;
      }
      NDArray read = null;
      try {
        read = TextLoader.table(in(table), kind(table), REQUEST).array();
      } catch (TextException refused) {
        throw new AssertionError(table.toString(), refused);
      }
      assertIs(table, read);
      if (table.dtype().equals("object")) {
        UsageException refused =
            assertThrows(UsageException.class, () -> byFile(table), table::toString);
        assertEquals(
            "a text with integers that neither int64 nor uint64 holds needs INPUT to fit in"
                + " memory: expected a larger --memory",
            refused.getMessage());
      } else {
        assertIs(table, byFile(table));
      }
    }
  }

  /** An integer has no sign of its zero. */
  private static double number(String cell) {
    return RandomTable.isInteger(cell)
        ? new BigInteger(cell).doubleValue()
        : Double.parseDouble(cell);
  }

  private static void assertIs(RandomTable table, NDArray read) {
    boolean isFloat = table.dtype().equals("float64");
    assertEquals(table.dtype(), read.dtype().name(), table::toString);
    long[] shape =
        table.columns == 1 ? new long[] {table.rows} : new long[] {table.rows, table.columns};
    assertArrayEquals(shape, read.shape(), table::toString);
    NDArray line = read.reshape(read.size());
    for (int i = 0; i < line.size(); i++) {
      String cell = table.cells.get(i);
      Object expected =
          isFloat
              ? Double.valueOf(
                  cell.equals(RandomTable.MISSING)
                      ? Double.NaN
                      : cell.equals("inf") ? Double.POSITIVE_INFINITY : number(cell))
              : new BigInteger(cell);
      Object found =
          isFloat ? (Object) line.getDouble(i) : new BigInteger(String.valueOf(line.get(i)));
      int at = i;
      assertEquals(expected, found, () -> "element " + at + " of " + table);
    }
  }
}
