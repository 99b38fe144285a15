package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cumulus.Cumulus;
import org.cumulus.NDArray;
import org.cumulus.npy.Npy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {
  @TempDir private Path folder;

  @Test
  void neighbours() {
    assertEquals(Run.prints("[4 6]\n"), Run.of("diff", "[2, 6, 12]"));
    assertEquals(Run.prints("[2]\n"), Run.of("diff", "[2, 6, 12]", "-n", "2"));
    assertEquals(Run.prints("[ 2  6 12]\n"), Run.of("diff", "[2, 6, 12]", "--n", "0"));
    assertEquals(Run.prints("[]\n"), Run.of("diff", "[2, 6]", "-n", "3"));
    assertEquals(Run.prints("[[2]\n [4]]\n"), Run.of("diff", "[[1, 3], [5, 9]]"));
    assertEquals(Run.prints("[[4 6]]\n"), Run.of("diff", "[[1, 3], [5, 9]]", "--axis", "0"));
    assertEquals(Run.prints("4\n6\n"), Run.of("diff", "[2, 6, 12]", "--format", "csv"));
  }

  @Test
  void whatStandsBeforeAndBehind() throws IOException {
    assertEquals(Run.prints("[2 4 6]\n"), Run.of("diff", "[2, 6, 12]", "--prepend", "0"));
    assertEquals(
        Run.prints("[ 3  4  6 -2]\n"),
        Run.of("diff", "[2,6,12]", "--prepend=-1", "--append", "10"));
    Path row = folder.resolve("row.npy");
    Npy.write(row, NDArray.of(new long[][] {{1, 1}}));
    assertEquals(
        Run.prints("[[1 2]\n [2 2]]\n"),
        Run.of("diff", "[[2, 3], [4, 5]]", "-a", "0", "--prepend", row.toString()));
  }

  /** To the bit, through files. */
  @Test
  void itUndoesCumsum() throws IOException {
    NDArray array = NDArray.of(new long[] {3, -1, 4, 1, -5, 9});
    Path sums = folder.resolve("sums.npy");
    Path out = folder.resolve("out.npy");
    Npy.write(sums, Cumulus.cumsum(array));
    assertEquals(
        Run.prints(""), Run.of("diff", sums.toString(), "--prepend", "0", "-o", out.toString()));
    assertEquals(array.repr(), Npy.read(out).repr());
    assertEquals(
        Run.refuses(sums + ": the input itself, expected another file for the output"),
        Run.of("diff", sums.toString(), "-o", sums.toString()));
    assertEquals(2, folder.toFile().list().length);
  }

  @Test
  void whatIsWrong() throws IOException {
    assertEquals(Run.refuses("-n -1: expected 0 or more"), Run.of("diff", "[1]", "-n", "-1"));
    assertEquals(
        Run.refuses("--axis 2: axis 2 is out of bounds for array of dimension 1"),
        Run.of("diff", "[1]", "--axis", "2"));
    assertEquals(
        Run.fails("diff requires input that is at least one dimensional"), Run.of("diff", "5"));
    assertEquals(
        Run.refuses(
            "--prepend: '[1' is not a literal: column 1: '[' was never closed: expected" + " ']'"),
        Run.of("diff", "[1]", "--prepend", "[1"));
    assertEquals(
        Run.fails("nosuch.npy: neither a file nor a literal"),
        Run.of("diff", "[1]", "--append", "nosuch.npy"));
    assertEquals(
        Run.refuses("--append: standard input is for INPUT, expected a file"),
        Run.of("diff", "[1]", "--append", "-"));
    assertEquals(
        Run.refuses(
            "--prepend: an array of shape (2,) does not fit INPUT's, (2, 1): they may differ"
                + " only along the axis"),
        Run.of("diff", "[[1], [2]]", "--prepend", "[0,1]"));
    assertEquals(
        Run.refuses("invalid value for option '--axis': '0,1' are several axes: expected one"),
        Run.of("diff", "[1]", "--axis", "0,1"));
    Path table = Files.writeString(folder.resolve("t.csv"), "a,b\n1,2\n4,8\n");
    assertEquals(
        Run.prints("[3. 4.]\n"), Run.of("diff", table.toString(), "-c", "a", "--append", "8.0"));
    assertEquals(Run.prints("[3 4]\n"), Run.of("diff", table + "", "-c", "a", "--append", "8"));
    assertEquals(
        Run.prints("[ 6 -6  6]\n"),
        Run.of("diff", table + "", "-c", "b", "--append", table + ":2"));
  }
}
