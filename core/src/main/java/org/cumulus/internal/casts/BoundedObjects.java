package org.cumulus.internal.casts;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import org.cumulus.Complex;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.OverflowPolicy;
import org.cumulus.internal.memory.Parts;
import org.cumulus.internal.types.Half;
import org.cumulus.internal.types.Integers;
import org.cumulus.internal.types.Overflow;
import org.cumulus.internal.units.TimeUnit;
import org.jspecify.annotations.Nullable;

/** As {@link BoundedCast}, for single objects. */
public final class BoundedObjects {
  private final DType type;
  private final boolean isChecked;

  private BoundedObjects(DType type, OverflowPolicy policy) {
    this.type = type;
    isChecked = policy == OverflowPolicy.CHECKED;
  }

  /**
   * The object to be cast to a dtype in the place of one that may be out of its range. What can be
   * no number of that dtype at all stays, and will be refused.
   */
  public static @Nullable Object within(@Nullable Object value, DType type, OverflowPolicy policy) {
    Kind kind = type.kind();
    if (policy == OverflowPolicy.WRAP || kind == Kind.BOOL || kind == Kind.OBJECT) {
      return value;
    }
    BoundedObjects bounded = new BoundedObjects(type, policy);
    Object object = ObjectCasts.normalized(value);
    if (kind == Kind.TIMEDELTA64) {
      return bounded.time(object);
    }
    return kind.isInteger() ? bounded.integer(object) : bounded.floating(object);
  }

  private Object beyond(BigInteger bound) {
    if (isChecked) {
      throw new Overflow();
    }
    return bound;
  }

  private @Nullable Object time(@Nullable Object value) {
    if (value instanceof Duration duration) {
      try {
        BigInteger ticks = BigInteger.valueOf(ObjectCasts.toLong(duration, type));
        return ticks.equals(Integers.exact(Kind.INT64, TimeUnit.NAT)) ? within(ticks) : duration;
      } catch (ArithmeticException tooLong) {
        return beyond(duration.isNegative() ? least() : most());
      }
    }
    return value instanceof BigInteger integer ? within(integer) : value;
  }

  private @Nullable Object integer(@Nullable Object value) {
    return switch (value) {
      case BigInteger integer -> within(integer);
      case BigDecimal decimal -> within(decimal.toBigInteger());
      case Double number when Double.isNaN(number) -> beyond(BigInteger.ZERO);
      case Double number when Double.isInfinite(number) -> beyond(number > 0 ? most() : least());
      case Double number -> within(new BigDecimal(number).toBigInteger());
      case null, default -> value;
    };
  }

  private Object within(BigInteger integer) {
    if (integer.compareTo(most()) > 0) {
      return beyond(most());
    }
    return integer.compareTo(least()) < 0 ? beyond(least()) : integer;
  }

  private BigInteger least() {
    return Integers.exact(type.kind(), Integers.least(type.kind()));
  }

  private BigInteger most() {
    return Integers.exact(type.kind(), Integers.most(type.kind()));
  }

  private @Nullable Object floating(@Nullable Object value) {
    boolean isBeyond =
        switch (value) {
          case BigInteger integer -> isBeyond(integer.doubleValue(), Double.POSITIVE_INFINITY);
          case BigDecimal decimal -> isBeyond(decimal.doubleValue(), Double.POSITIVE_INFINITY);
          case Double number -> isBeyond(number, Double.MAX_VALUE);
          case Complex(double re, double im) ->
              isBeyond(re, Double.MAX_VALUE) || isBeyond(im, Double.MAX_VALUE);
          case null, default -> false;
        };
    if (isChecked && isBeyond) {
      throw new Overflow();
    }
    return isBeyond && value instanceof BigInteger integer ? integer.doubleValue() : value;
  }

  /** Whether a value becomes infinite that is no larger than another one. */
  private boolean isBeyond(double value, double largest) {
    double size = Math.abs(value);
    double above =
        switch (Parts.partType(type).kind()) {
          case FLOAT16 -> Half.ABOVE;
          case FLOAT32 -> Integers.ABOVE_FLOAT32;
          default -> Double.POSITIVE_INFINITY;
        };
    return size >= above && size <= largest;
  }
}
