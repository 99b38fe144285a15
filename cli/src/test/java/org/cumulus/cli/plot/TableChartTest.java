package org.cumulus.cli.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableChartTest {
  private static String pattern(Duration span) {
    PointSeries first = new PointSeries("a");
    first.add(0, 1);
    first.add(Double.NaN, 1);
    PointSeries last = new PointSeries("b");
    last.add((double) span.toMillis(), 1);
    return TableChart.datePattern(List.of(first, last));
  }

  @Test
  void ticksSayAllThatTheirPlacesDo() {
    assertEquals("yyyy-MM-dd", pattern(Duration.ofDays(4 * 365)));
    assertEquals("yyyy-MM-dd", pattern(Duration.ofDays(14)));
    assertEquals("yyyy-MM-dd HH:mm", pattern(Duration.ofDays(13)));
    assertEquals("yyyy-MM-dd HH:mm", pattern(Duration.ofHours(1)));
    assertEquals("HH:mm:ss.SSS", pattern(Duration.ofMinutes(59)));
    assertEquals("HH:mm:ss.SSS", TableChart.datePattern(List.of()));
  }
}
