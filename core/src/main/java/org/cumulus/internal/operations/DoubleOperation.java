package org.cumulus.internal.operations;

import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import org.cumulus.internal.types.Carrier;

/**
 * The operations on {@code float64}: a class for each, which is what {@code Specialisation} needs.
 */
public enum DoubleOperation implements DoubleBinaryOperator {
  ADD {
    @Override
    public double applyAsDouble(double a, double b) {
      return a + b;
    }
  },
  MULTIPLY {
    @Override
    public double applyAsDouble(double a, double b) {
      return a * b;
    }
  },
  /**
   * NaN sticks, and -0.0 is less than 0.0. A running maximum rarely changes, and a processor that
   * expects that need not wait for the comparison; so equal elements go the same way as smaller
   * ones, but for zeros.
   */
  MAXIMUM {
    @Override
    public double applyAsDouble(double a, double b) {
      return a >= b && a != 0 ? a : Math.max(a, b);
    }
  },
  MINIMUM {
    @Override
    public double applyAsDouble(double a, double b) {
      return a <= b && a != 0 ? a : Math.min(a, b);
    }
  },
  /** NaN is left out. */
  FMAX {
    @Override
    public double applyAsDouble(double a, double b) {
      if (a >= b && a != 0) {
        return a;
      }
      return Double.isNaN(b) ? a : Double.isNaN(a) ? b : Math.max(a, b);
    }
  },
  FMIN {
    @Override
    public double applyAsDouble(double a, double b) {
      if (a <= b && a != 0) {
        return a;
      }
      return Double.isNaN(b) ? a : Double.isNaN(a) ? b : Math.min(a, b);
    }
  },
  /** {@code log(exp(a) + exp(b))}, by the formula of NumPy. */
  LOGADDEXP {
    @Override
    public double applyAsDouble(double a, double b) {
      if (a == b) {
        return a + LOG_2; // Of infinities, too.
      }
      double difference = a - b;
      if (difference > 0) {
        return a + LogAddExp.ofDifference(-difference);
      }
      return difference <= 0 ? b + LogAddExp.ofDifference(difference) : difference;
    }
  };

  private static final double LOG_2 = 0.6931471805599453;

  /** An operation with its properties. -0.0 is the identity of IEEE addition: 0.0 + -0.0 is 0.0. */
  public static Operation<DoubleBinaryOperator, double[]> of(Ufunc ufunc) {
    double infinity = Double.POSITIVE_INFINITY;
    Function<VectorLoops, RowLoop<double[]>> vectors = loops -> loops.doubles(ufunc);
    return switch (ufunc) {
      case ADD ->
          operation(ADD, -0.0, false, vectors)
              .onLines(loops -> loops == null ? null : loops.doubleLine());
      case MULTIPLY -> operation(MULTIPLY, 1.0, false, vectors);
      case MAXIMUM -> operation(MAXIMUM, -infinity, true, vectors);
      case MINIMUM -> operation(MINIMUM, infinity, true, vectors);
      case FMAX -> operation(FMAX, Double.NaN, true, vectors);
      case FMIN -> operation(FMIN, Double.NaN, true, vectors);
      case LOGADDEXP -> new Operation<>(Carrier.DOUBLE, LOGADDEXP, null, false, false, null);
      default -> throw new IllegalArgumentException(ufunc + " is not done on floats");
    };
  }

  private static Operation<DoubleBinaryOperator, double[]> operation(
      DoubleOperation function,
      double identity,
      boolean isRegroupable,
      Function<VectorLoops, RowLoop<double[]>> vectors) {
    double[] start = {identity};
    return new Operation<>(Carrier.DOUBLE, function, start, isRegroupable, true, vectors);
  }
}
