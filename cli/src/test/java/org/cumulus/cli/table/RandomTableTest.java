package org.cumulus.cli.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random tables, requests and ways to write them, beside obvious loops. */
class RandomTableTest {
  private static final int CASES = Integer.getInteger("cumulus.tables", 1500);

  @TempDir private Path folder;

  @Test
  void agreesWithObviousLoops() throws IOException {
    for (int seed = 0; seed < CASES; seed++) {
      TableCase test = new TableCase(new Random(seed));
      String actual;
      try {
        actual = test.actual(folder);
      } catch (RuntimeException failure) {
        throw new AssertionError("seed " + seed + ": " + test, failure);
      }
      int number = seed;
      assertEquals(test.expected(), actual, () -> "seed " + number + ": " + test);
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(0, left.count(), "files left behind");
    }
  }
}
