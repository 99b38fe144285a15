package org.cumulus.internal.casts;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import org.cumulus.Complex;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.internal.types.Integers;
import org.cumulus.internal.types.TickUnits;
import org.cumulus.internal.units.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Casts of single elements between {@code object} and the other dtypes, by Python's rules. */
public final class ObjectCasts {
  private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000);
  private static final BigInteger LONG_MASK = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  private ObjectCasts() {}

  /**
   * The element of an object array that stands for a value. Integers become {@code BigInteger},
   * floats {@code Double}; a length of time becomes a {@code Duration} where its unit is of fixed
   * length and no finer than a nanosecond, else its count of ticks; NaT becomes null. Other objects
   * stay.
   */
  public static @Nullable Object toObject(@Nullable Object value, DType from) {
    if (from.kind() == Kind.TIMEDELTA64 && value instanceof Long ticks) {
      return ticks == TimeUnit.NAT ? null : duration(ticks, TickUnits.of(from));
    }
    return normalized(value);
  }

  /**
   * Boxed numbers as Python's: an integer of any width is an {@code int}, a float a {@code float}.
   */
  static @Nullable Object normalized(@Nullable Object value) {
    return switch (value) {
      case Byte number -> BigInteger.valueOf(number);
      case Short number -> BigInteger.valueOf(number);
      case Integer number -> BigInteger.valueOf(number);
      case Long number -> BigInteger.valueOf(number);
      case Float number -> (double) number;
      case null, default -> value;
    };
  }

  private static Object duration(long ticks, TimeUnit unit) {
    BigInteger count = BigInteger.valueOf(ticks);
    if (!unit.isFixedAndNoFinerThanNanoseconds()) {
      return count;
    }
    TimeUnit.Ratio ratio = unit.to(new TimeUnit("ns", 1));
    BigInteger[] parts =
        count.multiply(BigInteger.valueOf(ratio.numerator())).divideAndRemainder(NANOS);
    return Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValueExact());
  }

  /** A float, {@code bool} or integer kind's value of an object, as the bits of a {@code long}. */
  static long toLong(@Nullable Object value, DType to) {
    Object object = normalized(value);
    if (to.kind() == Kind.BOOL) {
      return isTrue(object) ? 1 : 0;
    }
    if (to.kind() == Kind.TIMEDELTA64) {
      return ticks(object, to);
    }
    BigInteger integer = integer(object, to);
    long bits = integer.and(LONG_MASK).longValue();
    boolean fits =
        to.kind() == Kind.UINT64
            ? integer.signum() >= 0 && integer.bitLength() <= 64
            : integer.bitLength() <= 63 && Integers.cut(to.kind(), bits) == bits;
    if (!fits) {
      throw new ArithmeticException(
          "%s does not fit %s (%s to %s)"
              .formatted(
                  integer,
                  to.name(),
                  Integers.exact(to.kind(), Integers.least(to.kind())),
                  Integers.exact(to.kind(), Integers.most(to.kind()))));
    }
    return bits;
  }

  /** The nearest double to an object; NaN for null, as for Python's {@code None}. */
  public static double toDouble(@Nullable Object value, DType to) {
    return switch (normalized(value)) {
      case null -> Double.NaN;
      case Double number -> number;
      case Boolean truth -> truth ? 1 : 0;
      case BigInteger integer -> finite(integer.doubleValue(), integer);
      case BigDecimal decimal -> decimal.doubleValue();
      default -> throw refusal(value, to);
    };
  }

  /** The complex number that an object is. */
  static Complex toComplex(@Nullable Object value, DType to) {
    return switch (value) {
      case null -> new Complex(Double.NaN, Double.NaN);
      case Complex complex -> complex;
      default -> new Complex(toDouble(value, to), 0);
    };
  }

  private static double finite(double nearest, BigInteger integer) {
    if (Double.isInfinite(nearest)) {
      throw new ArithmeticException("a float cannot hold the integer " + integer);
    }
    return nearest;
  }

  public static boolean isTrue(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case Boolean truth -> truth;
      case BigInteger integer -> integer.signum() != 0;
      case Double number -> number != 0;
      case BigDecimal decimal -> decimal.signum() != 0;
      case Complex complex -> complex.re() != 0 || complex.im() != 0;
      case Duration duration -> !duration.isZero();
      default -> true;
    };
  }

  private static BigInteger integer(@Nullable Object value, DType to) {
    return switch (value) {
      case BigInteger integer -> integer;
      case Boolean truth -> truth ? BigInteger.ONE : BigInteger.ZERO;
      case BigDecimal decimal -> decimal.toBigInteger();
      case Double number when Double.isNaN(number) ->
          throw new IllegalArgumentException("NaN is not an integer: it does not fit " + to.name());
      case Double number when Double.isInfinite(number) ->
          throw new ArithmeticException(
              number + " is not an integer: it does not fit " + to.name());
      case Double number -> new BigDecimal(number).toBigInteger();
      case null, default -> throw refusal(value, to);
    };
  }

  private static long ticks(@Nullable Object value, DType to) {
    if (value == null) {
      return TimeUnit.NAT;
    }
    if (value instanceof BigInteger || value instanceof Boolean) {
      return toLong(value, DType.INT64);
    }
    if (!(value instanceof Duration duration)) {
      throw new IllegalArgumentException(
          "a timedelta64 takes a Duration or a count of ticks, not " + value);
    }
    TimeUnit unit = TickUnits.of(to);
    if (unit.isGeneric()) {
      throw new IllegalArgumentException(
          "cannot convert Duration " + duration + " to timedelta64 without a unit");
    }
    TimeUnit.Ratio ratio = new TimeUnit("ns", 1).to(unit);
    BigInteger nanos =
        BigInteger.valueOf(duration.getSeconds())
            .multiply(NANOS)
            .add(BigInteger.valueOf(duration.getNano()));
    BigInteger[] parts =
        nanos
            .multiply(BigInteger.valueOf(ratio.numerator()))
            .divideAndRemainder(BigInteger.valueOf(ratio.denominator()));
    // Towards minus infinity, as between units.
    BigInteger ticks = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    if (ticks.bitLength() > 63) {
      throw new ArithmeticException("Duration " + duration + " does not fit " + to.name());
    }
    return ticks.longValue();
  }

  private static IllegalArgumentException refusal(@Nullable Object value, DType to) {
    return new IllegalArgumentException(
        "cannot convert an object of type '"
            + ObjectArithmetic.name(value)
            + "' to "
            + to.name()
            + ": "
            + value);
  }
}
