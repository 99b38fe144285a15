package org.cumulus.oracle;

import java.math.BigInteger;
import org.cumulus.Complex;
import org.cumulus.DType.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Single steps of sums, products and recurrences that saturate or are checked, with exact integers
 * that are clamped afterwards. Integers and times are {@code BigInteger}, NaT the least of them.
 *
 * @param operator "add", "multiply" or "recurrence"
 * @param kind the dtype of the operation
 * @param coefficient of a recurrence
 * @param isChecked whether what is beyond the range is an error
 */
record BoundedSteps(String operator, Kind kind, int coefficient, boolean isChecked) {
  static final BigInteger NAT = BigInteger.valueOf(Long.MIN_VALUE);

  /** A result is beyond the range. */
  static final class Beyond extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** It, if it is an integer. */
    private final @Nullable BigInteger value;

    Beyond(@Nullable BigInteger value) {
      super("beyond", null, false, false);
      this.value = value;
    }

    @Nullable BigInteger value() {
      return value;
    }
  }

  BigInteger least() {
    return kind == Kind.TIMEDELTA64 ? NAT.add(BigInteger.ONE) : OverflowOracle.least(kind);
  }

  BigInteger most() {
    return kind == Kind.TIMEDELTA64 ? NAT.not() : OverflowOracle.most(kind);
  }

  Object step(Object last, Object element) {
    return switch (last) {
      case BigInteger a -> ofIntegers(a, (BigInteger) element);
      case Complex a -> ofComplex(a, (Complex) element);
      case Number a -> boxed(ofFloats(a.doubleValue(), ((Number) element).doubleValue()));
      default -> throw new AssertionError(last);
    };
  }

  private BigInteger ofIntegers(BigInteger a, BigInteger b) {
    if (kind == Kind.TIMEDELTA64 && (a.equals(NAT) || b.equals(NAT))) {
      return NAT;
    }
    BigInteger exact =
        switch (operator) {
          case "add" -> a.add(b);
          case "multiply" -> a.multiply(b);
          default -> a.multiply(BigInteger.valueOf(coefficient)).add(b);
        };
    BigInteger within = exact.min(most()).max(least());
    if (isChecked && !within.equals(exact)) {
      throw new Beyond(exact);
    }
    return within;
  }

  private double ofFloats(double a, double b) {
    double result =
        switch (operator) {
          case "add" -> rounded(a + b);
          case "multiply" -> rounded(a * b);
          default -> rounded(rounded(coefficient * a) + b);
        };
    if (isChecked && !Double.isFinite(result) && Double.isFinite(a) && Double.isFinite(b)) {
      throw new Beyond(null);
    }
    return result;
  }

  private Complex ofComplex(Complex a, Complex b) {
    if (operator.equals("add")) {
      return new Complex(ofFloats(a.re(), b.re()), ofFloats(a.im(), b.im()));
    }
    double re = rounded(rounded(a.re() * b.re()) - rounded(a.im() * b.im()));
    double im = rounded(rounded(a.re() * b.im()) + rounded(a.im() * b.re()));
    boolean areFinite = isFinite(a) && isFinite(b);
    if (isChecked && areFinite && !isFinite(new Complex(re, im))) {
      throw new Beyond(null);
    }
    return new Complex(re, im);
  }

  private static boolean isFinite(Complex value) {
    return Double.isFinite(value.re()) && Double.isFinite(value.im());
  }

  private double rounded(double value) {
    return kind == Kind.COMPLEX64 ? (float) value : OverflowOracle.rounded(value, kind);
  }

  /** As an array gives it. */
  Object boxed(double value) {
    return kind == Kind.FLOAT64 ? (Object) value : (Object) (float) value;
  }
}
