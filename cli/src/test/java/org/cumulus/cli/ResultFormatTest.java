package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cumulus.Cumulus;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.cli.cells.CsvText;
import org.cumulus.cli.cells.TextRequest;
import org.cumulus.cli.cells.TextTable;
import org.cumulus.cli.text.TextKind;
import org.cumulus.npy.Npy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultFormatTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[2, 4, 6]                    | 2;6;12;",
        "10                           | 10;",
        "[]                           | ''",
        "[0.1, 0.2, 1e300]            | 0.1;0.30000000000000004;1e+300;",
        "[nan, inf]                   | nan;nan;",
        "[1+2j, -3j]                  | (1+2j);(1-1j);",
        "[2.0]                        | 2.0;"
      })
  void aNumberALine(String literal, String lines) {
    assertEquals(
        Run.prints(lines.replace(';', '\n')), Run.of("cumsum", literal, "--format", "csv"));
  }

  @Test
  void aRowALine() {
    assertEquals(
        Run.prints("1,2\n4,6\n"),
        Run.of("cumsum", "[[1,2],[3,4]]", "--axis", "0", "--format", "CSV"));
    assertEquals(Run.prints("1\n3\n6\n10\n"), Run.of("cumsum", "[[1,2],[3,4]]", "--format=csv"));
  }

  /** The digits that NumPy prints, no more and no fewer. */
  @Test
  void digitsAreThoseOfTheDtype() throws IOException {
    StringBuilder text = new StringBuilder();
    CsvText.write(NDArray.of(new double[] {0.1, 65504, 1e-7}, DType.FLOAT16), text);
    CsvText.write(NDArray.of(new float[] {0.1f, 16777216f}), text);
    CsvText.write(NDArray.of(new long[] {5, Long.MIN_VALUE}, DType.of("m8[ms]")), text);
    assertEquals("0.1\n6.55e+04\n1e-07\n0.1\n1.6777216e+07\n5\nNaT\n", text.toString());
  }

  @Test
  void whatIsReadBackHasTheSameBits() throws IOException {
    Random random = new Random(20261125);
    double[] numbers = new double[2 * 500];
    for (int i = 0; i < numbers.length; i++) {
      double number = Double.longBitsToDouble(random.nextLong());
      numbers[i] = Double.isNaN(number) ? Double.MIN_VALUE : number;
    }
    StringBuilder text = new StringBuilder();
    CsvText.write(NDArray.wrap(numbers, 500, 2), text);
    NDArray read =
        TextTable.read(
            new BufferedReader(new StringReader(text.toString())),
            TextKind.ANY,
            TextRequest.of(null));
    assertArrayEquals(new long[] {500, 2}, read.shape());
    assertArrayEquals(numbers, (double[]) read.toFlatArray());
  }

  @Test
  void aCubeIsNoTable() {
    assertEquals(
        Run.refuses("--format csv: CSV holds one or two dimensions, and this array has 3"),
        Run.of("cumsum", "[[[1]]]", "--axis", "0", "--format", "csv"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"xml", "", "csv,numpy"})
  void anUnknownFormat(String format) {
    assertEquals(
        Run.refuses(
            "invalid value for option '--format': '"
                + format
                + "': expected one of numpy, csv, npy"),
        Run.of("cumsum", "1", "--format", format));
  }

  @Test
  void aFileHasAFormatOfItsOwn() {
    assertEquals(
        Run.refuses("--format is for results that are printed, and --output writes a file"),
        Run.of("cumsum", "1", "--format", "csv", "-o", "x.npy"));
  }

  /** Another program reads them as it reads the file. */
  @ParameterizedTest
  @ValueSource(
      strings = {"cumsum -o -", "cumsum --format npy", "cumsum --memory 64K -o -", "diff -o -"})
  void theBytesOfAFile(String words, @TempDir Path folder) throws IOException {
    double[] numbers = new Random(20261201).doubles(150 * 100).toArray();
    NDArray array = NDArray.wrap(numbers, 150, 100);
    Path in = folder.resolve("in.npy");
    Npy.write(in, array);
    List<String> command = new ArrayList<>(List.of(words.split(" ", -1)));
    command.addAll(1, List.of(in.toString(), "--axis", "1"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StringWriter err = new StringWriter();
    int exitCode =
        Main.run(
            InputStream.nullInputStream(),
            out,
            new PrintWriter(err),
            command.toArray(String[]::new));
    assertEquals("0 ", exitCode + " " + err);
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    Npy.write(
        expected,
        command.getFirst().equals("diff") ? Cumulus.diff(array, 1) : Cumulus.cumsum(array, 1));
    assertArrayEquals(expected.toByteArray(), out.toByteArray());
  }
}
