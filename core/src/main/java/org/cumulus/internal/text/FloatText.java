package org.cumulus.internal.text;

import org.cumulus.PrintOptions;
import org.cumulus.internal.digits.DecimalDigits;
import org.cumulus.internal.digits.DigitLimits;
import org.cumulus.internal.digits.Digits;
import org.cumulus.internal.digits.FloatMode;
import org.cumulus.internal.digits.FloatWidth;

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
  private final FloatMode mode;
  private final char sign;
  private final boolean scientific;
  private DigitLimits limits;
  private int wholeLength;
  private int fractionLength;
  private int exponentLength = 2;

  private FloatText(FloatWidth width, PrintOptions options, char sign, boolean scientific) {
    this.width = width;
    this.options = options;
    this.mode = FloatMode.of(options.floatMode());
    this.sign = sign;
    this.scientific = scientific;
    this.limits = mode.limits(options.precision());
  }

  /**
   * Makes the formatter for an array.
   *
   * @param values the elements that will be printed
   * @param sign the sign option; of an imaginary part always {@code '+'}
   */
  static FloatText of(double[] values, FloatWidth width, PrintOptions options, char sign) {
    FloatText text = new FloatText(width, options, sign, isScientific(values, width, options));
    text.measureFinite(values);
    text.makeRoomForNonFinite(values);
    return text;
  }

  private static boolean isScientific(double[] values, FloatWidth width, PrintOptions options) {
    double smallest = Double.POSITIVE_INFINITY;
    double largest = 0;
    for (double value : values) {
      if (value != 0 && Double.isFinite(value)) {
        smallest = Math.min(smallest, Math.abs(value));
        largest = Math.max(largest, Math.abs(value));
      }
    }
    return largest > 0 && width.arrayIsScientific(smallest, largest, options.suppress());
  }

  private void measureFinite(double[] values) {
    boolean any = false;
    boolean anyMinus = false;
    for (double value : values) {
      if (Double.isFinite(value)) {
        any = true;
        anyMinus |= signOf(value).equals("-");
        measure(value);
      }
    }
    if (mode == FloatMode.FIXED && any) {
      fractionLength = options.precision();
    }
    if (scientific || mode.fillsWithZeros()) {
      limits = new DigitLimits(limits.shortest(), fractionLength, fractionLength);
    }
    if (sign == ' ' && !anyMinus) {
      wholeLength++;
    }
  }

  private void measure(double value) {
    Digits digits = digits(value);
    String power = Integer.toString(Math.abs(digits.lead()));
    wholeLength = Math.max(wholeLength, signOf(value).length() + whole(digits).length());
    fractionLength = Math.max(fractionLength, fraction(digits).length());
    exponentLength = Math.max(exponentLength, power.length());
  }

  private void makeRoomForNonFinite(double[] values) {
    boolean any = false;
    boolean signed = sign != '-';
    for (double value : values) {
      any |= !Double.isFinite(value);
      signed |= value == Double.NEGATIVE_INFINITY;
    }
    if (any) {
      int infinity = TextLines.length(options.infStr()) + (signed ? 1 : 0);
      int longest = Math.max(TextLines.length(options.nanStr()), infinity);
      wholeLength = Math.max(wholeLength, longest - lengthAfterWhole());
    }
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
    return " ".repeat(Math.max(0, wholeLength + lengthAfterWhole() - TextLines.length(text)))
        + text;
  }

  private String positionalText(double value) {
    Digits digits = digits(value);
    String fraction = fraction(digits);
    String fill = mode.fillsWithZeros() ? "0" : " ";
    return wholeText(value, digits)
        + fraction
        + fill.repeat(Math.max(0, fractionLength - fraction.length()));
  }

  private String scientificText(double value) {
    Digits digits = digits(value);
    String fraction = fraction(digits);
    int exponent = digits.lead();
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
}
