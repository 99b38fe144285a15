package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines, quotes and brackets that never end, in a process with a heap of 64 MiB. */
class EndlessTextTest {
  private static final int MOST_BYTES = 1 << 29;

  @TempDir private Path folder;

  private String errors(String start, String more, String memory) throws Exception {
    Process process = OwnProcess.start(folder, List.of("cumsum", "-", "--memory", memory));
    byte[] block = more.repeat((1 << 16) / more.length()).getBytes(StandardCharsets.US_ASCII);
    try (OutputStream in = process.getOutputStream()) {
      in.write(start.getBytes(StandardCharsets.US_ASCII));
      for (int sent = 0; sent < MOST_BYTES; sent += block.length) {
        in.write(block);
      }
    } catch (IOException enough) {
      // It has read as much as it can take.
    }
    String errors = OwnProcess.errors(process);
    assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    assertEquals(1, process.exitValue(), errors);
    return errors;
  }

  private String errors(String start, String more) throws Exception {
    return errors(start, more, "256M");
  }

  @Test
  void eachIsOneLine() throws Exception {
    String cell =
        "cumulus: standard input: line %d: a cell of more than 20[0-9]{5} characters, or an"
            + " unclosed quote\n";
    String row = "cumulus: standard input: line 1: too long to fit in memory\n";
    assertMatches(cell.formatted(1), errors("", "7"));
    assertMatches(cell.formatted(1), errors("", "7", "4G")); // More than the heap has.
    assertMatches(cell.formatted(2), errors("1,2\n\"", "7,\n"));
    assertMatches(cell.formatted(2), errors("1 2\n\"", "7 \n"));
    assertMatches(row, errors("", "7 "));
    assertMatches(row.replace("1", "2"), errors("1,2\n", "7,"));
    assertMatches(
        "cumulus: standard input: a literal of more than [0-9]+ (characters|bytes).*\n",
        errors("[1", ",7"));
  }

  private static void assertMatches(String pattern, String line) {
    assertTrue(line.matches(pattern), pattern + line);
  }
}
