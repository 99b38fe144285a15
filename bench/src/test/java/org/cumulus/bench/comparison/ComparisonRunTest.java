package org.cumulus.bench.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cumulus.bench.cells.CellSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.ParameterException;

class ComparisonRunTest {
  @TempDir private Path folder;

  @Test
  void aTinyRunWithoutPythonWritesItsPage() throws IOException {
    for (int run = 0; run < 2; run++) {
      ComparisonRun.make(
          List.of(
              "--only=calls",
              "--rounds=2",
              "--sample=0.0001",
              "--warm-up=0.001",
              "--folder=" + folder));
    }
    List<Path> written = files();
    assertEquals(2, written.size(), written::toString);
    String page = Files.readString(written.get(1));
    assertTrue(page.contains("\n| int32 | 10 | "), page);
    Samples samples = Samples.read(written.getFirst().resolve("samples.tsv"));
    assertEquals(8, samples.of(CellSet.CALLS).size());
    assertEquals(2, samples.of(CellSet.CALLS).getFirst().samples("Cumulus").length);
    assertEquals(2, samples.runs().size());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  @Test
  void aGroupThatIsNotThereIsRefused() {
    ParameterException refusal =
        assertThrows(
            ParameterException.class, () -> ComparisonRun.make(List.of("--only=calls,rows")));
    assertTrue(
        String.valueOf(refusal.getMessage()).startsWith("--only: rows is none of lines, cache"));
  }

  @Test
  void noRoundsAreRefused() {
    assertThrows(ParameterException.class, () -> ComparisonRun.make(List.of("--rounds=0")));
  }
}
