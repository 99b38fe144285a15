package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launchers make of a standard input that is closed. */
class ClosedInputTest {
  private static final Path START = Path.of("cli/src/main/launcher/start");

  @TempDir private Path folder;

  private List<String> started(String redirection) throws IOException, InterruptedException {
    Path java = Files.writeString(folder.resolve("java"), "#!/bin/sh\nexec cat\n");
    assertTrue(java.toFile().setExecutable(true));
    String script = "java=$1 app=none; set -- cumsum -; . \"$0\"";
    Process process =
        new ProcessBuilder(
                "sh",
                "-c",
                "exec sh -c '" + script + "' " + START.toAbsolutePath() + " " + java + redirection)
            .redirectErrorStream(true)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return List.of(String.valueOf(process.waitFor() == 0), out);
  }

  /** A program that reads gets an error, and not the first file that is opened. */
  @Test
  void itCannotBeRead() throws IOException, InterruptedException {
    assumeTrue(Files.exists(Path.of("/bin/sh")), "no sh");
    Path text = Files.writeString(folder.resolve("text"), "1\n");
    assertEquals(List.of("true", "1\n"), started(" <" + text));
    List<String> closed = started(" <&-");
    assertEquals("false", closed.getFirst());
    assertTrue(closed.getLast().contains("ad file descriptor"), closed::toString);
  }
}
