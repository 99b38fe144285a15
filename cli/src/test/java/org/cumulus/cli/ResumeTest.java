package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.cumulus.Cumulus;
import org.cumulus.NDArray;
import org.cumulus.npy.Npy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code --resume} takes, refuses and leaves behind. */
class ResumeTest {
  private static final int LENGTH = 60_000;
  private static final String AGAIN = "--memory 64K --nan refuse --resume ";

  @TempDir private Path folder;
  private Path in;
  private Path out;

  /** An input whose last element can be refused, when most of the work is done. */
  @BeforeEach
  void writeTheInput() throws IOException {
    in = folder.resolve("in.npy");
    out = folder.resolve("out.npy");
    double[] values = new double[LENGTH];
    Arrays.setAll(values, i -> i % 17);
    values[LENGTH - 1] = Double.NaN;
    Npy.write(in, NDArray.wrap(values));
  }

  private Run run(String function, String options) {
    String line = "%s %s -o %s %s".formatted(function, in, out, options);
    return Run.of(line.strip().split(" +", -1));
  }

  /** Fails near the end, so that what is done is left behind. */
  private Run begin(String function, String options) throws IOException {
    Run run = run(function, AGAIN + "--checkpoint 1e-6 " + options);
    assertEquals(1, run.exitCode(), run::toString);
    assertTrue(files().contains(".out.npy.cumulus-checkpoint"), () -> run.toString());
    assertTrue(files().contains(".out.npy.cumulus-part0"), () -> run.toString());
    return run;
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--memory 64K", "--memory 1G"})
  void aRunThatFinishesWithoutItRemovesWhatWasBegun(String memory) throws IOException {
    Run _ = begin("cumsum", "");
    assertEquals(Run.prints(""), run("cumsum", memory));
    assertEquals(List.of("in.npy", "out.npy"), files());
  }

  @Test
  void aRunThatFailsLeavesWhatWasBegun() throws IOException {
    Run first = begin("cumsum", "");
    List<String> begun = files();
    assertEquals(first, run("cumsum", "--memory 64K --nan refuse"));
    assertEquals(begun, files());
  }

  private void assertIsRefused(String difference, Run run) {
    assertEquals(
        Run.fails(
            "%s: cannot resume: %s; to start over, remove this file or leave out --resume"
                .formatted(folder.resolve(".out.npy.cumulus-checkpoint"), difference)),
        run);
  }

  @Test
  void anotherOperatorIsRefused() throws IOException {
    Run _ = begin("accumulate maximum", "");
    assertIsRefused(
        "the operator was maximum and is now minimum", run("accumulate minimum", AGAIN));
  }

  @Test
  void whatIsInAFileThatAnOptionNamesIsPartOfTheWork() throws IOException {
    Path file = folder.resolve("option.npy");
    Npy.write(file, NDArray.of(0.5));
    Run _ = begin("recurrence", "-k " + file);
    Npy.write(file, NDArray.of(0.5000000000000001));
    assertIsRefused(
        "the operator was recurrence(0.5) and is now recurrence(0.5000000000000001)",
        run("recurrence", AGAIN + "-k " + file));
    Npy.write(file, NDArray.of(0.5f));
    assertIsRefused(
        "the dtype of --coefficient was float64 and is now float32",
        run("recurrence", AGAIN + "-k " + file));
    Files.delete(folder.resolve(".out.npy.cumulus-checkpoint"));
    Npy.write(file, NDArray.of(new long[] {5, LENGTH - 5}));
    Run _ = begin("cumsum", "--lengths " + file);
    Npy.write(file, NDArray.of(new long[] {6, LENGTH - 6}));
    Run refused = run("cumsum", AGAIN + "--lengths " + file);
    assertTrue(refused.err().contains(": the checksum of the segments was "), refused::toString);
  }

  @Test
  void aPipeIsRefusedWhateverItsLength() throws IOException {
    String refusal = "--resume needs an input that can be read again: expected a file";
    for (int length : new int[] {1, LENGTH}) {
      String[] command = {"cumsum", "-", "--memory", "64K", "--resume", "-o", out.toString()};
      assertEquals(Run.refuses(refusal), Run.piped("1\n".repeat(length), command));
    }
    String raw = "cumsum - --shape 1 -d i1 --resume -o " + out;
    assertEquals(Run.refuses(refusal), Run.piped(new byte[] {1}, raw.split(" ", -1)));
    assertEquals(List.of("in.npy"), files());
  }

  @Test
  void rawBinaryGoesOn() throws IOException {
    NDArray array = Npy.read(in);
    byte[] npy = Files.readAllBytes(in);
    Files.write(in, Arrays.copyOfRange(npy, npy.length - LENGTH * Double.BYTES, npy.length));
    String shape = "--shape -1 --input-dtype f8 ";
    Run failed = begin("cumsum", shape);
    assertEquals(failed, run("cumsum", AGAIN + shape));
    Files.delete(folder.resolve(".out.npy.cumulus-checkpoint"));
    assertEquals(Run.prints(""), run("cumsum", "--memory 64K --resume " + shape));
    assertArrayEquals(
        (double[]) Cumulus.cumsum(array).toFlatArray(), (double[]) Npy.read(out).toFlatArray());
    assertEquals(List.of("in.npy", "out.npy"), files());
  }

  @ParameterizedTest
  @CsvSource({
    "--resume --checkpoint 0, --checkpoint, '''0'': expected seconds, more than 0'",
    "--resume --checkpoint=-1, --checkpoint, '''-1'': expected seconds, more than 0'",
    "--resume --checkpoint nan, --checkpoint, '''nan'': expected seconds, more than 0'",
    "--memory 1, --memory, 1 is too small: expected 64K or more",
    "--memory 99999999999999999999, --memory, 99999999999999999999 is too large: expected 1024T"
        + " or less",
    "--memory x, --memory, '''x'' is not a size: expected one such as 256M or 2G'",
  })
  void aNumberThatWillNotDoIsRefused(String options, String option, String problem) {
    Run run = run("cumsum", options);
    assertEquals(2, run.exitCode(), run::toString);
    assertTrue(run.err().contains("'" + option + "'"), run::toString);
    assertTrue(run.err().endsWith(": " + problem + "\n"), run::toString);
  }

  @Test
  void aCheckpointIsForWorkToGoOnWith() {
    assertEquals(
        Run.refuses("--checkpoint is for work that can be resumed: expected --resume, too"),
        run("cumsum", "--checkpoint 3"));
  }
}
