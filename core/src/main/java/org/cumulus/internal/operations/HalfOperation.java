package org.cumulus.internal.operations;

import java.util.function.Function;
import org.cumulus.internal.types.Carrier;
import org.cumulus.internal.types.Half;
import org.jspecify.annotations.Nullable;

/**
 * The operations on {@code float16}, which are done in float and rounded: as a float has more than
 * twice the digits of a half, a sum or product of halves is rounded correctly. Those that choose
 * one of two halves are {@link FloatOperation}s.
 */
public enum HalfOperation implements FloatBinaryOperator {
  ADD {
    @Override
    public float applyAsFloat(float a, float b) {
      return Half.round(a + b);
    }
  },
  MULTIPLY {
    @Override
    public float applyAsFloat(float a, float b) {
      return Half.round(a * b);
    }
  },
  LOGADDEXP {
    @Override
    public float applyAsFloat(float a, float b) {
      return Half.round(FloatOperation.LOGADDEXP.applyAsFloat(a, b));
    }
  };

  /** An operation with its properties; on the identities see {@link DoubleOperation}. */
  public static Operation<FloatBinaryOperator, float[]> of(Ufunc ufunc) {
    return switch (ufunc) {
      case ADD ->
          operation(ADD, new float[] {-0.0f}, VectorLoops::halves).onLines(_ -> HalfLine.INSTANCE);
      case MULTIPLY -> operation(MULTIPLY, new float[] {1.0f}, null);
      case LOGADDEXP -> operation(LOGADDEXP, null, null);
      default -> FloatOperation.of(ufunc);
    };
  }

  private static Operation<FloatBinaryOperator, float[]> operation(
      HalfOperation function,
      float @Nullable [] identity,
      @Nullable Function<VectorLoops, RowLoop<float[]>> vectors) {
    return new Operation<>(Carrier.FLOAT, function, identity, false, false, vectors);
  }
}
