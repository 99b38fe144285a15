package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.npy.Npy;
import org.cumulus.npy.Npz;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticsTest {
  @TempDir private Path folder;

  private static String statistics(String input) {
    Run run = Run.of("info", "--stats", input);
    assertEquals(0, run.exitCode(), run::toString);
    return run.out().substring(run.out().indexOf("min:")).replaceAll(": +", " ").replace('\n', ';');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[3, -5, 7]                   | min -5;max 7;",
        "[0.1, nan, -inf]             | min -inf;max 0.1;NaN 1;",
        "[-0.0, 0.0]                  | min -0.0;max 0.0;NaN 0;",
        "[nan]                        | min none;max none;NaN 1;",
        "[]                           | min none;max none;NaN 0;",
        "[True, False]                | min False;max True;",
        "18446744073709551615         | min 18446744073709551615;max 18446744073709551615;"
      })
  void ofLiterals(String literal, String lines) {
    assertEquals(lines, statistics(literal));
  }

  @ParameterizedTest
  @CsvSource({
    "i1, min -100;max 100;",
    ">u8, min 100;max 18446744073709551516;",
    ">f2, min -100.0;max 100.0;NaN 0;",
    "f4, min -100.0;max 100.0;NaN 0;",
    "m8[s], min -100 seconds;max 100 seconds;NaT 0;"
  })
  void ofFilesOfEveryKind(String dtype, String lines) throws IOException {
    NDArray array = NDArray.of(new long[] {100, -100}).astype(DType.of(dtype));
    Npy.write(folder.resolve("a.npy"), array);
    assertEquals(lines, statistics(folder.resolve("a.npy").toString()));
    Npz.write(folder.resolve("a.npz"), Map.of("a", array));
    assertEquals(lines, statistics(folder.resolve("a.npz") + ":a"));
  }

  /** More than one part, of which the last is not full. */
  @Test
  void ofALongFile() throws IOException {
    double[] line = new Random(20261125).doubles(300_001, -1, 1).toArray();
    line[150_000] = Double.NaN;
    Npy.write(folder.resolve("a.npy"), NDArray.of(line));
    double[] numbers = Arrays.stream(line).filter(Double::isFinite).toArray();
    assertEquals(
        "min %s;max %s;NaN 1;"
            .formatted(
                Arrays.stream(numbers).min().orElseThrow(),
                Arrays.stream(numbers).max().orElseThrow()),
        statistics(folder.resolve("a.npy").toString()));
  }

  @Test
  void whatHasNoOrderIsRefused() {
    assertEquals(
        Run.refuses("--stats needs elements that have an order, and those of complex128 have none"),
        Run.of("info", "--stats", "1j"));
  }

  @Test
  void aTruncatedFile() throws IOException {
    Path file = folder.resolve("a.npy");
    Npy.write(file, NDArray.of(new double[100]));
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 500));
    Run run = Run.of("info", "--stats", file.toString());
    assertEquals(1, run.exitCode(), run::toString);
    assertTrue(run.err().matches("cumulus: [^\n]+\n"), run::toString);
  }
}
