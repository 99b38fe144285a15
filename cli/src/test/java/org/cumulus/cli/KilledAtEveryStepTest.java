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
import org.junit.jupiter.api.BeforeAll;
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
  private static final String OFTEN = "--in-place --checkpoint 1e-6 " + RESUMED;
  private static final String SELDOM = "--in-place --checkpoint 99 " + RESUMED;
  private static final String TWO_AXES = " --axis 1,0 --checkpoint 1e-6 --memory 64K --resume";
  private static final String TO_OUT = "-o OUT" + TWO_AXES;
  private static final String IN_PLACE = "--in-place" + TWO_AXES;
  private static final List<String> RUNS = List.of(OFTEN, SELDOM, TO_OUT, IN_PLACE);
  private static final int ROWS = 300;
  private static final int COLUMNS = 50;
  private static final NDArray BEFORE = input();
  private static final NDArray AFTER = Cumulus.cumsum(BEFORE, 0);

  /** Each run has a folder of its own, with what it reads and writes. */
  @TempDir(factory = MemoryFolder.class)
  private static Path runs;

  /** The folder of a run at each of its steps, numbered. */
  @TempDir(factory = MemoryFolder.class)
  private static Path copies;

  /** Those of the run that a test has chosen. */
  private Path folder = Path.of("");

  private Path in = folder;

  private static NDArray input() {
    double[] values = new double[ROWS * COLUMNS];
    Arrays.setAll(values, i -> 1 + i % 7);
    return NDArray.wrap(values, ROWS, COLUMNS);
  }

  /** Does the runs, and copies the folder of each at every step. */
  static final class Recorder {
    private Recorder() {}

    public static void main(String[] arguments) throws IOException {
      for (int i = 0; i < RUNS.size(); i++) {
        String run = arguments[0] + "/" + i;
        String steps = arguments[1] + "/" + i;
        SteppedFileSystem.watch(changed -> record(changed, run, steps));
        Run done = Run.of(command(Path.of(run), RUNS.get(i)));
        SteppedFileSystem.watch(changed -> {});
        if (done.exitCode() != 0) {
          throw new IllegalStateException(done.toString());
        }
      }
    }

    private static void record(Path changed, String run, String steps) throws IOException {
      Path folder = changed.resolveSibling(""); // Of the file system behind.
      if (!folder.toString().equals(run)) {
        return;
      }
      Path all = folder.resolve(steps);
      int count = files(all).size();
      if (count == 0 || !isSame(folder, all.resolve("" + (count - 1)))) {
        Path copy = Files.createDirectory(all.resolve("" + count));
        for (Path file : files(folder)) {
          Files.copy(file, copy.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }

    private static boolean isSame(Path run, Path copy) throws IOException {
      List<Path> files = files(run);
      boolean isSame = files.size() == files(copy).size();
      for (int i = 0; isSame && i < files.size(); i++) {
        Path same = copy.resolve(files.get(i).getFileName());
        isSame =
            Files.exists(same)
                && Files.getPosixFilePermissions(same)
                    .equals(Files.getPosixFilePermissions(files.get(i)))
                && Files.mismatch(same, files.get(i)) < 0;
      }
      return isSame;
    }
  }

  /** One process for all, as starting it takes longer than its work. */
  @BeforeAll
  static void recordTheSteps() throws Exception {
    for (int i = 0; i < RUNS.size(); i++) {
      Path file = Files.createDirectory(runs.resolve("" + i)).resolve("in.npy");
      Npy.write(file, BEFORE);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
      Files.createDirectory(copies.resolve("" + i));
    }
    Process process =
        OwnProcess.start(
            Recorder.class,
            runs,
            List.of(runs.toString(), copies.toString()),
            "env",
            "JDK_JAVA_OPTIONS=" + SteppedFileSystem.OPTION);
    String errors = OwnProcess.errors(process);
    assertEquals(0, process.waitFor(), errors);
  }

  /** Chooses a run, and returns its folder at every step. */
  private List<Path> stepsOf(String run) throws IOException {
    String index = "" + RUNS.indexOf(run);
    folder = runs.resolve(index);
    in = folder.resolve("in.npy");
    List<Path> steps = new ArrayList<>();
    for (int i = 0; Files.exists(copies.resolve(index).resolve("" + i)); i++) {
      steps.add(copies.resolve(index).resolve("" + i));
    }
    return steps;
  }

  private static String[] command(Path folder, String options) {
    String all = options.replace("OUT", folder + "/out.npy");
    return "cumsum %s/in.npy %s".formatted(folder, all).split(" +", -1);
  }

  private Run run(String options) {
    return Run.of(command(folder, options));
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
    List<Path> steps = stepsOf(OFTEN);
    assertTrue(steps.size() > 20, () -> steps.size() + " steps");
    int finished = 0;
    for (Path step : steps) {
      restore(step);
      finished += holds(in, AFTER) && files(folder).size() > 1 ? 1 : 0;
      assertEquals(Run.prints(""), run("--in-place " + RESUMED), step::toString);
      assertTrue(holds(in, AFTER), step::toString);
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
    int refused = 0;
    for (Path step : stepsOf(SELDOM)) {
      restore(step);
      boolean isDone = holds(in, AFTER);
      List<Path> found = files(folder);
      if (isDone && found.size() == 1) {
        continue; // Nothing tells that a run was killed.
      }
      Run run = run("--in-place " + options);
      if (isDone) {
        assertEquals(1, run.exitCode(), step::toString);
        assertEquals(1, run.err().lines().count(), run::err);
        assertTrue(run.err().contains("remove this file"), run::err);
        assertTrue(holds(in, AFTER), step::toString);
        assertEquals(found, files(folder), step::toString);
        refused++;
      } else if (run.exitCode() == 0) {
        assertFalse(holds(in, BEFORE), step::toString);
        assertEquals(List.of(in), files(folder), step::toString);
      } else {
        assertTrue(run.err().contains(": cannot resume: "), run::err);
        assertTrue(holds(in, BEFORE), step::toString);
      }
    }
    assertTrue(refused > 0, "steps between the rename and the end");
  }

  /** Neither is scanned: the one as it is the result, the other as it may be anything. */
  @Test
  void aTouchedResultIsOneAndAChangedOneIsRefused() throws Exception {
    int refused = 0;
    for (Path step : stepsOf(SELDOM)) {
      restore(step);
      if (holds(in, AFTER) && files(folder).size() > 1) {
        Files.setLastModifiedTime(in, FileTime.fromMillis(0));
        assertEquals(Run.prints(""), run("--in-place " + RESUMED));
        assertTrue(holds(in, AFTER), step::toString);
        restore(step);
        Npy.write(in, BEFORE);
        Run run = run("--in-place " + RESUMED);
        assertTrue(run.err().contains("has changed since; to start over, remove"), run::err);
        assertTrue(holds(in, BEFORE), step::toString);
        refused++;
      }
    }
    assertTrue(refused > 0, "steps between the rename and the end");
  }

  /** What is private stays so at every step, and the result is what the umask makes of it. */
  @ParameterizedTest
  @CsvSource({"'" + TO_OUT + "', out.npy, rw-r--r--", "'" + IN_PLACE + "', in.npy, rw-r-----"})
  void whatIsOnItsWayIsForItsOwnerAlone(String run, String name, String permissions)
      throws Exception {
    int seen = 0;
    for (Path step : stepsOf(run)) {
      for (Path file : files(step)) {
        String found = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        if (Files.size(file) > 0 && file.getFileName().toString().startsWith(".")) {
          boolean isReady = found.equals(permissions) && Files.exists(step.resolve("in.npy"));
          assertTrue(found.equals("rw-------") || isReady, () -> file + " " + found);
          seen++;
        }
      }
    }
    assertTrue(seen > 20, "" + seen);
    Path result = folder.resolve(name);
    assertEquals(permissions, PosixFilePermissions.toString(Files.getPosixFilePermissions(result)));
    assertArrayEquals(
        elements(Cumulus.cumsum(Cumulus.cumsum(BEFORE, 1), 0)), elements(Npy.read(result)));
  }
}
