package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.cumulus.Cumulus;
import org.cumulus.NDArray;
import org.cumulus.npy.Npy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurrenceCommandTest {
  @TempDir private Path folder;

  @Test
  void oneCoefficientHasAllModes() {
    assertEquals(
        Run.prints("[4.  2.  1.  1.5]\n"), Run.of("recurrence", "[4, 0, 0, 1]", "-k", "0.5"));
    assertEquals(
        Run.prints("[5.  4.5]\n"),
        Run.of("recurrence", "[1, 2]", "--coefficient", "0.5", "--initial", "8"));
    assertEquals(
        Run.prints("[8. 5.]\n"),
        Run.of("recurrence", "[1, 2]", "-k", "0.5", "--initial", "8", "--exclusive"));
    assertEquals(Run.prints("[-1  3]\n"), Run.of("recurrence", "[2, 3]", "-k", "-1", "--reverse"));
    assertEquals(
        Run.prints("[1 3 3]\n"), Run.of("recurrence", "[1, 2, 3]", "-k", "1", "--lengths", "2,1"));
    assertEquals(
        Run.fails("recurrence(2) overflows int8 at index (1,): 200"),
        Run.of("recurrence", "[100, 0]", "-k", "2", "-d", "i1", "--overflow", "checked"));
  }

  @Test
  void anArrayOfOneCoefficientIsANumber() {
    assertEquals(
        Run.prints("[-1  3]\n"), Run.of("recurrence", "[2, 3]", "-k", "[-1]", "--reverse"));
    assertEquals(
        Run.prints("[[2. 4.]]\n"), Run.of("recurrence", "[[2, 3]]", "-k", "[0.5]", "--axis", "1"));
  }

  @Test
  void aCoefficientForEachElement() throws IOException {
    Path file = folder.resolve("a.npy");
    Npy.write(file, NDArray.of(new double[] {9, 2, 3}));
    assertEquals(
        Run.prints("[ 1.  3. 10.]\n"), Run.of("recurrence", "[1, 1, 1]", "-k", file.toString()));
    assertEquals(
        Run.prints("[[ 1  1]\n [ 3 11]]\n"),
        Run.of("recurrence", "[[1, 1], [1, 1]]", "-k", "[2, 10]", "--axis", "0"));
    assertEquals(
        Run.prints("[1. 1. 1.]\n"),
        Run.of("recurrence", "[1, 1, 1]", "-k", "0,0,0", "--dtype", "f4"));
  }

  @ParameterizedTest
  @CsvSource({
    "--reverse, --reverse",
    "--exclusive --initial 1, --exclusive",
    "--lengths 2, --lengths",
    "--order blocked, --order",
    "--overflow checked, --overflow"
  })
  void anArrayOfThemHasNoModes(String options, String named) {
    String[] command = ("recurrence [1,1] -k [2,3] " + options).split(" ", -1);
    assertEquals(
        Run.refuses(named + " and an array of coefficients cannot be combined"), Run.of(command));
  }

  @Test
  void whatIsWrong() {
    assertEquals(
        Run.refuses("missing required option: '--coefficient=A' (try: cumulus recurrence --help)"),
        Run.of("recurrence", "[1, 1]"));
    assertEquals(
        Run.refuses("--coefficient: recurrence takes real numbers, not complex128"),
        Run.of("recurrence", "[1, 1]", "-k", "1j"));
    assertEquals(
        Run.refuses(
            "--coefficient: an array of shape (2,) does not broadcast to that of INPUT, (3,)"),
        Run.of("recurrence", "[1, 1, 1]", "-k", "[1, 2]"));
    assertEquals(
        Run.refuses("--axis 1: axis 1 is out of bounds for array of dimension 1"),
        Run.of("recurrence", "[1, 1]", "-k", "[1, 1]", "--axis", "1"));
  }

  /** In parts with one coefficient; with an array of them that is refused in a line. */
  @Test
  void filesLargerThanMemory() throws IOException {
    double[] x = new double[60_000];
    Arrays.setAll(x, i -> i % 17);
    Path in = folder.resolve("in.npy");
    Path out = folder.resolve("out.npy");
    Npy.write(in, NDArray.wrap(x));
    String[] command = {
      "recurrence", in.toString(), "-k", "0.75", "--memory", "64K", "-o", out.toString()
    };
    assertEquals(Run.prints(""), Run.of(command));
    assertArrayEquals(
        (double[]) Cumulus.recurrence(0.75, x).toFlatArray(),
        (double[]) Npy.read(out).toFlatArray());
    byte[] expected = Files.readAllBytes(out);
    command[3] = "[0.75]";
    assertEquals(Run.prints(""), Run.of(command));
    assertArrayEquals(expected, Files.readAllBytes(out));
    command[3] = in.toString();
    assertEquals(
        Run.refuses(
            "an array of coefficients needs INPUT to fit in memory: expected a larger --memory"),
        Run.of(command));
  }
}
