package org.cumulus.internal.text;

import java.util.Objects;
import org.cumulus.Complex;
import org.cumulus.internal.digits.FloatWidth;
import org.cumulus.internal.digits.PythonFloat;
import org.jspecify.annotations.Nullable;

/**
 * The text of objects. Those that have a counterpart in Python are printed like it: truth values,
 * numbers, text, null as {@code None}. All others are printed by their own {@code toString}.
 */
final class ObjectText {
  private ObjectText() {}

  /** Python's {@code repr}, as inside an array. */
  static String repr(@Nullable Object value) {
    return value instanceof String text ? TextLines.quoted(text) : str(value);
  }

  /** Python's {@code str}, as of an array without dimensions: text without quotes. */
  static String str(@Nullable Object value) {
    return switch (value) {
      case null -> "None";
      case Boolean truth -> truth ? "True" : "False";
      case Float number -> PythonFloat.real(number, FloatWidth.DOUBLE);
      case Double number -> PythonFloat.real(number, FloatWidth.DOUBLE);
      case Complex(double re, double im) -> PythonFloat.complex(re, im, FloatWidth.DOUBLE);
      default -> Objects.toString(value);
    };
  }
}
