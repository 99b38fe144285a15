package org.cumulus.internal.requests;

import java.math.BigDecimal;
import org.cumulus.DType;
import org.cumulus.OverflowException;
import org.cumulus.internal.casts.Elements;
import org.cumulus.internal.checks.FirstOverflow.Found;
import org.cumulus.internal.memory.View;
import org.cumulus.internal.text.ScalarText;
import org.jspecify.annotations.Nullable;

/** What is said of overflow. */
final class Refusals {
  private Refusals() {}

  static OverflowException refusal(Fold operator, Found found) {
    String problem =
        switch (found.what()) {
          case COMBINED -> "%s overflows %s".formatted(operator, found.type());
          case ELEMENT -> "%s: %s cannot hold the element".formatted(operator, found.type());
          case RESULT -> "%s: %s cannot hold the result".formatted(operator, found.type());
        };
    return new OverflowException(problem, found.index(), text(found.value()));
  }

  /** An initial value that does not fit. */
  static ArithmeticException refusal(Fold operator, View initial, DType type) {
    Object value = Elements.get(initial, initial.offset());
    return new ArithmeticException(
        "%s: %s cannot hold the initial value %s".formatted(operator, type, text(value)));
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case Float number -> ScalarText.of(number, DType.FLOAT32);
      case Double number -> ScalarText.of(number, DType.FLOAT64);
      case BigDecimal exact -> exact.toString().replace('E', 'e');
      case null, default -> String.valueOf(value);
    };
  }
}
