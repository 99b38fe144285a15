package org.cumulus.cli.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.TimeZone;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A picture of the new column of a table, over numbers or dates. */
final class TableChart implements Painting {
  /** Of fewer days, ticks are hours apart. */
  private static final int LEAST_DAYS = 14;

  private final XYChart chart = new XYChart(Chart.WIDTH, Chart.HEIGHT);

  TableChart(TablePlot plot) {
    Chart.style(chart.getStyler());
    chart.setYAxisTitle(plot.ordinate());
    chart.setXAxisTitle(plot.explanation());
    if (plot.isTime()) {
      chart.getStyler().setXAxisTickLabelsFormattingFunction(null);
      chart.getStyler().setTimezone(TimeZone.getTimeZone("UTC"));
      chart.getStyler().setDatePattern(datePattern(plot.curves()));
    }
    chart.getStyler().setLegendVisible(plot.groups() > 1);
    for (PointSeries curve : plot.curves()) {
      draw(curve, plot.isTime());
    }
  }

  /**
   * Ticks are so many milliseconds apart, and so not at the beginning of years or months: one that
   * named its year alone would seem to stand where it begins.
   */
  static String datePattern(List<PointSeries> curves) {
    DoubleSummaryStatistics times =
        curves.stream()
            .flatMapToDouble(curve -> Arrays.stream(curve.positions()))
            .filter(Double::isFinite)
            .summaryStatistics();
    Duration span =
        Duration.ofMillis(times.getCount() == 0 ? 0 : (long) (times.getMax() - times.getMin()));
    return span.toDays() >= LEAST_DAYS
        ? "yyyy-MM-dd"
        : span.toHours() >= 1 ? "yyyy-MM-dd HH:mm" : "HH:mm:ss.SSS";
  }

  @SuppressWarnings("JavaUtilDate") // XChart takes no other dates
  private void draw(PointSeries curve, boolean isTime) {
    double[] positions = curve.positions();
    if (positions.length == 0) {
      return;
    }
    double[] values = curve.values();
    List<Date> dates = Arrays.stream(positions).mapToObj(x -> new Date((long) x)).toList();
    XYSeries series =
        isTime
            ? chart.addSeries(curve.name(), dates, Arrays.stream(values).boxed().toList())
            : chart.addSeries(curve.name(), positions, values);
    series.setMarker(SeriesMarkers.NONE);
    series.setLineStyle(new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
  }

  @Override
  public void paint(Graphics2D canvas) {
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, Chart.WIDTH, Chart.HEIGHT);
    chart.paint(canvas, Chart.WIDTH, Chart.HEIGHT);
  }
}
