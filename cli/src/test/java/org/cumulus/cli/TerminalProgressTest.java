package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.cumulus.cli.output.Progress;
import org.cumulus.cli.output.TerminalProgress;
import org.cumulus.cli.output.TerminalWidth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalProgressTest {
  private static final long MIB = 1 << 20;

  private final StringWriter screen = new StringWriter();
  private long nanos = 5;

  private Progress progress(long totalBytes) {
    return new TerminalProgress("cumsum", totalBytes, new PrintWriter(screen), () -> nanos);
  }

  @Test
  void shortWorkShowsNothing() {
    try (Progress progress = progress(100 * MIB)) {
      nanos += 999_999_999;
      progress.advance(100 * MIB);
    }
    assertEquals("", screen.toString());
  }

  @Test
  void longWorkHasABarUntilItIsOver() {
    try (Progress progress = progress(200 * MIB)) {
      progress.advance(20 * MIB);
      nanos += 1_000_000_000;
      progress.advance(30 * MIB);
      progress.advance(50 * MIB);
    }
    String shown = screen.toString();
    assertTrue(shown.contains("cumsum"), shown);
    assertTrue(shown.contains("100/200 MiB"), shown);
    assertTrue(shown.contains("50%"), shown);
    assertTrue(shown.contains("MiB/s"), shown);
    assertTrue(shown.endsWith("\r\033[K"), shown);
    for (String line : shown.split("\r", -1)) {
      assertTrue(line.length() < 80 + "\033[K".length(), line);
    }
  }

  @Test
  void theWholeMayBeUnknown() {
    try (Progress progress = progress(-1)) {
      nanos += 2_000_000_000;
      progress.advance(7 * MIB);
    }
    assertTrue(screen.toString().contains("7/? MiB"), screen::toString);
  }

  @ParameterizedTest
  @CsvSource({"'24 132\n', 132", "'0 0\n', 80", "'', 80", "nonsense, 80", "24 -7, 80"})
  void theWidthOfTheTerminal(String answer, int width) {
    assertEquals(width, TerminalWidth.parse(answer));
  }
}
