package org.cumulus.internal.casts;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import org.cumulus.Complex;
import org.jspecify.annotations.Nullable;

/**
 * Addition, subtraction and multiplication of the objects that arrays hold, by Python's rules:
 * {@code Boolean} and {@code BigInteger} are integers without bounds, an integer and a {@code
 * Double} give a {@code Double}, and either of them and a {@link Complex} a complex number. A
 * {@code BigDecimal} takes integers only, as any float would make it inexact; a {@code Duration}
 * takes durations.
 */
public final class ObjectArithmetic {
  private ObjectArithmetic() {}

  public static Object add(@Nullable Object a, @Nullable Object b) {
    if (a instanceof Duration first && b instanceof Duration second) {
      return add(first, second);
    }
    checkOperands("+", a, b);
    if (a instanceof Complex || b instanceof Complex) {
      Complex first = complex(a);
      Complex second = complex(b);
      return new Complex(first.re() + second.re(), first.im() + second.im());
    }
    if (a instanceof Double || b instanceof Double) {
      return doubleValue(a) + doubleValue(b);
    }
    if (isDecimal(a) || isDecimal(b)) {
      return decimal(a).add(decimal(b));
    }
    return integer(a).add(integer(b));
  }

  public static Object subtract(@Nullable Object a, @Nullable Object b) {
    if (a instanceof Duration first && b instanceof Duration second) {
      return subtract(first, second);
    }
    checkOperands("-", a, b);
    return add(a, negated(b));
  }

  /** A product; of a length of time and an integer, too. */
  public static Object multiply(@Nullable Object a, @Nullable Object b) {
    if (a instanceof Duration duration && isInteger(b)) {
      return multiply(duration, integer(b));
    }
    if (isInteger(a) && b instanceof Duration duration) {
      return multiply(duration, integer(a));
    }
    checkOperands("*", a, b);
    if (a instanceof Complex || b instanceof Complex) {
      Complex first = complex(a);
      Complex second = complex(b);
      return new Complex(
          first.re() * second.re() - first.im() * second.im(),
          first.re() * second.im() + first.im() * second.re());
    }
    if (a instanceof Double || b instanceof Double) {
      return doubleValue(a) * doubleValue(b);
    }
    if (isDecimal(a) || isDecimal(b)) {
      return decimal(a).multiply(decimal(b));
    }
    return integer(a).multiply(integer(b));
  }

  private static Duration multiply(Duration duration, BigInteger factor) {
    try {
      return duration.multipliedBy(factor.longValueExact());
    } catch (ArithmeticException overflow) {
      throw (ArithmeticException)
          new ArithmeticException("%s * %s is too large for a Duration".formatted(duration, factor))
              .initCause(overflow);
    }
  }

  private static Object negated(@Nullable Object value) {
    return switch (value) {
      case Complex number -> new Complex(-number.re(), -number.im());
      case Double number -> -number;
      case BigDecimal decimal -> decimal.negate();
      case null, default -> integer(value).negate();
    };
  }

  private static void checkOperands(String symbol, @Nullable Object a, @Nullable Object b) {
    if (!isNumber(a)
        || !isNumber(b)
        || (isDecimal(a) && isInexact(b))
        || (isInexact(a) && isDecimal(b))) {
      throw new IllegalArgumentException(
          "unsupported operand type(s) for %s: '%s' and '%s'".formatted(symbol, name(a), name(b)));
    }
  }

  private static Duration add(Duration a, Duration b) {
    try {
      return a.plus(b);
    } catch (ArithmeticException overflow) {
      throw (ArithmeticException)
          new ArithmeticException("%s + %s is too large for a Duration".formatted(a, b))
              .initCause(overflow);
    }
  }

  private static Duration subtract(Duration a, Duration b) {
    try {
      return a.minus(b);
    } catch (ArithmeticException overflow) {
      throw (ArithmeticException)
          new ArithmeticException("%s - %s is too large for a Duration".formatted(a, b))
              .initCause(overflow);
    }
  }

  public static boolean isInteger(@Nullable Object value) {
    return value instanceof Boolean || value instanceof BigInteger;
  }

  private static boolean isNumber(@Nullable Object value) {
    return isInteger(value) || isDecimal(value) || isInexact(value);
  }

  private static boolean isDecimal(@Nullable Object value) {
    return value instanceof BigDecimal;
  }

  private static boolean isInexact(@Nullable Object value) {
    return value instanceof Double || value instanceof Complex;
  }

  private static Complex complex(@Nullable Object value) {
    return value instanceof Complex complex ? complex : new Complex(doubleValue(value), 0);
  }

  private static double doubleValue(@Nullable Object value) {
    if (value instanceof Double number) {
      return number;
    }
    double nearest = integer(value).doubleValue();
    if (Double.isInfinite(nearest)) {
      throw new ArithmeticException("a float cannot hold the integer " + value);
    }
    return nearest;
  }

  private static BigDecimal decimal(@Nullable Object value) {
    return value instanceof BigDecimal decimal ? decimal : new BigDecimal(integer(value));
  }

  public static BigInteger integer(@Nullable Object value) {
    return switch (value) {
      case Boolean truth -> truth ? BigInteger.ONE : BigInteger.ZERO;
      case BigInteger integer -> integer;
      case null, default -> throw new IllegalStateException("not an integer: " + value);
    };
  }

  public static String name(@Nullable Object value) {
    return value == null ? "null" : value.getClass().getSimpleName();
  }
}
