package org.cumulus.format;

import java.util.Arrays;

/**
 * The text of floating-point numbers that stand in one array.
 *
 * <p>Two passes, as in NumPy. The first prints every number as short as it can be and measures: the
 * longest whole part, the longest fraction, the longest exponent. The second, {@link #of(double)},
 * prints each number to these measures: positional numbers get blanks, scientific ones digits,
 * which are those of the exact value once the shortest decimal has no more.
 */
final class FloatText {
  private final FloatWidth width;
  private final PrintOptions options;
  private final char sign;
  private final boolean scientific;
  private DigitLimits limits;
  private int wholeLength;
  private int fractionLength;
  private int exponentLength = 2;

  private FloatText(
      FloatWidth width, PrintOptions options, char sign, boolean scientific, DigitLimits limits) {
    this.width = width;
    this.options = options;
    this.sign = sign;
    this.scientific = scientific;
    this.limits = limits;
  }

  /**
   * Makes the formatter for an array.
   *
   * @param values the elements that will be printed
   * @param sign the sign option; of an imaginary part always {@code '+'}
   */
  static FloatText of(double[] values, FloatWidth width, PrintOptions options, char sign) {
    double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
    FloatText text =
        new FloatText(
            width,
            options,
            sign,
            isScientific(finite, width, options),
            options.mode().limits(options.precision()));
    text.measure(finite);
    if (finite.length < values.length) {
      text.makeRoomForNonFinite(values);
    }
    return text;
  }

  private static boolean isScientific(double[] finite, FloatWidth width, PrintOptions options) {
    double smallest = Double.POSITIVE_INFINITY;
    double largest = 0;
    for (double value : finite) {
      if (value != 0) {
        smallest = Math.min(smallest, Math.abs(value));
        largest = Math.max(largest, Math.abs(value));
      }
    }
    return largest > 0 && width.arrayIsScientific(smallest, largest, options.suppress());
  }

  private void measure(double[] finite) {
    boolean anyMinus = false;
    for (double value : finite) {
      anyMinus |= signOf(value).equals("-");
      Digits digits = digits(value);
      int signLength = signOf(value).length();
      wholeLength = Math.max(wholeLength, signLength + whole(digits).length());
      fractionLength = Math.max(fractionLength, fraction(digits).length());
      exponentLength =
          Math.max(exponentLength, Integer.toString(Math.abs(exponent(digits))).length());
    }
    FloatMode mode = options.mode();
    if (mode == FloatMode.FIXED && finite.length > 0) {
      fractionLength = options.precision();
    }
    if (scientific || mode.fillsWithZeros()) {
      limits = new DigitLimits(limits.shortest(), fractionLength, fractionLength);
    }
    if (sign == ' ' && !anyMinus) {
      wholeLength++;
    }
  }

  private void makeRoomForNonFinite(double[] values) {
    boolean signed =
        sign != '-' || Arrays.stream(values).anyMatch(v -> v == Double.NEGATIVE_INFINITY);
    int infinity = PythonText.length(options.infStr()) + (signed ? 1 : 0);
    int longest = Math.max(PythonText.length(options.nanStr()), infinity);
    wholeLength = Math.max(wholeLength, longest - lengthAfterWhole());
  }

  /** The length of an element from its decimal point on. */
  private int lengthAfterWhole() {
    return 1 + fractionLength + (scientific ? 2 + exponentLength : 0);
  }

  /** The text of an element. */
  String of(double value) {
    if (Double.isFinite(value)) {
      return scientific ? scientificText(value) : positionalText(value);
    }
    String name = Double.isNaN(value) ? options.nanStr() : options.infStr();
    String text = (Double.isNaN(value) ? signOf(0) : signOf(value)) + name;
    return " ".repeat(Math.max(0, wholeLength + lengthAfterWhole() - PythonText.length(text)))
        + text;
  }

  private String positionalText(double value) {
    Digits digits = digits(value);
    String fraction = fraction(digits);
    String fill = options.mode().fillsWithZeros() ? "0" : " ";
    return wholeText(value, digits)
        + fraction
        + fill.repeat(Math.max(0, fractionLength - fraction.length()));
  }

  private String scientificText(double value) {
    Digits digits = digits(value);
    String fraction = fraction(digits);
    int exponent = exponent(digits);
    String power = Integer.toString(Math.abs(exponent));
    return wholeText(value, digits)
        + fraction
        + "0".repeat(Math.max(0, fractionLength - fraction.length()))
        + (exponent < 0 ? "e-" : "e+")
        + "0".repeat(Math.max(0, exponentLength - power.length()))
        + power;
  }

  private String wholeText(double value, Digits digits) {
    String text = signOf(value) + whole(digits);
    return " ".repeat(Math.max(0, wholeLength - text.length())) + text + ".";
  }

  private String signOf(double value) {
    boolean minus = Double.doubleToRawLongBits(value) < 0;
    return minus ? "-" : sign == '+' ? "+" : "";
  }

  private Digits digits(double value) {
    double magnitude = Math.abs(value);
    return scientific
        ? DecimalDigits.scientific(magnitude, width, limits)
        : DecimalDigits.positional(magnitude, width, limits);
  }

  private String whole(Digits digits) {
    return scientific ? digits.digits().substring(0, 1) : digits.whole();
  }

  private String fraction(Digits digits) {
    return scientific ? digits.digits().substring(1) : digits.fraction();
  }

  private int exponent(Digits digits) {
    return digits.lead();
  }
}
