package org.cumulus.cli.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.npy.Npy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawnLinesTest {
  private static final NDArray CUBE = NDArray.wrap(IntStream.range(0, 24).toArray(), 2, 3, 4);

  @Test
  void theLinesOfAnAxis() {
    DrawnLines lines = new DrawnLines(CUBE, 1);
    assertEquals(8, lines.count());
    assertEquals(3, lines.length());
    assertEquals("[1, :, 2]", lines.index(6));
    assertArrayEquals(new double[] {14, 18, 22}, lines.curve(6, "", 10).values());
    assertArrayEquals(
        new double[] {20, 21, 22, 23}, new DrawnLines(CUBE, -1).curve(5, "", 10).values());
  }

  @Test
  void withoutAnAxisAllElementsAreOneLine() {
    DrawnLines lines = new DrawnLines(CUBE.transpose(), null);
    assertEquals(1, lines.count());
    assertEquals(List.of(0L), lines.drawn());
    assertEquals(24, lines.length());
    assertEquals(12, lines.curve(0, "", 100).values()[1]);
    assertArrayEquals(
        new double[] {5}, new DrawnLines(NDArray.of(5), 0).curve(0, "", 100).values());
  }

  @Test
  void thoseDrawnReachFromTheFirstToTheLast() {
    assertEquals(List.of(0L, 1L), new DrawnLines(NDArray.zeros(DType.BOOL, 2, 9), 1).drawn());
    assertEquals(
        List.of(0L, 199L, 399L, 599L, 799L, 999L),
        new DrawnLines(NDArray.zeros(DType.BOOL, 1000, 1), 1).drawn());
  }

  @Test
  void whatIsNoDoubleBecomesOne() {
    NDArray durations = NDArray.of(new long[] {3, Long.MIN_VALUE}, DType.of("timedelta64[s]"));
    assertArrayEquals(
        new double[] {3, Double.NaN}, new DrawnLines(durations, null).curve(0, "", 9).values());
    NDArray unsigned = NDArray.of(new long[] {-1}, DType.UINT64);
    assertArrayEquals(
        new double[] {0x1p64}, new DrawnLines(unsigned, null).curve(0, "", 9).values());
    NDArray truths = NDArray.of(new boolean[] {true, false});
    assertArrayEquals(new double[] {1, 0}, new DrawnLines(truths, null).curve(0, "", 9).values());
  }

  /** More than one chunk, with a step in memory. */
  @Test
  void aLongLineComesInChunks() {
    int length = 200_001;
    NDArray table = NDArray.wrap(IntStream.range(0, 2 * length).toArray(), length, 2);
    Curve curve = new DrawnLines(table, 0).curve(1, "", length);
    assertArrayEquals(
        IntStream.range(0, length).mapToDouble(i -> 2 * i + 1).toArray(), curve.values());
  }

  /** Nothing is copied as a whole, whatever lies how in memory; and pages are given back. */
  @ParameterizedTest
  @CsvSource({"300, 700", "2, 100000", "100000, 2", "1, 200001"})
  void aMappedFileInFortranOrder(int rows, int columns, @TempDir Path folder) throws IOException {
    NDArray array = NDArray.wrap(IntStream.range(0, rows * columns).toArray(), columns, rows);
    Path file = folder.resolve("fortran.npy");
    Npy.write(file, array.transpose());
    NDArray mapped = Npy.map(file);
    double[] expected = (double[]) array.transpose().astype(DType.FLOAT64).toFlatArray();
    Curve curve = new DrawnLines(mapped, null).curve(0, "", expected.length);
    assertArrayEquals(expected, curve.values());
  }
}
