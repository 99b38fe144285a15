package org.cumulus.golden;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.cumulus.Complex;
import org.cumulus.DType.Kind;

/**
 * The cumulative sum of one line by the obvious loop, with nothing shared with the library:
 * integers as {@code BigInteger} and then wrapped, floats step by step. Elements are those of
 * {@code NDArray.get}.
 */
public final class LineSum {
  private static final BigInteger NAT = BigInteger.valueOf(Long.MIN_VALUE);

  private LineSum() {}

  /** The sums of a line whose elements are of the dtype of the arithmetic already. */
  public static List<Object> of(Kind kind, List<Object> line) {
    List<Object> sums = new ArrayList<>(line.size());
    for (Object element : line) {
      sums.add(sums.isEmpty() ? element : add(kind, sums.getLast(), element));
    }
    return sums;
  }

  private static Object add(Kind kind, Object sum, Object element) {
    return switch (kind) {
      case BOOL -> (Boolean) sum || (Boolean) element;
      case FLOAT16 -> Float.float16ToFloat(Float.floatToFloat16((Float) sum + (Float) element));
      case FLOAT32 -> (Float) sum + (Float) element;
      case FLOAT64 -> (Double) sum + (Double) element;
      case COMPLEX64 -> {
        Complex a = (Complex) sum;
        Complex b = (Complex) element;
        yield new Complex((float) (a.re() + b.re()), (float) (a.im() + b.im()));
      }
      case COMPLEX128 -> {
        Complex a = (Complex) sum;
        Complex b = (Complex) element;
        yield new Complex(a.re() + b.re(), a.im() + b.im());
      }
      case OBJECT -> integer(sum).add(integer(element));
      case TIMEDELTA64 ->
          integer(sum).equals(NAT) || integer(element).equals(NAT)
              ? NAT
              : wrapped(integer(sum).add(integer(element)), 64, true);
      default ->
          wrapped(
              integer(sum).add(integer(element)),
              8 * ElementBits.width(kind),
              kind.isSignedInteger());
    };
  }

  private static BigInteger integer(Object element) {
    return element instanceof BigInteger integer
        ? integer
        : BigInteger.valueOf(((Number) element).longValue());
  }

  private static BigInteger wrapped(BigInteger value, int width, boolean signed) {
    BigInteger range = BigInteger.ONE.shiftLeft(width);
    BigInteger rest = value.mod(range);
    return signed && rest.testBit(width - 1) ? rest.subtract(range) : rest;
  }
}
