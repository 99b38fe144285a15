package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;

/** Runs {@code cumulus table} on standard input. */
final class Tables {
  private Tables() {}

  static Run table(String in, String... arguments) {
    return Run.piped(
        in, Stream.concat(Stream.of("table", "-"), Stream.of(arguments)).toArray(String[]::new));
  }

  static void prints(String out, String in, String... arguments) {
    assertEquals(Run.prints(out), table(in, arguments));
  }

  static void fails(String problem, String in, String... arguments) {
    Run run = table(in, arguments);
    assertEquals(1, run.exitCode(), run::toString);
    assertEquals("cumulus: standard input: " + problem + "\n", run.err());
  }

  static void refuses(String problem, String in, String... arguments) {
    assertEquals(Run.refuses(problem), table(in, arguments));
  }
}
