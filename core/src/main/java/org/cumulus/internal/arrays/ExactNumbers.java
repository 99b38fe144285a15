package org.cumulus.internal.arrays;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import org.cumulus.internal.casts.Elements;
import org.cumulus.internal.memory.View;
import org.jspecify.annotations.Nullable;

/**
 * Makes the elements of an object array that arose from {@code BigInteger}, {@code BigDecimal} or
 * {@code Duration} all of one class. A number mixed in is converted exactly, or refused.
 */
final class ExactNumbers {
  private ExactNumbers() {}

  /** Converts a fresh array in C order in place. */
  static void unify(View view) {
    boolean durations = false;
    boolean decimals = false;
    for (long i = 0; i < view.size(); i++) {
      Object element = element(view, i);
      durations |= element instanceof Duration;
      decimals |= element instanceof BigDecimal;
    }
    for (long i = 0; i < view.size(); i++) {
      Object element = element(view, i);
      Class<?> wanted = durations ? Duration.class : decimals ? BigDecimal.class : BigInteger.class;
      Elements.set(view, position(view, i), converted(element, wanted));
    }
  }

  private static Object converted(@Nullable Object element, Class<?> wanted) {
    if (wanted.isInstance(element)) {
      return element;
    }
    BigDecimal exact = wanted == Duration.class ? null : exact(element);
    if (exact == null || (wanted == BigInteger.class && !isInteger(exact))) {
      throw new IllegalArgumentException(
          "an array of "
              + wanted.getSimpleName()
              + " cannot hold "
              + element
              + (wanted == Duration.class ? ": expected durations only" : " exactly"));
    }
    return wanted == BigDecimal.class ? exact : exact.toBigIntegerExact();
  }

  static boolean isInteger(BigDecimal exact) {
    return exact.signum() == 0 || exact.stripTrailingZeros().scale() <= 0;
  }

  /** The value of a real number; null for what has none, such as NaN or a duration. */
  static @Nullable BigDecimal exact(@Nullable Object element) {
    return switch (element) {
      case Byte number -> new BigDecimal(number);
      case Short number -> new BigDecimal(number);
      case Integer number -> new BigDecimal(number);
      case Long number -> new BigDecimal(number);
      case Float number when Float.isFinite(number) -> new BigDecimal(number);
      case BigDecimal decimal -> decimal;
      case BigInteger integer -> new BigDecimal(integer);
      case Boolean truth -> truth ? BigDecimal.ONE : BigDecimal.ZERO;
      case Double number when Double.isFinite(number) -> new BigDecimal(number);
      case null, default -> null;
    };
  }

  private static @Nullable Object element(View view, long i) {
    return Elements.get(view, position(view, i));
  }

  private static long position(View view, long i) {
    return view.offset() + i * view.dtype().itemSize();
  }
}
