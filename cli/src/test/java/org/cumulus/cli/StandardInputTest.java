package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.cumulus.NDArray;
import org.cumulus.npy.Npy;
import org.cumulus.npy.Npz;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardInputTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1\n2\n3\n",
        "1 2 3",
        "1,2,3\n",
        "1;2;3\n",
        "1\t2\t3\n",
        "x\n1\n2\n3\n",
        "[1, 2, 3]",
        "\n  (1, 2, 3)\n",
        "\uFEFF1\r\n2\r\n3\r\n"
      })
  void textAndLiterals(String in) {
    assertEquals(Run.prints("[1 3 6]\n"), Run.piped(in, "cumsum", "-"));
  }

  @Test
  void oneNumberIsALiteral() {
    assertEquals(Run.prints("[10]\n"), Run.piped("10\n", "cumsum", "-"));
    assertEquals(Run.prints("[-2.5]\n"), Run.piped(" -2.5 ", "cumsum", "-"));
    assertEquals(Run.prints("[0.+3.j]\n"), Run.piped("3j", "cumsum", "-"));
  }

  @Test
  void aBigLiteral() {
    String literal = "[" + "1,\n".repeat(200_000) + "]";
    assertEquals(
        Run.prints("[     1      2      3 ... 199998 199999 200000]\n"),
        Run.piped(literal, "cumsum", "-"));
  }

  @Test
  void numpysFiles(@TempDir Path folder) throws IOException {
    ByteArrayOutputStream npy = new ByteArrayOutputStream();
    Npy.write(npy, NDArray.of(new short[] {1, 2}));
    assertEquals(Run.prints("[1 3]\n"), Run.piped(npy.toByteArray(), "cumsum", "-"));
    Path npz = folder.resolve("a.npz");
    Npz.write(npz, Map.of("a", NDArray.of(new short[] {1, 2})));
    assertEquals(Run.prints("[1 3]\n"), Run.piped(Files.readAllBytes(npz), "cumsum", "-"));
    NDArray array = NDArray.of(new short[] {1, 2});
    Npz.write(npz, new TreeMap<>(Map.of("a", array, "b", array)));
    assertEquals(
        Run.fails(
            "standard input: contains 2 arrays, expected a file and a key, as in FILE.npz:a; the"
                + " keys are: a, b"),
        Run.piped(Files.readAllBytes(npz), "cumsum", "-"));
  }

  @Test
  void whatIsWrongIsSaidInOneLine() {
    assertEquals(Run.fails("standard input: contains no numbers"), Run.of("cumsum", "-"));
    assertEquals(
        Run.fails("standard input: not a literal: column 1: '[' was never closed: expected ']'"),
        Run.piped("[1, 2", "cumsum", "-"));
    assertEquals(
        Run.fails(
            "standard input: not a literal: column 65: brackets nested deeper than 64, the most"
                + " dimensions"),
        Run.piped("[".repeat(10_000), "cumsum", "-"));
    assertEquals(
        Run.fails(
            "standard input: line 2, column 1: 'x\\u001b', expected a number (--column chooses"
                + " columns)"),
        Run.piped("1\nx\033\n", "cumsum", "-"));
    assertEquals(
        Run.fails("standard input: compressed with gzip: decompress it first, with gunzip"),
        Run.piped(new byte[] {0x1f, (byte) 0x8b, 8, 0}, "cumsum", "-"));
  }
}
