package org.cumulus.internal.requests;

import java.math.BigDecimal;
import org.cumulus.Complex;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.OverflowPolicy;
import org.cumulus.internal.casts.Elements;
import org.cumulus.internal.engine.Copy;
import org.cumulus.internal.memory.View;
import org.cumulus.internal.types.Overflow;
import org.jspecify.annotations.Nullable;

/**
 * What lines start from, as a value of the operation's dtype. Elements are cast by NumPy's unsafe
 * rules; but what a caller has written down as one value is not to become another.
 */
final class InitialValue {
  private InitialValue() {}

  /**
   * Casts an array without dimensions.
   *
   * @throws ArithmeticException if the dtype cannot hold its value but for digits of a float, and
   *     neither is it to saturate
   */
  static View in(DType type, View given, Fold operator, OverflowPolicy policy) {
    if (isCut(Elements.get(given, given.offset()), type.kind())) {
      throw Refusals.refusal(operator, given, type);
    }
    boolean saturates = policy == OverflowPolicy.SATURATE;
    try {
      return Copy.cast(given, type, saturates ? policy : OverflowPolicy.CHECKED);
    } catch (Overflow overflow) {
      throw (ArithmeticException) Refusals.refusal(operator, given, type).initCause(overflow);
    }
  }

  /** Whether a cast drops a fraction or an imaginary part; what is true is another matter. */
  static boolean isCut(@Nullable Object value, Kind to) {
    boolean isReal = to.isFloat() || isWhole(to);
    return switch (value) {
      case Complex(double re, double im) -> isReal && (im != 0 || isCut(re, to));
      case Float number -> isCut((double) number, to);
      case Double number -> isWhole(to) && Double.isFinite(number) && number != Math.rint(number);
      case BigDecimal number -> isWhole(to) && number.stripTrailingZeros().scale() > 0;
      case null, default -> false;
    };
  }

  private static boolean isWhole(Kind kind) {
    return kind.isInteger() || kind == Kind.TIMEDELTA64;
  }
}
