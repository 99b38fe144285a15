package org.cumulus.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;

/**
 * Runs the command a few times and throws the results away, so that the JVM learns which classes
 * the command needs. The launcher starts it once after a build to make the start-up cache; nothing
 * else uses it.
 */
final class Training {
  /** What users type most: each kind of input once, and a mistake. */
  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("cumsum", "10"),
          List.of("cumsum", "[[2,4,6],[1,3,5]]", "--axis", "1"),
          List.of("--help"),
          List.of("no-such-command"));

  private Training() {}

  /** Runs all of them; the exit codes do not matter. */
  public static void main(String[] arguments) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    for (List<String> command : COMMANDS) {
      int _ = Main.run(nowhere, nowhere, command.toArray(String[]::new));
    }
  }
}
