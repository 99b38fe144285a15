package org.cumulus.bench.charts;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * For each cell two bars, Cumulus and its best peer, and a mark where the copy is. Bars that are
 * much longer than the others are cut; their figures say how long they are.
 */
public final class BarChart {
  private static final int TOP = 86;
  private static final int ROW = 38;
  private static final int BAR = 13;
  private static final int LEFT = 148;
  private static final int LONGEST = 172;

  /** In letters, which are some six wide. */
  private static final int LONGEST_DETAIL = 20;

  /** Bars are cut that are so many times as long as three quarters of them. */
  private static final double CUT = 2;

  private final String title;
  private final List<Bars> cells;
  private final double most;

  /** A chart of cells from top to bottom. */
  public BarChart(String title, List<Bars> cells) {
    this.title = title;
    this.cells = cells;
    double[] lengths =
        cells.stream()
            .flatMapToDouble(cell -> DoubleStream.of(cell.ours(), cell.theirs()))
            .sorted()
            .toArray();
    most = Math.min(lengths[lengths.length - 1], CUT * lengths[lengths.length * 3 / 4]);
  }

  /** The picture as a file of SVG. */
  public String svg(Theme theme) {
    Svg svg = new Svg(TOP + ROW * cells.size() + 4, theme);
    svg.bold(12, 24, 15, theme.text, title);
    legend(svg, theme);
    double y = TOP;
    for (Bars cell : cells) {
      row(svg, theme, cell, y);
      y += ROW;
    }
    return svg.file(title + ": nanoseconds an element, Cumulus and its best peer");
  }

  private static void legend(Svg svg, Theme theme) {
    svg.text(12, 43, 12, theme.muted, "ns an element; × how many times as long the peer takes");
    svg.rectangle(12, 56, 10, 10, theme.ours);
    svg.text(26, 65, 12, theme.text, "Cumulus");
    svg.rectangle(92, 56, 10, 10, theme.peer);
    svg.text(106, 65, 12, theme.text, "best peer");
    svg.rectangle(178, 54, 2.5, 14, theme.copy);
    svg.text(186, 65, 12, theme.text, "copying the bytes of the result");
  }

  private void row(Svg svg, Theme theme, Bars cell, double y) {
    svg.bold(12, y + 11, 12, theme.text, cell.name());
    String detail = cell.detail();
    // What is too long for the room before the bars begins behind the name.
    int end = detail.length() > LONGEST_DETAIL ? detail.lastIndexOf(", ") : -1;
    if (end >= 0) {
      svg.text(16 + 7.8 * cell.name().length(), y + 11, 11, theme.muted, detail.substring(end + 2));
    }
    svg.text(12, y + BAR + 13, 11, theme.muted, end < 0 ? detail : detail.substring(0, end));
    double ours = bar(svg, theme, cell.ours(), y, theme.ours);
    svg.bold(LEFT + ours + 6, y + 11, 12, theme.text, Figures.number(cell.ours()));
    svg.text(LEFT + ours + 40, y + 11, 12, theme.muted, Figures.number(cell.ratio()) + " ×");
    double theirs = bar(svg, theme, cell.theirs(), y + BAR + 1, theme.peer);
    svg.text(
        LEFT + theirs + 6,
        y + BAR + 12,
        12,
        theme.text,
        Figures.number(cell.theirs()) + " " + cell.peer());
    if (cell.copy() <= most) {
      svg.rectangle(
          LEFT + cell.copy() / most * LONGEST - 1.25, y - 2, 2.5, 2 * BAR + 5, theme.copy);
    }
  }

  /** Draws a bar; returns how long it is. */
  private double bar(Svg svg, Theme theme, double value, double y, String colour) {
    double length = Math.max(1, Math.min(value / most, 1) * LONGEST);
    svg.rectangle(LEFT, y, length, BAR, colour);
    if (value > most) {
      for (double cut : new double[] {20, 14}) {
        double x = LEFT + length - cut;
        svg.line(x - 3, y + BAR + 1, x + 3, y - 1, 2.5, theme.background);
      }
    }
    return length;
  }
}
