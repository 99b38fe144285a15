package org.cumulus.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs the command a few times and throws the results away, so that the JVM learns which classes
 * the command needs. The launcher starts it once after a build to make the start-up cache; nothing
 * else uses it.
 */
final class Training {
  private static final String TABLE = "day,rain\n2012-01-01,0.5\n2012-01-02,1.5\n";

  private Training() {}

  /** What users type most: each kind of input once, and a mistake. */
  private static List<List<String>> commands(String array) {
    return List.of(
        List.of("cumsum", "10"),
        List.of("cumsum", "[[2,4,6],[1,3,5]]", "--axis", "1"),
        List.of("cumsum", "[1.5, -2e3]", "-o", array),
        List.of("cumsum", array),
        List.of("info", array),
        List.of("cumsum", "-", "--column", "rain"),
        List.of("--help"),
        List.of("no-such-command"));
  }

  /** Runs all of them; their exit codes do not matter, but exiting is a part of the command too. */
  public static void main(String[] arguments) throws IOException {
    PrintWriter nowhere =
        new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Path array = Files.createTempFile("cumulus", ".npy");
    for (List<String> command : commands(array.toString())) {
      InputStream in = new ByteArrayInputStream(TABLE.getBytes(StandardCharsets.UTF_8));
      int _ = Main.run(in, nowhere, nowhere, command.toArray(String[]::new));
      nowhere.flush();
    }
    Files.delete(array);
    System.exit(0);
  }
}
