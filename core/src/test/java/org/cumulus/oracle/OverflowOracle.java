package org.cumulus.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Locale;
import org.cumulus.DType.Kind;
import org.cumulus.golden.ElementBits;
import org.cumulus.golden.Indices;
import org.cumulus.internal.types.Half;
import org.jspecify.annotations.Nullable;

/**
 * What a sum or product of real elements does under the policies SATURATE and CHECKED, by obvious
 * loops: with exact integers, which are clamped or refused afterwards. Integers and {@code bool}
 * are {@code BigInteger}, floats {@code Double}.
 */
final class OverflowOracle {
  boolean multiplies;
  Kind type = Kind.INT64;
  Kind out = Kind.INT64;

  /** None for the flattened array. */
  int[] axes = {};

  boolean isExclusive;
  boolean isReverse;
  boolean hasInitial;
  @Nullable Object initial;
  boolean isChecked;

  private long[] shape = {};
  private long[] resultShape = {};
  private @Nullable Object[] result = {};

  /** The first overflow in C order of the axis that is scanned, and what is said of it. */
  private long @Nullable [] firstIndex;

  @Nullable String refusal;

  /** A value is beyond the range of a dtype. */
  private static final class Beyond extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  long[] resultShape(long... inputShape) {
    long[] longer = axes.length == 0 ? new long[] {size(inputShape)} : inputShape.clone();
    for (int axis : scanned()) {
      longer[axis] += hasInitial ? 1 : 0;
    }
    return longer;
  }

  private int[] scanned() {
    return axes.length == 0 ? new int[] {0} : axes;
  }

  private static long size(long... shape) {
    return Arrays.stream(shape).reduce(1, Math::multiplyExact);
  }

  /**
   * Scans elements in C order.
   *
   * @return the results in C order; null if there is a {@link #refusal}
   */
  @Nullable Object @Nullable [] scan(Object[] elements, long... inputShape) {
    shape = axes.length == 0 ? new long[] {size(inputShape)} : inputShape.clone();
    resultShape = resultShape(inputShape);
    result = new Object[(int) size(resultShape)];
    Object start = BigInteger.valueOf(multiplies ? 1 : 0);
    start = type.isFloat() ? (Object) (multiplies ? 1.0 : 0.0) : start;
    if (initial != null) {
      try {
        start = castUncut(initial, type);
      } catch (Beyond beyond) {
        refusal =
            "%s: %s cannot hold the initial value %s".formatted(name(), text(type), text(initial));
        return null;
      }
    }
    if (isExclusive || hasInitial) {
      begin(start);
    }
    Object[] values = elements;
    for (int i = 0; i < scanned().length && refusal == null; i++) {
      boolean isLast = i == scanned().length - 1;
      values = along(scanned()[i], values, start, i == 0, isLast);
    }
    return refusal == null ? result : null;
  }

  private Object[] along(int axis, Object[] values, Object start, boolean isFirst, boolean isLast) {
    boolean isShifted = isExclusive || hasInitial;
    Object[] next = new Object[values.length];
    for (long[] line : Indices.of(shape)) {
      if (line[axis] != 0) {
        continue;
      }
      Object last = initial == null ? null : start;
      for (long k = 0; k < shape[axis]; k++) {
        long[] from = line.clone();
        from[axis] = isReverse ? shape[axis] - 1 - k : k;
        // Other axes that are scanned are walked along backwards as well, which makes no
        // difference.
        long[] to = from.clone();
        for (int other : scanned()) {
          to[other] += (isShifted && !isReverse ? 1 : 0) - (isExclusive && isReverse ? 1 : 0);
        }
        boolean isLeftOut = false;
        for (int other : scanned()) {
          isLeftOut |= to[other] < 0 || to[other] >= resultShape[other];
        }
        if (isLeftOut) {
          continue;
        }
        int at = (int) position(from, shape);
        try {
          last = step(last, values[at], isFirst, to);
          next[at] = last;
          if (isLast) {
            Object cast = cast(last, out, to, "result");
            result[(int) position(to, resultShape)] = cast;
          }
        } catch (Beyond beyond) {
          break;
        }
      }
    }
    return next;
  }

