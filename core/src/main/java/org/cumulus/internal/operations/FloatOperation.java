package org.cumulus.internal.operations;

import java.util.function.Function;
import org.cumulus.DType.Kind;
import org.cumulus.internal.types.Carrier;
import org.cumulus.internal.types.Half;
import org.jspecify.annotations.Nullable;

/**
 * The operations on {@code float32}, and on {@code float16}, which are done in float and rounded:
 * as a float has more than twice the digits of a half, a sum or product of halves is rounded
 * correctly.
 */
public enum FloatOperation implements FloatBinaryOperator {
  ADD {
    @Override
    public float applyAsFloat(float a, float b) {
      return a + b;
    }
  },
  ADD_HALVES {
    @Override
    public float applyAsFloat(float a, float b) {
      return Half.round(a + b);
    }
  },
  MULTIPLY {
    @Override
    public float applyAsFloat(float a, float b) {
      return a * b;
    }
  },
  MULTIPLY_HALVES {
    @Override
    public float applyAsFloat(float a, float b) {
      return Half.round(a * b);
    }
  },
  /**
   * NaN sticks, and -0.0 is less than 0.0. A running maximum rarely changes, and a processor that
   * expects that need not wait for the comparison; so equal elements go the same way as smaller
   * ones, but for zeros.
   */
  MAXIMUM {
    @Override
    public float applyAsFloat(float a, float b) {
      return a >= b && a != 0 ? a : Math.max(a, b);
    }
  },
  MINIMUM {
    @Override
    public float applyAsFloat(float a, float b) {
      return a <= b && a != 0 ? a : Math.min(a, b);
    }
  },
  /** NaN is left out. */
  FMAX {
    @Override
    public float applyAsFloat(float a, float b) {
      if (a >= b && a != 0) {
        return a;
      }
      return Float.isNaN(b) ? a : Float.isNaN(a) ? b : Math.max(a, b);
    }
  },
  FMIN {
    @Override
    public float applyAsFloat(float a, float b) {
      if (a <= b && a != 0) {
        return a;
      }
      return Float.isNaN(b) ? a : Float.isNaN(a) ? b : Math.min(a, b);
    }
  },
  /** {@code log(exp(a) + exp(b))}, by the formula of NumPy. */
  LOGADDEXP {
    @Override
    public float applyAsFloat(float a, float b) {
      if (a == b) {
        return a + LOG_2; // Of infinities, too.
      }
      float difference = a - b;
      if (difference > 0) {
        return a + (float) StrictMath.log1p(StrictMath.exp(-difference));
      }
      return difference <= 0
          ? b + (float) StrictMath.log1p(StrictMath.exp(difference))
          : difference;
    }
  },
  LOGADDEXP_HALVES {
    @Override
    public float applyAsFloat(float a, float b) {
      return Half.round(LOGADDEXP.applyAsFloat(a, b));
    }
  };

  private static final float LOG_2 = (float) StrictMath.log(2);

  /** An operation with its properties; on the identities see {@link DoubleOperation}. */
  public static Operation<FloatBinaryOperator, float[]> of(Ufunc ufunc, Kind kind) {
    boolean areHalves = kind == Kind.FLOAT16;
    float infinity = Float.POSITIVE_INFINITY;
    Function<VectorLoops, RowLoop<float[]>> vectors = loops -> loops.floats(ufunc);
    return switch (ufunc) {
      case ADD ->
          areHalves
              ? operation(ADD_HALVES, -0.0f, false, VectorLoops::halves)
                  .onLines(loops -> HalfLine.INSTANCE)
              : operation(ADD, -0.0f, true, vectors)
                  .onLines(loops -> loops == null ? null : loops.floatLine());
      case MULTIPLY ->
          areHalves
              ? operation(MULTIPLY_HALVES, 1.0f, false, null)
              : operation(MULTIPLY, 1.0f, true, vectors);
      case MAXIMUM -> regroupable(MAXIMUM, -infinity, vectors);
      case MINIMUM -> regroupable(MINIMUM, infinity, vectors);
      case FMAX -> regroupable(FMAX, Float.NaN, vectors);
      case FMIN -> regroupable(FMIN, Float.NaN, vectors);
      case LOGADDEXP -> {
        FloatOperation function = areHalves ? LOGADDEXP_HALVES : LOGADDEXP;
        yield new Operation<>(Carrier.FLOAT, function, null, false, false, null);
      }
      default -> throw new IllegalArgumentException(ufunc + " is not done on floats");
    };
  }

  private static Operation<FloatBinaryOperator, float[]> operation(
      FloatOperation function,
      float identity,
      boolean isQuick,
      @Nullable Function<VectorLoops, RowLoop<float[]>> vectors) {
    float[] start = {identity};
    return new Operation<>(Carrier.FLOAT, function, start, false, isQuick, vectors);
  }

  private static Operation<FloatBinaryOperator, float[]> regroupable(
      FloatOperation function, float identity, Function<VectorLoops, RowLoop<float[]>> vectors) {
    float[] start = {identity};
    return new Operation<>(Carrier.FLOAT, function, start, true, true, vectors);
  }
}
