package org.cumulus.cli.text;

import java.util.Locale;

/**
 * Decimal numbers, infinities and NaNs as {@code np.loadtxt} reads them. Java's own parser takes
 * more ({@code 1d}, {@code 0x1p3}), and less ({@code inf}).
 */
public final class DecimalNumber {
  /** Powers of ten that a double holds exactly. */
  private static final double[] EXACT_POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private DecimalNumber() {}

  /**
   * The double nearest to a number.
   *
   * @throws NumberFormatException if the text is none
   */
  public static double parse(String text) {
    int end = text.length();
    int start = end > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
    long significand = 0;
    int digits = 0;
    int fraction = 0;
    boolean point = false;
    int i = start;
    for (; i < end; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
        fraction += point ? 1 : 0;
        significand = digits <= 18 ? significand * 10 + (c - '0') : significand;
      } else if (c == '.' && !point) {
        point = true;
      } else {
        break;
      }
    }
    if (digits == 0) {
      return word(text, start);
    }
    if (i < end) {
      checkExponent(text, i);
      return Double.parseDouble(text);
    }
    // One correctly rounded division of two exact doubles rounds as the whole number would.
    if (digits <= 18 && significand < 1L << 53 && fraction < EXACT_POWERS.length) {
      double magnitude = significand / EXACT_POWERS[fraction];
      return text.charAt(0) == '-' ? -magnitude : magnitude;
    }
    return Double.parseDouble(text);
  }

  /** Whether a text is a number. */
  static boolean isNumber(String text) {
    try {
      double _ = parse(text);
      return true;
    } catch (NumberFormatException notOne) {
      return false;
    }
  }

  private static void checkExponent(String text, int from) {
    boolean good = (text.charAt(from) | 0x20) == 'e';
    int i = from + 1;
    if (i < text.length() && (text.charAt(i) == '-' || text.charAt(i) == '+')) {
      i++;
    }
    good &= i < text.length();
    for (; i < text.length(); i++) {
      good &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    if (!good) {
      throw new NumberFormatException(text);
    }
  }

  private static double word(String text, int start) {
    double magnitude =
        switch (text.length() > 9 ? "" : text.substring(start).toLowerCase(Locale.ROOT)) {
          case "inf", "infinity" -> Double.POSITIVE_INFINITY;
          case "nan" -> Double.NaN;
          default -> throw new NumberFormatException(text);
        };
    return text.startsWith("-") ? -magnitude : magnitude;
  }
}
