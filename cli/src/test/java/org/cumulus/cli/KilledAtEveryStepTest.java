package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
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

/**
 * What is on the disk at every step of a run is what a kill would leave. Whatever command comes
 * next, the input is summed once or not at all, and its sums are never summed again.
 */
class KilledAtEveryStepTest {
  private static final String RESUMED = "--memory 64K --resume --axis 0";
  private static final int ROWS = 300;
  private static final int COLUMNS = 50;

  @TempDir private Path folder;
  @TempDir private Path copies;
  private Path in;
  private NDArray before;
  private NDArray after;

  @BeforeEach
  void writeTheInput() throws IOException {
    in = folder.resolve("in.npy");
    double[] values = new double[ROWS * COLUMNS];
    Arrays.setAll(values, i -> 1 + i % 7);
    before = NDArray.wrap(values, ROWS, COLUMNS);
    after = Cumulus.cumsum(before, 0);
    Npy.write(in, before);
  }

  /** Runs a command in a process of its own; its steps are in the copies then. */
  private void runInSteps(String options) throws Exception {
    Process process =
        OwnProcess.start(
            folder,
            List.of(command(options)),
            "env",
            "JDK_JAVA_OPTIONS=-Djava.nio.file.spi.DefaultFileSystemProvider=%s -Dsteps.watched=%s -Dsteps.copies=%s"
                .formatted(SteppedFileSystem.class.getName(), folder, copies));
    String errors = OwnProcess.errors(process);
    assertEquals(0, process.waitFor(), errors);
  }

  private String[] command(String options) {
    return "cumsum %s %s".formatted(in, options).strip().split(" +", -1);
  }

  private List<Path> steps() throws IOException {
    List<Path> steps = new ArrayList<>();
    for (int i = 0; Files.exists(copies.resolve("" + i)); i++) {
      steps.add(copies.resolve("" + i));
    }
    return steps;
  }

  /** Makes the folder what it was at a step. */
  private void restore(Path step) throws IOException {
    for (Path file : files(folder)) {
      Files.delete(file);
    }
    for (Path file : files(step)) {
      Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static double[] elements(NDArray array) {
    return (double[]) array.toFlatArray();
  }

  private static boolean holds(Path file, NDArray array) throws IOException {
    return Arrays.equals(elements(array), elements(Npy.read(file)));
  }

  @Test
  void theSameCommandAlwaysEndsWithTheSums() throws Exception {
    runInSteps("--in-place --checkpoint 1e-6 " + RESUMED);
    List<Path> steps = steps();
    assertTrue(steps.size() > 20, () -> steps.size() + " steps");
    int finished = 0;
    for (Path step : steps) {
      restore(step);
      finished += holds(in, after) && files(folder).size() > 1 ? 1 : 0;
      assertEquals(Run.prints(""), Run.of(command("--in-place " + RESUMED)), step::toString);
      assertTrue(holds(in, after), step::toString);
      assertEquals(List.of(in), files(folder), step::toString);
    }
    assertTrue(finished > 0, "steps between the rename and the end");
  }

  @ParameterizedTest
  @CsvSource({
    "--memory 64K --axis 0",
    "--axis 0",
    "--resume --axis 0",
    "--memory 64K --resume --axis -2",
    "--memory 65K --resume --axis 0",
    "--memory 64K --resume --axis 0 --order exact",
    "--memory 64K --resume --axis 1",
    "--memory 64K --resume --axis 0 --verify"
  })
  void anotherCommandNeverSumsTheSums(String options) throws Exception {
    runInSteps("--in-place --checkpoint 99 " + RESUMED);
    int refused = 0;
    for (Path step : steps()) {
      restore(step);
      boolean isDone = holds(in, after);
      List<Path> found = files(folder);
      if (isDone && found.size() == 1) {
        continue; // Nothing tells that a run was killed.
      }
      Run run = Run.of(command("--in-place " + options));
      if (isDone) {
        assertEquals(1, run.exitCode(), step::toString);
        assertEquals(1, run.err().lines().count(), run::err);
        assertTrue(run.err().contains("remove this file"), run::err);
        assertTrue(holds(in, after), step::toString);
        assertEquals(found, files(folder), step::toString);
        refused++;
      } else if (run.exitCode() == 0) {
        assertFalse(holds(in, before), step::toString);
        assertEquals(List.of(in), files(folder), step::toString);
      } else {
        assertTrue(run.err().contains(": --resume cannot go on: "), run::err);
        assertTrue(holds(in, before), step::toString);
      }
    }
    assertTrue(refused > 0, "steps between the rename and the end");
  }

  /** Neither is scanned: the one as it is the result, the other as it may be anything. */
  @Test
  void aTouchedResultIsOneAndAChangedOneIsRefused() throws Exception {
    runInSteps("--in-place --checkpoint 99 " + RESUMED);
    int refused = 0;
    for (Path step : steps()) {
      restore(step);
      if (holds(in, after) && files(folder).size() > 1) {
        Files.setLastModifiedTime(in, FileTime.fromMillis(0));
        assertEquals(Run.prints(""), Run.of(command("--in-place " + RESUMED)));
        assertTrue(holds(in, after), step::toString);
        restore(step);
        Npy.write(in, before);
        Run run = Run.of(command("--in-place " + RESUMED));
        assertTrue(run.err().contains("has changed since; to start over, remove"), run::err);
        assertTrue(holds(in, before), step::toString);
        refused++;
      }
    }
    assertTrue(refused > 0, "steps between the rename and the end");
  }

  /** What is private stays so at every step, and the result is what the umask makes of it. */
  @ParameterizedTest
  @CsvSource({"-o OUT, rw-r--r--", "--in-place, rw-r-----"})
  void whatIsOnItsWayIsForItsOwnerAlone(String target, String permissions) throws Exception {
    Files.setPosixFilePermissions(in, PosixFilePermissions.fromString("rw-r-----"));
    Path out = folder.resolve("out.npy");
    runInSteps(
        target.replace("OUT", out.toString())
            + " --axis 1,0 --checkpoint 1e-6 "
            + RESUMED.replace("--axis 0", ""));
    int seen = 0;
    for (Path step : steps()) {
      for (Path file : files(step)) {
        String name = file.getFileName().toString();
        String found = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        if (Files.size(file) > 0 && name.startsWith(".")) {
          boolean isReady = found.equals(permissions) && Files.exists(step.resolve("in.npy"));
          assertTrue(found.equals("rw-------") || isReady, () -> file + " " + found);
          seen++;
        }
      }
    }
    assertTrue(seen > 20, "" + seen);
    Path result = Files.exists(out) ? out : in;
    assertEquals(permissions, PosixFilePermissions.toString(Files.getPosixFilePermissions(result)));
    assertArrayEquals(
        elements(Cumulus.cumsum(Cumulus.cumsum(before, 1), 0)), elements(Npy.read(result)));
  }
}