  private Object step(@Nullable Object last, Object element, boolean isFirst, long... to) {
    Object value = isFirst ? cast(element, type, to, "element") : element;
    if (last == null) {
      return value;
    }
    if (type.isFloat()) {
      double a = (Double) last;
      double b = (Double) value;
      double rounded = rounded(multiplies ? a * b : a + b, type);
      if (isChecked && !Double.isFinite(rounded) && Double.isFinite(a) && Double.isFinite(b)) {
        BigDecimal exact =
            multiplies
                ? new BigDecimal(a).multiply(new BigDecimal(b))
                : new BigDecimal(a).add(new BigDecimal(b));
        found(to, "%s overflows %s at index %s: ~" + exact.doubleValue());
      }
      return rounded;
    }
    BigInteger a = (BigInteger) last;
    BigInteger b = (BigInteger) value;
    BigInteger exact = multiplies ? a.multiply(b) : a.add(b);
    if (type == Kind.BOOL) {
      return exact.min(BigInteger.ONE);
    }
    BigInteger within = exact.min(most(type)).max(least(type));
    if (isChecked && !within.equals(exact)) {
      found(to, "%s overflows %s at index %s: " + exact);
    }
    return within;
  }

  /** What the lines start from stands where they do so. */
  private void begin(Object start) {
    for (long[] index : Indices.of(resultShape)) {
      boolean isFirst = false;
      for (int axis : scanned()) {
        isFirst |= index[axis] == (isReverse ? resultShape[axis] - 1 : 0);
      }
      if (isFirst && refusal == null) {
        try {
          result[(int) position(index, resultShape)] = cast(start, out, index, "result");
        } catch (Beyond beyond) {
          return;
        }
      }
    }
  }

  private void found(long[] index, String message) {
    found(index, message, type);
  }

  private void found(long[] index, String message, Kind kind) {
    if (firstIndex == null || Arrays.compare(index, firstIndex) < 0) {
      firstIndex = index;
      refusal = message.formatted(name(), text(kind), text(index));
    }
    throw new Beyond();
  }

  private Object cast(Object value, Kind to, long[] index, String what) {
    try {
      return cast(value, to);
    } catch (Beyond beyond) {
      found(index, "%s: %s cannot hold the " + what + " at index %s: " + text(value), to);
      throw beyond;
    }
  }

  /** What lines start from loses no fraction. */
  private Object castUncut(Object value, Kind to) {
    boolean hasFraction =
        value instanceof Double number && Double.isFinite(number) && number % 1 != 0;
    if (hasFraction && !to.isFloat() && to != Kind.BOOL) {
      throw new Beyond();
    }
    return cast(value, to);
  }

  /** A cast that clamps, or refuses. */
  Object cast(Object value, Kind to) {
    boolean isFloat = value instanceof Double;
    double number = ((Number) value).doubleValue();
    if (to == Kind.BOOL) {
      boolean isTrue = isFloat ? number != 0 : ((BigInteger) value).signum() != 0;
      return isTrue ? BigInteger.ONE : BigInteger.ZERO;
    }
    if (to.isFloat()) {
      double rounded = isFloat ? rounded(number, to) : rounded((BigInteger) value, to);
      return within(rounded, Double.isFinite(rounded) || !Double.isFinite(number));
    }
    if (!isFloat) {
      BigInteger within = ((BigInteger) value).min(most(to)).max(least(to));
      return within(within, within.equals(value));
    }
    if (!Double.isFinite(number)) {
      Object nearest = Double.isNaN(number) ? BigInteger.ZERO : number > 0 ? most(to) : least(to);
      return within(nearest, false);
    }
    BigInteger whole = new BigDecimal(number).toBigInteger();
    BigInteger within = whole.min(most(to)).max(least(to));
    return within(within, within.equals(whole));
  }

  private Object within(Object value, boolean fits) {
    if (isChecked && !fits) {
      throw new Beyond();
    }
    return value;
  }

  static double rounded(double value, Kind kind) {
    return switch (kind) {
      case FLOAT16 -> Half.round(value);
      case FLOAT32 -> (float) value;
      default -> value;
    };
  }

  private static double rounded(BigInteger value, Kind kind) {
    return switch (kind) {
      case FLOAT16 -> Half.round(value.floatValue());
      case FLOAT32 -> value.floatValue();
      default -> value.doubleValue();
    };
  }

  static BigInteger most(Kind kind) {
    int bits = 8 * ElementBits.width(kind) - (kind.isUnsignedInteger() ? 0 : 1);
    return BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
  }

  static BigInteger least(Kind kind) {
    return kind.isUnsignedInteger() ? BigInteger.ZERO : most(kind).not();
  }

  private static long position(long[] index, long[] shape) {
    long position = 0;
    for (int axis = 0; axis < shape.length; axis++) {
      position = position * shape[axis] + index[axis];
    }
    return position;
  }

  private String name() {
    return multiplies ? "multiply" : "add";
  }

  private static String text(long... index) {
    String inside = Arrays.toString(index).replaceAll("[\\[\\]]", "");
    return "(" + inside + (index.length == 1 ? ",)" : ")");
  }

  private static String text(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static String text(Object value) {
    return value instanceof Double number ? "~" + number : value.toString();
  }
}
