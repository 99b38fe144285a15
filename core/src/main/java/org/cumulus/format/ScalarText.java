package org.cumulus.format;

import java.util.Map;
import java.util.Objects;
import org.cumulus.Complex;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.jspecify.annotations.Nullable;

/** NumPy's {@code str} of a single value, which no print option changes. */
final class ScalarText {
  private static final Map<String, String> UNIT_NAMES =
      Map.ofEntries(
          Map.entry("", "generic time units"),
          Map.entry("Y", "years"),
          Map.entry("M", "months"),
          Map.entry("W", "weeks"),
          Map.entry("D", "days"),
          Map.entry("h", "hours"),
          Map.entry("m", "minutes"),
          Map.entry("s", "seconds"),
          Map.entry("ms", "milliseconds"),
          Map.entry("us", "microseconds"),
          Map.entry("ns", "nanoseconds"),
          Map.entry("ps", "picoseconds"),
          Map.entry("fs", "femtoseconds"),
          Map.entry("as", "attoseconds"));

  private ScalarText() {}

  static String of(@Nullable Object value, DType dtype) {
    return dtype.kind() == Kind.OBJECT
        ? ObjectText.str(value)
        : ofPrimitive(Objects.requireNonNull(value, "value"), dtype);
  }

  private static String ofPrimitive(Object value, DType dtype) {
    return switch (dtype.kind()) {
      case BOOL -> value.equals(true) ? "True" : "False";
      case FLOAT16, FLOAT32, FLOAT64 -> real(((Number) value).doubleValue(), FloatWidth.of(dtype));
      case COMPLEX64, COMPLEX128 -> complex((Complex) value, FloatWidth.of(dtype));
      case TIMEDELTA64 -> timedelta((Long) value, dtype.unit());
      default -> value.toString();
    };
  }

  /** A float: always with a point or an exponent. */
  static String real(double value, FloatWidth width) {
    String text = part(value, width);
    boolean isWhole = Double.isFinite(value) && text.indexOf('.') < 0 && text.indexOf('e') < 0;
    return isWhole ? text + ".0" : text;
  }

  /** A complex number: in parentheses, unless the real part is +0. */
  static String complex(Complex value, FloatWidth width) {
    String imaginary = part(value.im(), width) + "j";
    if (Double.doubleToRawLongBits(value.re()) == 0) {
      return imaginary;
    }
    return "(" + part(value.re(), width) + (imaginary.startsWith("-") ? "" : "+") + imaginary + ")";
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

  private static String timedelta(long ticks, String unit) {
    if (ticks == Long.MIN_VALUE) {
      return "NaT";
    }
    int digits = 0;
    while (digits < unit.length() && Character.isDigit(unit.charAt(digits))) {
      digits++;
    }
    long multiple = digits == 0 ? 1 : Long.parseLong(unit.substring(0, digits));
    return ticks * multiple + " " + UNIT_NAMES.get(unit.substring(digits));
  }
}
