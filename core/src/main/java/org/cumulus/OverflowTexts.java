package org.cumulus;

import java.math.BigDecimal;
import org.cumulus.format.ArrayFormat;
import org.cumulus.internal.FirstOverflow.Found;
import org.cumulus.internal.Strides;
import org.jspecify.annotations.Nullable;

/** What is said of overflow. */
final class OverflowTexts {
  private OverflowTexts() {}

  static ArithmeticException refusal(Operator operator, Found found) {
    String index = Strides.text(found.index());
    String value = text(found.value());
    return new ArithmeticException(
        switch (found.what()) {
          case STEP ->
              "%s overflows %s at index %s: %s".formatted(operator, found.type(), index, value);
          case ELEMENT ->
              "%s: %s cannot hold the element at index %s: %s"
                  .formatted(operator, found.type(), index, value);
          case RESULT ->
              "%s: %s cannot hold the result at index %s: %s"
                  .formatted(operator, found.type(), index, value);
        });
  }

  /** An initial value that does not fit. */
  static ArithmeticException refusal(Operator operator, NDArray initial, DType type) {
    return new ArithmeticException(
        "%s: %s cannot hold the initial value %s".formatted(operator, type, text(initial.get())));
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case Float number -> ArrayFormat.scalar(number, DType.FLOAT32);
      case Double number -> ArrayFormat.scalar(number, DType.FLOAT64);
      case BigDecimal exact -> exact.toString().replace('E', 'e');
      case null, default -> String.valueOf(value);
    };
  }
}
