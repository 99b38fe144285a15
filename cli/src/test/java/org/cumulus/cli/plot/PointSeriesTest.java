package org.cumulus.cli.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PointSeriesTest {
  @Test
  void fewPointsAreAllDrawn() {
    PointSeries series = new PointSeries("few");
    series.add(1, 5);
    series.add(2, Double.NaN);
    series.add(2, 4);
    series.add(3, 6);
    assertArrayEquals(new double[] {5, 4, 6, 6}, series.values());
    assertArrayEquals(new double[] {1, 2, 3, 3}, series.positions());
  }

  @Test
  void ofManyTheExtremesStay() {
    PointSeries series = new PointSeries("many");
    for (int i = 0; i < 1_000_000; i++) {
      series.add(i, i == 345_678 ? 1e6 : i == 765_432 ? -1e6 : Math.sin(i));
    }
    double[] values = series.values();
    double[] positions = series.positions();
    assertTrue(values.length <= 1 << 13, "" + values.length);
    assertEquals(1e6, Arrays.stream(values).max().orElse(0));
    assertEquals(-1e6, Arrays.stream(values).min().orElse(0));
    double[] sorted = positions.clone();
    Arrays.sort(sorted);
    assertArrayEquals(sorted, positions);
  }
}
