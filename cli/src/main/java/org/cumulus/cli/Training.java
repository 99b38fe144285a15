package org.cumulus.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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

  /** Runs all of them; their exit codes do not matter, but exiting is a part of the command too. */
  public static void main(String[] arguments) {
    PrintWriter nowhere =
        new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    for (List<String> command : COMMANDS) {
      int _ =
          Main.run(InputStream.nullInputStream(), nowhere, nowhere, command.toArray(String[]::new));
      nowhere.flush();
    }
    System.exit(0);
  }
}
