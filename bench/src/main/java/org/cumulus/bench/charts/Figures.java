package org.cumulus.bench.charts;

import java.util.Locale;

/** Figures as text. */
public final class Figures {
  private Figures() {}

  /** Three digits, and nothing for a number that is not there. */
  public static String number(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    String format = value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, format, value);
  }
}
