package org.cumulus.internal.arrays;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;
import org.cumulus.Complex;
import org.cumulus.DType.Kind;
import org.cumulus.internal.casts.Elements;
import org.cumulus.internal.memory.View;
import org.jspecify.annotations.Nullable;

/** Whether two views have the same shape and the same values, compared exactly in any dtypes. */
public final class SameElements {
  private SameElements() {}

  /** The answer; NaN is the same as NaN, and NaT as NaT. */
  public static boolean areIn(View a, View b) {
    if (!Arrays.equals(a.shape(), b.shape())) {
      return false;
    }
    if (isTime(a) != isTime(b) || !a.dtype().unit().equals(b.dtype().unit())) {
      return a.size() == 0;
    }
    ElementOrder orderOfA = new ElementOrder(a);
    ElementOrder orderOfB = new ElementOrder(b);
    boolean haveBits = hasBits(a) && hasBits(b);
    boolean areFloats = a.dtype().kind().isFloat() && b.dtype().kind().isFloat();
    for (long i = 0; i < a.size(); i++) {
      long p = orderOfA.position(i);
      long q = orderOfB.position(i);
      boolean isSame =
          haveBits
              ? Elements.bits(a, p) == Elements.bits(b, q)
              : areFloats
                  ? isSame(Elements.floating(a, p), Elements.floating(b, q))
                  : isSame(Elements.get(a, p), Elements.get(b, q));
      if (!isSame) {
        return false;
      }
    }
    return true;
  }

  private static boolean isTime(View view) {
    return view.dtype().kind() == Kind.TIMEDELTA64;
  }

  /** Whether elements are longs: all integers but those that may be beyond. */
  private static boolean hasBits(View view) {
    Kind kind = view.dtype().kind();
    return !kind.isFloat() && !kind.isComplex() && kind != Kind.UINT64 && kind != Kind.OBJECT;
  }

  private static boolean isSame(double a, double b) {
    return a == b || (Double.isNaN(a) && Double.isNaN(b));
  }

  private static boolean isSame(@Nullable Object a, @Nullable Object b) {
    if (a instanceof Complex || b instanceof Complex) {
      return isSame(real(a), real(b)) && isSame(imaginary(a), imaginary(b));
    }
    if (a instanceof Number x && b instanceof Number y && isFloat(x) && isFloat(y)) {
      return isSame(x.doubleValue(), y.doubleValue());
    }
    BigDecimal exactA = ExactNumbers.exact(a);
    BigDecimal exactB = ExactNumbers.exact(b);
    if (exactA != null && exactB != null) {
      return exactA.compareTo(exactB) == 0;
    }
    return Objects.equals(a, b);
  }

  private static boolean isFloat(Number value) {
    return value instanceof Double || value instanceof Float;
  }

  private static @Nullable Object real(@Nullable Object value) {
    return value instanceof Complex complex ? (Double) complex.re() : value;
  }

  private static double imaginary(@Nullable Object value) {
    return value instanceof Complex complex ? complex.im() : 0;
  }
}
