package org.cumulus.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command in a process of its own. */
final class OwnProcess {
  private OwnProcess() {}

  /**
   * Starts it.
   *
   * @param temporary where the process has its temporary files
   * @param before words before the command, which a shell may need
   */
  static Process start(Path temporary, List<String> command, String... before) throws IOException {
    return start(Main.class, temporary, command, before);
  }

  /** Starts another class that has the command in it, as {@link #start(Path, List, String...)}. */
  static Process start(Class<?> main, Path temporary, List<String> arguments, String... before)
      throws IOException {
    List<String> line = new ArrayList<>(List.of(before));
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-Xmx64m", "-XX:TieredStopAtLevel=1", "-Djava.io.tmpdir=" + temporary));
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    line.addAll(arguments);
    return new ProcessBuilder(line).start();
  }

  /** What it writes to standard error until it ends. */
  static String errors(Process process) throws IOException {
    return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
