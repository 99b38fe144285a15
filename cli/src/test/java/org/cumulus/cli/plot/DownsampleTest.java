package org.cumulus.cli.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DownsampleTest {
  private static final double NAN = Double.NaN;

  private static Curve curve(double[] line, int columns, int chunk) {
    Downsample points = new Downsample(line.length, columns);
    for (int from = 0; from < line.length; from += chunk) {
      int count = Math.min(chunk, line.length - from);
      points.add(Arrays.copyOfRange(line, from, from + chunk), count);
    }
    return points.curve("line");
  }

  @Test
  void aShortLineStaysAsItIs() {
    Curve curve = curve(new double[] {2, NAN, 6, Double.NEGATIVE_INFINITY}, 100, 3);
    assertArrayEquals(new double[] {0, 1, 2, 3}, curve.positions());
    assertArrayEquals(new double[] {2, NAN, 6, NAN}, curve.values());
    assertEquals(2, curve.undrawn());
    assertEquals(0, curve(new double[0], 10, 1).positions().length);
  }

  @Test
  void aColumnKeepsItsFirstSmallestLargestAndLast() {
    Curve curve = curve(new double[] {3, 9, NAN, 1, 4, 5, /**/ NAN, NAN, NAN, NAN, 7, NAN}, 2, 5);
    assertArrayEquals(new double[] {0, 1, 3, 5, 10}, curve.positions());
    assertArrayEquals(new double[] {3, 9, 1, 5, 7}, curve.values());
    assertEquals(6, curve.undrawn());
  }

  @Test
  void aColumnOfNothingButNaNIsAGap() {
    Curve curve = curve(new double[] {1, 2, NAN, NAN, 3, 4}, 3, 6);
    assertArrayEquals(new double[] {0, 1, 3, 4, 5}, curve.positions());
    assertArrayEquals(new double[] {1, 2, NAN, 3, 4}, curve.values());
  }

  /** Against an obvious search in each column; the lengths are not multiples of the columns. */
  @ParameterizedTest
  @CsvSource({"1, 10", "10, 10", "11, 10", "19, 10", "1000, 7", "100003, 1000"})
  void everyColumnHasTheExtremesOfItsElements(int length, int columns) {
    Random random = new Random(20261125 + length);
    double[] line = random.doubles(length, -1, 1).map(x -> x > 0.9 ? NAN : x).toArray();
    Curve curve = curve(line, columns, 64);
    int used = Math.min(length, columns);
    assertTrue(curve.positions().length <= 4 * used);
    for (int column = 0; column < used; column++) {
      int from = (int) ((long) length * column / used);
      int to = (int) ((long) length * (column + 1) / used);
      String where = "column " + column + " of " + length + " elements";
      double[] finite = Arrays.stream(line, from, to).filter(Double::isFinite).toArray();
      double[] drawn = drawn(curve, from, to);
      if (finite.length == 0) {
        assertEquals(0, drawn.length, where);
      } else {
        assertEquals(Arrays.stream(finite).min(), Arrays.stream(drawn).min(), where);
        assertEquals(Arrays.stream(finite).max(), Arrays.stream(drawn).max(), where);
        assertEquals(finite[0], drawn[0], where);
        assertEquals(finite[finite.length - 1], drawn[drawn.length - 1], where);
      }
    }
    assertEquals(Arrays.stream(line).filter(Double::isNaN).count(), curve.undrawn());
  }

  /** The numbers drawn between two positions, each of which must be the element at its place. */
  private static double[] drawn(Curve curve, int from, int to) {
    double[] positions = curve.positions();
    return java.util.stream.IntStream.range(0, positions.length)
        .filter(i -> positions[i] >= from && positions[i] < to)
        .mapToDouble(i -> curve.values()[i])
        .filter(Double::isFinite)
        .toArray();
  }

  @Test
  void theLengthIsAPromise() {
    Downsample points = new Downsample(2, 10);
    points.add(new double[] {1}, 1);
    assertThrows(IllegalStateException.class, () -> points.curve("line"));
  }
}
