package org.cumulus.bench.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Nanoseconds an element for longer and longer lines; both axes are logarithmic. */
public final class GrowthChart {
  private static final int HEIGHT = 380;
  private static final int TOP = 62;
  private static final int BOTTOM = 338;
  private static final int LEFT = 44;
  private static final int RIGHT = 334;

  /** How far apart the names of the lines are at least. */
  private static final double NAME = 15;

  private static final String[] COLOURS = {
    "#e69f00", "#009e73", "#cc79a7", "#d55e00", "#b3a500", "#8f7ee0", "#c0594f"
  };

  private final String title;
  private final List<Growth> lines;
  private final double lowest;
  private final double highest;
  private final double longest;

  /** A chart of lines; the first is Cumulus, the last the copy. */
  public GrowthChart(String title, List<Growth> lines) {
    this.title = title;
    this.lines = lines;
    double[] nanos =
        lines.stream().flatMapToDouble(line -> line.nanos().stream().mapToDouble(x -> x)).toArray();
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (double each : nanos) {
      least = Math.min(least, each);
      most = Math.max(most, each);
    }
    lowest = Math.log10(least) - 0.1;
    highest = Math.log10(most) + 0.1;
    longest = Math.log10(lines.getFirst().sizes().getLast());
  }

  /** The picture as a file of SVG. */
  public String svg(Theme theme) {
    Svg svg = new Svg(HEIGHT, theme);
    svg.bold(12, 24, 15, theme.text, title);
    svg.text(12, 44, 12, theme.muted, "ns an element; both axes are logarithmic");
    axes(svg, theme);
    List<Name> names = new ArrayList<>();
    for (int index = lines.size() - 1; index >= 0; index--) {
      names.add(draw(svg, theme, index));
    }
    for (Name name : apart(names)) {
      svg.line(RIGHT + 3, name.from, RIGHT + 12, name.y, 1, name.colour);
      svg.dot(RIGHT + 16, name.y, 3.5, name.colour);
      boolean isOurs = name.text.equals(lines.getFirst().title());
      svg.text(RIGHT + 23, name.y + 4, 12, theme.text, name.text, "start", isOurs);
    }
    return svg.file(title + ": nanoseconds an element");
  }

  private void axes(Svg svg, Theme theme) {
    for (int power = (int) Math.ceil(lowest); power <= highest; power++) {
      svg.line(LEFT, y(power), RIGHT, y(power), 1, theme.grid);
      String label =
          String.format(Locale.ROOT, "%." + Math.max(0, -power) + "f", Math.pow(10, power));
      svg.text(LEFT - 6, y(power) + 4, 12, theme.muted, label, "end", false);
    }
    for (int power = 1; power <= longest; power++) {
      svg.line(x(power), BOTTOM, x(power), BOTTOM + 4, 1, theme.muted);
      svg.text(x(power), BOTTOM + 18, 12, theme.muted, size(power), "middle", false);
    }
    svg.text((LEFT + RIGHT) / 2.0, BOTTOM + 35, 12, theme.muted, "elements", "middle", false);
  }

  private static String size(int power) {
    String digits = "1" + "0".repeat(power % 3);
    return power < 3 ? digits : digits + (power < 6 ? "k" : "M");
  }

  /** Draws a line; returns its name where the line ends. */
  private Name draw(Svg svg, Theme theme, int index) {
    Growth line = lines.get(index);
    boolean isOurs = index == 0;
    boolean isCopy = index == lines.size() - 1;
    String colour =
        isOurs ? theme.ours : isCopy ? theme.muted : COLOURS[(index - 1) % COLOURS.length];
    StringBuilder points = new StringBuilder();
    double y = 0;
    for (int point = 0; point < line.sizes().size(); point++) {
      double x = x(Math.log10(line.sizes().get(point)));
      y = y(Math.log10(line.nanos().get(point)));
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
      if (!isCopy) {
        svg.dot(x, y, isOurs ? 3 : 2, colour);
      }
    }
    svg.path(points.toString().strip(), isOurs ? 3 : 1.5, colour, isCopy);
    return new Name(line.title(), colour, y, y);
  }

  /** The names from top to bottom, moved apart where they would lie upon each other. */
  private static List<Name> apart(List<Name> names) {
    List<Name> sorted = new ArrayList<>(names);
    sorted.sort(Comparator.comparingDouble(Name::from));
    double room = BOTTOM;
    for (int index = sorted.size() - 1; index >= 0; index--) {
      Name name = sorted.get(index);
      double y = Math.min(name.from, room);
      sorted.set(index, new Name(name.text, name.colour, name.from, y));
      room = y - NAME;
    }
    return sorted;
  }

  private double x(double logarithm) {
    return LEFT + (logarithm - 1) / (longest - 1) * (RIGHT - LEFT);
  }

  private double y(double logarithm) {
    return BOTTOM - (logarithm - lowest) / (highest - lowest) * (BOTTOM - TOP);
  }

  /** Where a line's name stands, and the height at which the line ends. */
  private record Name(String text, String colour, double from, double y) {}
}
