package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.cumulus.Cumulus;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.Operator;
import org.cumulus.Scan;
import org.cumulus.cli.text.CsvText;
import org.cumulus.npy.Npy;
import org.cumulus.npy.Npz;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command over files that do not fit the memory it is given. */
class LargeScanTest {
  private static final NDArray ARRAY = array();

  @TempDir private Path folder;
  private Path in;
  private Path out;

  private static NDArray array() {
    double[] values = new double[300 * 200];
    Arrays.setAll(values, i -> (i * 7919 % 1000) / 10.0);
    return NDArray.wrap(values, 300, 200);
  }

  @BeforeEach
  void writeTheInput() throws IOException {
    in = folder.resolve("in.npy");
    out = folder.resolve("out.npy");
    Npy.write(in, ARRAY);
  }

  private Run cumsum(String... options) {
    String[] all =
        Stream.concat(Stream.of("cumsum", in.toString(), "--memory", "64K"), Stream.of(options))
            .toArray(String[]::new);
    return Run.of(all);
  }

  private void assertOutIs(NDArray expected) throws IOException {
    NDArray found = Npy.read(out);
    assertEquals(expected.dtype(), found.dtype());
    assertArrayEquals(expected.shape(), found.shape());
    assertArrayEquals((double[]) expected.toFlatArray(), (double[]) found.toFlatArray());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(2, files.count(), "files left behind");
    }
  }

  @Test
  void theResultIsThatOfMemory() throws IOException {
    assertEquals(Run.prints(""), cumsum("-o", out.toString()));
    assertOutIs(Cumulus.cumsum(ARRAY));
    assertEquals(Run.prints(""), cumsum("-o", out.toString(), "--axis", "0"));
    assertOutIs(Cumulus.cumsum(ARRAY, 0));
    assertEquals(Run.prints(""), cumsum("-o", out.toString(), "--axis", "1,0"));
    assertOutIs(Cumulus.cumsum(Cumulus.cumsum(ARRAY, 1), 0));
  }

  @Test
  void whatIsPrintedIsThatOfMemory() {
    assertEquals(Run.prints(Cumulus.cumsum(ARRAY, 1) + "\n"), cumsum("-a", "-1"));
  }

  @Test
  void theInputIsReplacedWhenThatIsAskedFor() throws IOException {
    assertEquals(
        Run.refuses(in + ": the input itself, expected another file for the output, or --in-place"),
        cumsum("-o", in.toString()));
    assertEquals(Run.prints(""), cumsum("--in-place", "--resume"));
    assertArrayEquals(
        (double[]) Cumulus.cumsum(ARRAY).toFlatArray(), (double[]) Npy.read(in).toFlatArray());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(1, files.count(), "files left behind");
    }
  }

  @Test
  void aTruncatedInputLeavesNothing() throws IOException {
    byte[] bytes = Files.readAllBytes(in);
    Files.write(in, Arrays.copyOf(bytes, bytes.length - 1));
    assertEquals(
        Run.fails(in + ": EOF: reading array data, expected 480000 bytes got 479999"),
        cumsum("-o", out.toString()));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(1, files.count(), "files left behind");
    }
  }

  @Test
  void theSummaryTellsWhatWasDone() {
    Run run = cumsum("-o", out.toString(), "--summary", "--order", "exact");
    assertTrue(
        run.err()
            .matches(
                "cumulus: 60000 elements in \\d+\\.\\d\\d s, \\d+\\.\\d\\d GB/s read and written,"
                    + " order exact\n"),
        run::toString);
  }

  @Test
  void aFileInTheOtherOrderIsReordered() throws IOException {
    Npy.write(in, NDArray.of(ARRAY, DType.INT32).transpose());
    Run run = cumsum("-o", out.toString(), "--summary");
    assertTrue(run.err().endsWith(", with temporary files for reordering\n"), run::toString);
    NDArray expected = Cumulus.cumsum(NDArray.of(ARRAY, DType.INT32).transpose());
    assertArrayEquals((long[]) expected.toFlatArray(), (long[]) Npy.read(out).toFlatArray());
  }

  /** In C order, with numbers that text gives back, as every source can hold them. */
  private void assertIsTheSum(Run run, String... options) throws IOException {
    assertEquals(Run.prints(""), run);
    boolean isReverse = Arrays.asList(options).contains("--reverse");
    Scan scan = Scan.of(Operator.ADD).axis(0);
    assertOutIs((isReverse ? scan.reverse() : scan).apply(ARRAY));
    Files.delete(out);
  }

  private static String[] with(String[] options, String... first) {
    return Stream.concat(Stream.of(first), Stream.of(options)).toArray(String[]::new);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " --reverse"})
  void everySourceGivesTheSame(String direction) throws IOException {
    String[] options = ("--memory 64K --axis 0" + direction + " -o " + out).split(" ", -1);
    byte[] npy = Files.readAllBytes(in);
    byte[] raw = Arrays.copyOfRange(npy, 128, npy.length);
    assertIsTheSum(Run.piped(npy, with(options, "cumsum", "-")), options);
    Files.write(in, raw);
    String file = in.toString();
    String[] shape = {"--shape", "300,-1", "--input-dtype", "f8"};
    assertIsTheSum(Run.of(with(shape, with(options, "cumsum", file))), options);
    shape[1] = "300,200";
    assertIsTheSum(Run.piped(raw, with(shape, with(options, "cumsum", "-"))), options);
    Files.delete(in);
    in = folder.resolve("in.npz");
    Npz.write(in, Map.of("a", ARRAY));
    assertIsTheSum(Run.of(with(options, "cumsum", in.toString())), options);
    Npz.writeCompressed(in, Map.of("a", ARRAY, "b", ARRAY));
    assertIsTheSum(Run.of(with(options, "cumsum", in + ":b")), options);
  }

  @Test
  void textIsReadAndWritten() throws IOException {
    Path csv = folder.resolve("in.csv");
    try (Writer text = Files.newBufferedWriter(csv)) {
      CsvText.write(ARRAY, text);
    }
    Files.delete(in);
    String[] options = {"--memory", "64K", "--axis", "0", "-o", out.toString()};
    assertIsTheSum(Run.of(with(options, "cumsum", csv.toString())), options);
    assertIsTheSum(Run.piped(Files.readAllBytes(csv), with(options, "cumsum", "-")), options);
    out = folder.resolve("out.csv");
    options[5] = out.toString();
    assertEquals(Run.prints(""), Run.of(with(options, "cumsum", csv.toString())));
    byte[] inParts = Files.readAllBytes(out);
    options[1] = "1G";
    assertEquals(Run.prints(""), Run.of(with(options, "cumsum", csv.toString())));
    assertArrayEquals(Files.readAllBytes(out), inParts);
    String[] lines = new String(inParts, StandardCharsets.UTF_8).split("\n", -1);
    assertEquals(301, lines.length);
    assertTrue(lines[299].matches("(\\d+\\.\\d+,){199}\\d+\\.\\d+"), lines[299]);
  }

  @Test
  void whatCannotBeDoneInPartsIsRefusedInALine() {
    String reason = " takes an INPUT that memory holds: expected a larger --memory";
    assertEquals(Run.refuses("--dtype object" + reason), cumsum("--dtype", "object"));
    assertEquals(
        Run.refuses("--nan keep along several axes" + reason),
        cumsum("--nan", "keep", "--axis", "0,1"));
  }

  @Test
  void rawBinaryNeedsToBeDescribed() {
    String raw = in.toString();
    assertEquals(
        Run.refuses("--shape: raw binary needs a dtype: expected --dtype, too"),
        Run.of("cumsum", raw, "--shape", "5"));
    assertEquals(
        Run.fails(raw + ": 480128 bytes, but shape [5] of float64 has 40"),
        Run.of("cumsum", raw, "--shape", "5", "--dtype", "f8"));
    assertEquals(
        Run.refuses("--input-dtype is for raw binary: expected --shape, too"),
        Run.of("cumsum", raw, "--input-dtype", "f8"));
  }
}
