package org.cumulus.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The command line of {@code cumulus spark}. */
final class MainTest {
  @Test
  void understood() {
    Arguments parsed =
        Arguments.parse(
            "in.csv",
            "--row-number",
            "--sum",
            "a",
            "--as",
            "b",
            "--order-by",
            "t:desc,id",
            "-o",
            "out");
    assertEquals("in.csv", parsed.input());
    assertEquals("out", parsed.output());
    String request = parsed.totals().toString();
    assertTrue(request.contains("[t DESC NULLS LAST, id]"), request);
    assertEquals(Arguments.Format.CSV, Arguments.format("A/IN.CSV"));
    assertEquals(Arguments.Format.PARQUET, Arguments.format("table"));
    assertTrue(Arguments.parse("--help").isHelp());
  }

  @Test
  void refused() {
    assertRefused("needs an input");
    assertRefused("needs an input", "in", "--sum", "a");
    assertRefused("--sum needs a value", "in", "--sum");
    assertRefused("unexpected argument: --sums", "in", "--sums", "a");
    assertRefused("unexpected argument: in2", "in", "in2");
    assertRefused("there is none", "in", "--as", "a");
  }

  private static void assertRefused(String message, String... arguments) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> Arguments.parse(arguments));
    assertTrue(e.toString().contains(message), e.toString());
  }
}
