package org.cumulus.spark.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.cumulus.spark.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark measures what it says. */
final class WindowBenchmarkTest {
  @Test
  void table(@TempDir Path folder) throws Exception {
    StringBuilder out = new StringBuilder();
    WindowBenchmark.run(
        WindowBenchmark.Request.parse(folder.toString(), "skew", "0.002"), Session.spark(), out);
    List<String> lines = out.toString().lines().toList();
    assertEquals(4, lines.size(), out.toString());
    assertTrue(lines.get(1).matches("Cumulus +skew +2000 .*"), lines.get(1));
    assertTrue(lines.get(2).matches("Spark +skew +2000 .*/ .*"), lines.get(2));
    assertTrue(lines.get(3).matches("Cumulus / Spark( +\\d+\\.\\d\\d){4}"), lines.get(3));
  }

  @Test
  void refused() {
    for (String[] wrong : new String[][] {{"f"}, {"f", "golbal", "1"}, {"f", "global"}}) {
      Exception e =
          assertThrows(IllegalArgumentException.class, () -> WindowBenchmark.Request.parse(wrong));
      assertTrue(e.getMessage().contains("[global, equal, skew]"), e.getMessage());
    }
  }
}
