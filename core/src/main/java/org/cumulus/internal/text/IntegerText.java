package org.cumulus.internal.text;

import java.util.function.LongFunction;
import org.cumulus.DType.Kind;
import org.cumulus.PrintOptions;
import org.cumulus.internal.casts.Elements;
import org.cumulus.internal.memory.View;

/** The text of integers and time differences: right-aligned, as wide as the longest. */
final class IntegerText {
  /** The ticks that stand for "not a time". */
  private static final long NAT = Long.MIN_VALUE;

  private static final String QUOTED_NAT = "'NaT'";

  private IntegerText() {}

  /** The formatter for integers of any kind. */
  static ElementText integers(View array, PrintOptions options) {
    LongFunction<String> digits =
        array.dtype().kind() == Kind.UINT64 ? Long::toUnsignedString : Long::toString;
    VisibleElements visible = VisibleElements.of(array, options);
    boolean anyMinus =
        visible.anyMatch(
            index -> digits.apply(Elements.bits(array, array.position(index))).startsWith("-"));
    String plus =
        switch (options.sign()) {
          case '+' -> "+";
          case ' ' -> anyMinus ? "" : " ";
          default -> "";
        };
    return aligned(
        visible,
        index -> {
          String text = digits.apply(Elements.bits(array, array.position(index)));
          return text.startsWith("-") ? text : plus + text;
        });
  }

  /** The formatter for {@code timedelta64}: plain ticks, and {@code 'NaT'} in quotes. */
  static ElementText timedeltas(View array, PrintOptions options) {
    return aligned(
        VisibleElements.of(array, options),
        index -> {
          long ticks = Elements.bits(array, array.position(index));
          return ticks == NAT ? QUOTED_NAT : Long.toString(ticks);
        });
  }

  private static ElementText aligned(VisibleElements visible, ElementText text) {
    int[] width = {0};
    visible.forEach(index -> width[0] = Math.max(width[0], text.at(index).length()));
    return index -> {
      String number = text.at(index);
      return " ".repeat(Math.max(0, width[0] - number.length())) + number;
    };
  }
}
