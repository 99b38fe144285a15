package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pipe that is too large for the memory, with options that will not do. */
class RefusedPipeTest {
  private static final String NUMBERS = "7\n".repeat(60_000);

  @TempDir private Path folder;

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  /** Its numbers stand beside the output by then. */
  @ParameterizedTest
  @ValueSource(
      strings = {"--axis 3", "--axis 0,0", "--lengths 5", "--flags 1,0", "--plot x.png", "-d O"})
  void nothingIsLeftOnTheDisk(String options) throws IOException {
    String line = "cumsum - --memory 64K -o " + folder.resolve("out.npy") + " " + options;
    Run run = Run.piped(NUMBERS, line.split(" ", -1));
    assertTrue(run.exitCode() != 0, run::toString);
    assertEquals(1, run.err().lines().count(), run::toString);
    assertEquals(List.of(), files());
  }

  @Test
  void theProcessEndsWithOneLine() throws Exception {
    Process process =
        OwnProcess.start(folder, List.of("cumsum", "-", "--axis", "3", "--memory", "64K"));
    try (OutputStream in = process.getOutputStream()) {
      in.write(NUMBERS.getBytes(StandardCharsets.US_ASCII));
    }
    assertEquals(
        "cumulus: --axis 3: axis 3 is out of bounds for array of dimension 1\n",
        OwnProcess.errors(process));
    assertEquals(2, process.waitFor());
    assertEquals(List.of(), files());
  }
}
