package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {
  private static final Path BASH = Path.of("/bin/bash");

  /** What bash proposes for the last of some words. */
  @ParameterizedTest
  @CsvSource({
    "'cumulus cums', cumsum",
    "'cumulus cumsum --ax', --axis",
    "'cumulus cumsum --format c', csv",
    "'cumulus dif', diff",
    "'cumulus diff --pre', --prepend",
    "'cumulus recurrence --coe', --coefficient",
    "'cumulus cummin --ind', --indices",
    "'cumulus cumsum --offs', --offsets",
    "'cumulus completion z', zsh",
    "'cumulus info --st', --stats"
  })
  void bashCompletes(String words, String proposal, @TempDir Path folder)
      throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(BASH), "no bash");
    Run script = Run.of("completion", "bash");
    assertEquals(0, script.exitCode(), script::toString);
    Path file = Files.writeString(folder.resolve("script"), script.out());
    String ask =
        """
        source %s
        COMP_WORDS=(%s)
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        _complete_cumulus 2>/dev/null
        echo ${COMPREPLY[@]}
        """
            .formatted(file, words);
    Process bash = new ProcessBuilder(BASH.toString(), "-c", ask).redirectErrorStream(true).start();
    String printed = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(proposal, printed.strip());
    assertEquals(0, bash.waitFor());
  }

  @Test
  void otherShells() {
    assertEquals(Run.of("completion", "bash"), Run.of("completion", "zsh"));
    assertEquals(Run.refuses("'fish': expected one of bash, zsh"), Run.of("completion", "fish"));
  }
}
