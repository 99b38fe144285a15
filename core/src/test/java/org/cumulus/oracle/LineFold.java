package org.cumulus.oracle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.cumulus.Complex;
import org.cumulus.DType.Kind;
import org.cumulus.Operator;
import org.cumulus.golden.ElementBits;

/**
 * The scan of one line by the obvious loop, with nothing shared with the library: integers as
 * {@code BigInteger} and then wrapped, floats step by step. Elements are those of {@code
 * NDArray.get}.
 */
public final class LineFold {
  private static final BigInteger NAT = BigInteger.valueOf(Long.MIN_VALUE);

  private LineFold() {}

  /** The sums of a line whose elements are of the dtype of the arithmetic already. */
  public static List<Object> sums(Kind kind, List<Object> line) {
    return of(Operator.ADD, kind, line);
  }

  /** The results of an operator on such a line. */
  public static List<Object> of(Operator operator, Kind kind, List<Object> line) {
    List<Object> results = new ArrayList<>(line.size());
    for (Object element : line) {
      results.add(
          results.isEmpty()
              ? element
              : combine(operator.toString(), kind, results.getLast(), element));
    }
    return results;
  }

  private static Object combine(String operator, Kind kind, Object a, Object b) {
    return switch (kind) {
      case BOOL -> ofBooleans(operator, (Boolean) a, (Boolean) b);
      case FLOAT16 ->
          Float.float16ToFloat(
              Float.floatToFloat16((float) ofDoubles(operator, (Float) a, (Float) b)));
      // A double has so many digits that rounding its sum or product to float rounds once.
      case FLOAT32 -> (float) ofDoubles(operator, (Float) a, (Float) b);
      case FLOAT64 -> ofDoubles(operator, (Double) a, (Double) b);
      case COMPLEX64 -> {
        Complex result = ofComplex(operator, (Complex) a, (Complex) b, true);
        yield new Complex((float) result.re(), (float) result.im());
      }
      case COMPLEX128 -> ofComplex(operator, (Complex) a, (Complex) b, false);
      case OBJECT -> ofIntegers(operator, integer(a), integer(b));
      case TIMEDELTA64 -> ofTimes(operator, integer(a), integer(b));
      default ->
          wrapped(
              ofIntegers(operator, integer(a), integer(b)),
              8 * ElementBits.width(kind),
              kind.isSignedInteger());
    };
  }

  private static boolean ofBooleans(String operator, boolean a, boolean b) {
    return switch (operator) {
      case "add", "maximum", "fmax", "logical_or", "bitwise_or" -> a || b;
      case "multiply", "minimum", "fmin", "logical_and", "bitwise_and" -> a && b;
      case "logical_xor", "bitwise_xor" -> a != b;
      default -> throw new AssertionError(operator);
    };
  }

  private static double ofDoubles(String operator, double a, double b) {
    boolean isNaN = Double.isNaN(a) || Double.isNaN(b);
    return switch (operator) {
      case "add" -> a + b;
      case "multiply" -> a * b;
      case "maximum" -> isNaN ? Double.NaN : isLess(a, b) ? b : a;
      case "minimum" -> isNaN ? Double.NaN : isLess(a, b) ? a : b;
      case "fmax" -> Double.isNaN(a) ? b : Double.isNaN(b) ? a : isLess(a, b) ? b : a;
      case "fmin" -> Double.isNaN(a) ? b : Double.isNaN(b) ? a : isLess(a, b) ? a : b;
      default -> throw new AssertionError(operator);
    };
  }

  /** By the order of IEEE, in which -0.0 is less than 0.0. */
  private static boolean isLess(double a, double b) {
    return Double.compare(a, b) < 0;
  }

  private static Complex ofComplex(String operator, Complex a, Complex b, boolean isNarrow) {
    return switch (operator) {
      case "add" -> new Complex(a.re() + b.re(), a.im() + b.im());
      case "multiply" ->
          new Complex(
              rounded(a.re() * b.re(), isNarrow) - rounded(a.im() * b.im(), isNarrow),
              rounded(a.re() * b.im(), isNarrow) + rounded(a.im() * b.re(), isNarrow));
      case "maximum" -> hasNaN(a) ? a : hasNaN(b) ? b : isLess(a, b) ? b : a;
      case "minimum" -> hasNaN(a) ? a : hasNaN(b) ? b : isLess(a, b) ? a : b;
      case "fmax" -> hasNaN(a) ? b : hasNaN(b) ? a : isLess(a, b) ? b : a;
      case "fmin" -> hasNaN(a) ? b : hasNaN(b) ? a : isLess(a, b) ? a : b;
      default -> throw new AssertionError(operator);
    };
  }

  private static double rounded(double value, boolean isNarrow) {
    return isNarrow ? (float) value : value;
  }

  private static boolean hasNaN(Complex value) {
    return Double.isNaN(value.re()) || Double.isNaN(value.im());
  }

  /** Lexicographic; of equal numbers that with more negative zeros first. */
  private static boolean isLess(Complex a, Complex b) {
    if (a.re() != b.re()) {
      return a.re() < b.re();
    }
    if (a.im() != b.im()) {
      return a.im() < b.im();
    }
    int real = Double.compare(a.re(), b.re());
    return real < 0 || (real == 0 && isLess(a.im(), b.im()));
  }

  private static BigInteger ofTimes(String operator, BigInteger a, BigInteger b) {
    boolean isMissing = a.equals(NAT) || b.equals(NAT);
    boolean leavesOut = operator.equals("fmax") || operator.equals("fmin");
    if (isMissing) {
      return leavesOut && a.equals(NAT) ? b : leavesOut ? a : NAT;
    }
    return wrapped(ofIntegers(operator, a, b), 64, true);
  }

  private static BigInteger ofIntegers(String operator, BigInteger a, BigInteger b) {
    return switch (operator) {
      case "add" -> a.add(b);
      case "multiply" -> a.multiply(b);
      case "maximum", "fmax" -> a.max(b);
      case "minimum", "fmin" -> a.min(b);
      case "bitwise_and" -> a.and(b);
      case "bitwise_or" -> a.or(b);
      case "bitwise_xor" -> a.xor(b);
      case "logical_and" -> a.signum() == 0 ? a : b;
      case "logical_or" -> a.signum() == 0 ? b : a;
      default -> throw new AssertionError(operator);
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
