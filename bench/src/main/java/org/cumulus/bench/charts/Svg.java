package org.cumulus.bench.charts;

import java.util.Locale;

/**
 * A picture in the making. Attributes stand for styles, as many viewers know no more; and it is
 * narrow, so that its letters can be read on a phone.
 */
final class Svg {
  static final int WIDTH = 420;

  /** How much larger it is shown where there is room. */
  private static final double ZOOM = 1.4;

  private final StringBuilder body = new StringBuilder();
  private final int height;
  private final Theme theme;

  Svg(int height, Theme theme) {
    this.height = height;
    this.theme = theme;
  }

  void rectangle(double x, double y, double width, double height, String colour) {
    add(
        String.format(
            Locale.ROOT,
            "<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' fill='%s'/>",
            x,
            y,
            width,
            height,
            colour));
  }

  void dot(double x, double y, double radius, String colour) {
    add(
        String.format(
            Locale.ROOT, "<circle cx='%.1f' cy='%.1f' r='%.1f' fill='%s'/>", x, y, radius, colour));
  }

  void line(double x1, double y1, double x2, double y2, double width, String colour) {
    add(
        String.format(
            Locale.ROOT,
            "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke-width='%.1f' stroke='%s'/>",
            x1,
            y1,
            x2,
            y2,
            width,
            colour));
  }

  /** A line through points, given as {@code x,y x,y …}. */
  void path(String points, double width, String colour, boolean isDashed) {
    add(
        String.format(
            Locale.ROOT,
            "<polyline points='%s' fill='none' stroke-width='%.1f' stroke='%s'"
                + " stroke-linejoin='round'%s/>",
            points,
            width,
            colour,
            isDashed ? " stroke-dasharray='4 3'" : ""));
  }

  /** Text that begins at a point of its baseline. */
  void text(double x, double y, int size, String colour, String text) {
    text(x, y, size, colour, text, "start", false);
  }

  void bold(double x, double y, int size, String colour, String text) {
    text(x, y, size, colour, text, "start", true);
  }

  /** Text around a point of its baseline, or up to it. */
  void text(
      double x, double y, int size, String colour, String text, String anchor, boolean isBold) {
    add(
        String.format(
            Locale.ROOT,
            "<text x='%.1f' y='%.1f' font-size='%d' fill='%s' text-anchor='%s'%s>%s</text>",
            x,
            y,
            size,
            colour,
            anchor,
            isBold ? " font-weight='600'" : "",
            escaped(text)));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private void add(String element) {
    body.append(element).append('\n');
  }

  /** The whole file. */
  String file(String description) {
    return String.format(
        Locale.ROOT,
        """
        <svg xmlns='http://www.w3.org/2000/svg' width='%.0f' height='%.0f' viewBox='0 0 %d %d' \
        font-family='-apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif' role='img'>
        <title>%s</title>
        <rect width='100%%' height='100%%' fill='%s'/>
        %s</svg>
        """,
        WIDTH * ZOOM,
        height * ZOOM,
        WIDTH,
        height,
        escaped(description),
        theme.background,
        body);
  }
}
