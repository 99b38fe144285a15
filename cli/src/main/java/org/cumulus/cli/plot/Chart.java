package org.cumulus.cli.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A picture of two panels with one horizontal axis: the running totals, and below them the
 * elements. Each has a scale of its own, as a total soon dwarfs what it is made of.
 */
final class Chart implements Painting {
  static final int WIDTH = 1200;
  static final int HEIGHT = 900;

  /** About as many columns of pixels as the axes leave for the curves. */
  static final int COLUMNS = 1000;

  /** Lines of so few points show each of them. */
  private static final int MARKED = 60;

  private static final int MOST_TICKS = 12;
  private static final int TOTALS_HEIGHT = 540;

  /** Told apart by people who see colours otherwise, too (Okabe and Ito). */
  private static final Color[] COLOURS = {
    new Color(0x0072B2),
    new Color(0xD55E00),
    new Color(0x009E73),
    new Color(0xCC79A7),
    new Color(0xE69F00),
    new Color(0x56B4E9)
  };

  private static final Color TEXT = new Color(0x333333);
  private static final Color GRID = new Color(0xE4E4E4);

  private final XYChart totals;
  private final XYChart elements;

  Chart(Plot plot, List<Curve> totals, List<Curve> elements) {
    this.totals = panel(TOTALS_HEIGHT, totals, plot.operation());
    this.totals.setTitle(plot.title());
    this.elements = panel(HEIGHT - TOTALS_HEIGHT, elements, "elements");
    this.elements.setXAxisTitle(plot.explanation(totals, elements));
    if (totals.size() > 1) {
      // A line has the same colour in both panels, so one legend is enough.
      this.elements.getStyler().setLegendVisible(false);
    } else {
      this.elements.getStyler().setSeriesColors(new Color[] {COLOURS[1]});
    }
  }

  private static XYChart panel(int height, List<Curve> curves, String ordinate) {
    XYChart chart = new XYChart(WIDTH, height);
    chart.setYAxisTitle(ordinate);
    style(chart.getStyler());
    for (Curve curve : curves) {
      if (curve.positions().length > 0) {
        draw(chart, curve);
      }
    }
    return chart;
  }

  private static void draw(XYChart chart, Curve curve) {
    int size = curve.positions().length;
    double[] positions = curve.positions();
    double[] values = curve.values();
    if (size > MOST_TICKS) {
      // XChart puts its ticks at the points, at every thirteenth if need be, where these are evenly
      // apart. A gap that they end with makes them uneven, and the ticks multiples of a round step.
      positions = Arrays.copyOf(positions, size + 1);
      positions[size] = positions[size - 1] + 0.5;
      values = Arrays.copyOf(values, size + 1);
      values[size] = Double.NaN;
    }
    XYSeries series = chart.addSeries(curve.name(), positions, values);
    boolean marked = size <= MARKED;
    series.setMarker(marked ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
    // With round ends, a number between two gaps is a dot.
    series.setLineStyle(new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
  }

  static void style(XYStyler styler) {
    Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
    styler.setSeriesColors(COLOURS);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setChartFontColor(TEXT);
    styler.setChartPadding(16);
    styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 18));
    styler.setChartTitleBoxVisible(false);
    styler.setChartTitlePadding(14);
    styler.setAxisTitleFont(font);
    styler.setAxisTickLabelsFont(font.deriveFont(13f));
    styler.setAxisTickLabelsColor(TEXT);
    styler.setLegendFont(font);
    styler.setLegendPosition(LegendPosition.OutsideS);
    styler.setLegendLayout(LegendLayout.Horizontal);
    styler.setLegendBorderColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setPlotMargin(0);
    styler.setPlotContentSize(0.96);
    styler.setPlotGridLinesColor(GRID);
    styler.setPlotGridLinesStroke(new BasicStroke(1));
    styler.setMarkerSize(5);
    styler.setYAxisLeftWidthHint(110);
    styler.setYAxisLabelAlignment(TextAlignment.Right);
    styler.setXAxisTickMarkSpacingHint(110);
    styler.setXAxisMaxLabelCount(MOST_TICKS);
    styler.setXAxisTickLabelsFormattingFunction(TickText::of);
    styler.setYAxisTickLabelsFormattingFunction(TickText::of);
  }

  @Override
  public void paint(Graphics2D canvas) {
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, WIDTH, HEIGHT);
    totals.paint(canvas, WIDTH, TOTALS_HEIGHT);
    canvas.translate(0, TOTALS_HEIGHT);
    elements.paint(canvas, WIDTH, HEIGHT - TOTALS_HEIGHT);
  }
}
