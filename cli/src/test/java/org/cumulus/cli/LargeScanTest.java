package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.cumulus.Cumulus;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.npy.Npy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        Run.fails(in + ": expected 480000 bytes of elements, there are only 479999"),
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
}
