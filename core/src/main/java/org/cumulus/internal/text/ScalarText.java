package org.cumulus.internal.text;

import java.util.Map;
import java.util.Objects;
import org.cumulus.Complex;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.internal.digits.PythonFloat;
import org.jspecify.annotations.Nullable;

/** NumPy's {@code str} of a single value, which no print option changes. */
public final class ScalarText {
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

  /** The text of an element of an array of a dtype. */
  public static String of(@Nullable Object value, DType dtype) {
    return dtype.kind() == Kind.OBJECT
        ? ObjectText.str(value)
        : ofPrimitive(Objects.requireNonNull(value, "value"), dtype);
  }

  private static String ofPrimitive(Object value, DType dtype) {
    return switch (dtype.kind()) {
      case BOOL -> value.equals(true) ? "True" : "False";
      case FLOAT16, FLOAT32, FLOAT64 ->
          PythonFloat.real(((Number) value).doubleValue(), FloatWidths.of(dtype));
      case COMPLEX64, COMPLEX128 -> {
        Complex number = (Complex) value;
        yield PythonFloat.complex(number.re(), number.im(), FloatWidths.of(dtype));
      }
      case TIMEDELTA64 -> timedelta((Long) value, dtype.unit());
      default -> value.toString();
    };
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
