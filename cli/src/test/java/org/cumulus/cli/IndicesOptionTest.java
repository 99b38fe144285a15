package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cumulus.NDArray;
import org.cumulus.npy.Npy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The places of extremes. */
class IndicesOptionTest {
  @TempDir private Path folder;

  @Test
  void printedBelowTheValues() {
    assertEquals(
        Run.prints("[2 6 6 6]\n[0 1 1 3]\n"), Run.of("cummax", "[2, 6, 4, 6]", "--indices", "-"));
    assertEquals(
        Run.prints("[[4 1]\n [2 1]]\n[[0 0]\n [1 1]]\n"),
        Run.of("cummin", "[[4, 1], [2, 1]]", "--axis", "0", "--indices", "-"));
    assertEquals(
        Run.prints("6\n6\n0\n0\n"),
        Run.of("cummax", "[6, 4]", "--indices", "-", "--format", "csv"));
    assertEquals(
        Run.prints("[1 1]\n[0 1]\n"),
        Run.of("cummin", "[1.9, 1.1]", "--dtype", "i4", "--indices", "-"));
  }

  @Test
  void writtenBesideTheValues() throws IOException {
    Path values = folder.resolve("values.npy");
    Path indices = folder.resolve("indices.npy");
    assertEquals(
        Run.prints(""),
        Run.of("cummax", "[2, 6, 4]", "-o", values.toString(), "--indices", indices.toString()));
    assertEquals("array([2, 6, 6])", Npy.read(values).repr());
    assertEquals("array([0, 1, 1])", Npy.read(indices).repr());
    Path text = folder.resolve("indices.csv");
    assertEquals(
        Run.prints("[2 6 6]\n"), Run.of("cummax", "[2, 6, 4]", "--indices", text.toString()));
    assertEquals("0\n1\n1\n", Files.readString(text));
  }

  @Test
  void aPlaceThatWillNotDo() throws IOException {
    Path in = folder.resolve("in.npy");
    Npy.write(in, NDArray.of(new int[] {2, 6, 4}));
    assertEquals(
        Run.refuses(in + ": the input itself, expected another file for --indices"),
        Run.of("cummax", in.toString(), "--indices", in.toString()));
    Path out = folder.resolve("out.npy");
    assertEquals(
        Run.refuses(out + ": the output itself, expected another file for --indices"),
        Run.of("cummax", in.toString(), "-o", out.toString(), "--indices", out.toString()));
    assertEquals(
        Run.refuses("x.txt: expected the name of an output file to end in .npy or .csv"),
        Run.of("cummax", in.toString(), "--indices", "x.txt"));
    assertEquals(
        Run.refuses("unknown option '--indices' (try: cumulus cumsum --help)").exitCode(),
        Run.of("cumsum", in.toString(), "--indices", "-").exitCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--reverse", "--exclusive --initial 1", "--nan skip", "--lengths 3"})
  void modesAreRefused(String options) {
    String[] command = ("cummax [2,6,4] --indices - " + options).split(" ", -1);
    String named = options.split(" ", -1)[0];
    assertEquals(Run.refuses(named + " and --indices cannot be combined"), Run.of(command));
  }

  @Test
  void filesLargerThanMemoryAreRefusedInALine() throws IOException {
    Path in = folder.resolve("in.npy");
    Npy.write(in, NDArray.wrap(new double[60_000]));
    assertEquals(
        Run.refuses("--indices needs INPUT to fit in memory: expected a larger --memory"),
        Run.of("cummax", in.toString(), "--indices", "-", "--memory", "64K"));
  }
}
