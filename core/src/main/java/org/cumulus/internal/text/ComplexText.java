package org.cumulus.internal.text;

import java.util.Objects;
import org.cumulus.Complex;
import org.cumulus.PrintOptions;
import org.cumulus.internal.casts.Elements;
import org.cumulus.internal.digits.FloatWidth;
import org.cumulus.internal.memory.View;

/**
 * The text of complex numbers. The two parts are formatted like two arrays that know nothing of
 * each other: one may be in scientific notation and the other not.
 */
final class ComplexText {
  private ComplexText() {}

  static ElementText of(View array, PrintOptions options) {
    VisibleElements visible = VisibleElements.of(array, options);
    FloatWidth width = FloatWidths.of(array.dtype());
    FloatText real =
        FloatText.of(
            visible.doubles(index -> element(array, index).re()), width, options, options.sign());
    FloatText imaginary =
        FloatText.of(visible.doubles(index -> element(array, index).im()), width, options, '+');
    return index -> {
      Complex value = element(array, index);
      return real.of(value.re()) + withUnit(imaginary.of(value.im()));
    };
  }

  private static Complex element(View array, long... index) {
    return (Complex) Objects.requireNonNull(Elements.get(array, array.position(index)));
  }

  /** Puts the j right behind the number, before the blanks that fill its column. */
  private static String withUnit(String imaginary) {
    String number = TextLines.stripTrailing(imaginary);
    return number + "j" + imaginary.substring(number.length());
  }
}
