package org.cumulus.internal.digits;

/** A single float, and a pair of them, as Python prints them: all digits that they need. */
public final class PythonFloat {
  private PythonFloat() {}

  /** A float: always with a point or an exponent. */
  public static String real(double value, FloatWidth width) {
    String text = part(value, width);
    boolean isWhole = Double.isFinite(value) && text.indexOf('.') < 0 && text.indexOf('e') < 0;
    return isWhole ? text + ".0" : text;
  }

  /** A complex number: in parentheses, unless the real part is +0. */
  public static String complex(double re, double im, FloatWidth width) {
    String imaginary = part(im, width) + "j";
    if (Double.doubleToRawLongBits(re) == 0) {
      return imaginary;
    }
    return "(" + part(re, width) + (imaginary.startsWith("-") ? "" : "+") + imaginary + ")";
  }

  private static String part(double value, FloatWidth width) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    String sign = Double.doubleToRawLongBits(value) < 0 ? "-" : "";
    double magnitude = Math.abs(value);
    if (Double.isInfinite(value)) {
      return sign + "inf";
    }
    if (!width.scalarIsScientific(magnitude)) {
      Digits digits = DecimalDigits.positional(magnitude, width, DigitLimits.UNIQUE);
      return sign + digits.whole() + afterPoint(digits.fraction());
    }
    Digits digits = DecimalDigits.scientific(magnitude, width, DigitLimits.UNIQUE);
    return sign
        + digits.digits().charAt(0)
        + afterPoint(digits.digits().substring(1))
        + "e%+03d".formatted(digits.lead());
  }

  private static String afterPoint(String fraction) {
    return fraction.isEmpty() ? "" : "." + fraction;
  }
}
