package org.cumulus.internal.operations;

import java.util.function.Function;
import java.util.function.LongBinaryOperator;
import org.cumulus.DType.Kind;
import org.cumulus.internal.types.Carrier;
import org.cumulus.internal.units.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The operations on integers, which wrap, on {@code bool}, where they are logical ones, and on
 * {@code timedelta64}, where NaT is the smallest long.
 */
public enum LongOperation implements LongBinaryOperator {
  ADD {
    @Override
    public long applyAsLong(long a, long b) {
      return a + b;
    }
  },
  /** NaT sticks; a sum that overflows onto its bits is NaT from there on, as in NumPy. */
  ADD_TIMES {
    @Override
    public long applyAsLong(long a, long b) {
      return a == TimeUnit.NAT || b == TimeUnit.NAT ? TimeUnit.NAT : a + b;
    }
  },
  MULTIPLY {
    @Override
    public long applyAsLong(long a, long b) {
      return a * b;
    }
  },
  /** Of timedelta64 it leaves NaT out. */
  MAXIMUM {
    @Override
    public long applyAsLong(long a, long b) {
      return a >= b ? a : b;
    }

    @Override
    public long applyInVectors(long a, long b) {
      return Math.max(a, b);
    }
  },
  /** Of timedelta64 NaT sticks in it. */
  MINIMUM {
    @Override
    public long applyAsLong(long a, long b) {
      return a <= b ? a : b;
    }

    @Override
    public long applyInVectors(long a, long b) {
      return Math.min(a, b);
    }
  },
  MAXIMUM_UNSIGNED {
    @Override
    public long applyAsLong(long a, long b) {
      return a + Long.MIN_VALUE >= b + Long.MIN_VALUE ? a : b;
    }
  },
  MINIMUM_UNSIGNED {
    @Override
    public long applyAsLong(long a, long b) {
      return a + Long.MIN_VALUE <= b + Long.MIN_VALUE ? a : b;
    }
  },
  /** NaT sticks. */
  MAXIMUM_TIMES {
    @Override
    public long applyAsLong(long a, long b) {
      return a == TimeUnit.NAT || b == TimeUnit.NAT ? TimeUnit.NAT : Math.max(a, b);
    }
  },
  /** NaT is left out: less one, it is the largest long. */
  FMIN_TIMES {
    @Override
    public long applyAsLong(long a, long b) {
      return Math.min(a - 1, b - 1) + 1;
    }
  },
  AND {
    @Override
    public long applyAsLong(long a, long b) {
      return a & b;
    }
  },
  OR {
    @Override
    public long applyAsLong(long a, long b) {
      return a | b;
    }
  },
  XOR {
    @Override
    public long applyAsLong(long a, long b) {
      return a ^ b;
    }
  };

  /**
   * The same in the form that the JIT makes vectors of. In a scan, where each result waits for the
   * one before, this form takes three times as long.
   */
  public long applyInVectors(long a, long b) {
    return applyAsLong(a, b);
  }

  /**
   * Whether a result that is the same after a stretch of a line as before was the same all along:
   * results only ever rise, or only ever fall.
   */
  public boolean isMonotone() {
    return switch (this) {
      case MAXIMUM, MINIMUM, AND, OR -> true;
      default -> false;
    };
  }

  /** An operation with its properties. */
  public static Operation<LongBinaryOperator, long[]> of(Ufunc ufunc, Kind kind) {
    boolean areTimes = kind == Kind.TIMEDELTA64;
    boolean areUnsigned = kind == Kind.UINT64;
    Function<VectorLoops, RowLoop<long[]>> vectors = loops -> loops.longs(ufunc);
    return switch (ufunc) {
      case ADD ->
          areTimes
              ? new Operation<>(Carrier.LONG, ADD_TIMES, new long[] {0}, false, false, null)
              : operation(ADD, 0, vectors);
      case MULTIPLY -> operation(MULTIPLY, 1, vectors);
      case MAXIMUM ->
          areTimes
              ? operation(MAXIMUM_TIMES, TimeUnit.NAT + 1, null)
              : maximum(areUnsigned, vectors);
      case MINIMUM -> minimum(areUnsigned, vectors);
      case FMAX -> maximum(areUnsigned, vectors);
      case FMIN ->
          areTimes ? operation(FMIN_TIMES, TimeUnit.NAT, null) : minimum(areUnsigned, vectors);
      case LOGICAL_AND, BITWISE_AND -> operation(AND, -1, vectors);
      case LOGICAL_OR, BITWISE_OR -> operation(OR, 0, vectors);
      case LOGICAL_XOR, BITWISE_XOR -> operation(XOR, 0, vectors);
      case LOGADDEXP -> throw new IllegalArgumentException(ufunc + " is not done on integers");
    };
  }

  private static Operation<LongBinaryOperator, long[]> maximum(
      boolean areUnsigned, Function<VectorLoops, RowLoop<long[]>> vectors) {
    return areUnsigned
        ? operation(MAXIMUM_UNSIGNED, 0, null)
        : operation(MAXIMUM, Long.MIN_VALUE, vectors);
  }

  private static Operation<LongBinaryOperator, long[]> minimum(
      boolean areUnsigned, Function<VectorLoops, RowLoop<long[]>> vectors) {
    return areUnsigned
        ? operation(MINIMUM_UNSIGNED, -1, null)
        : operation(MINIMUM, Long.MAX_VALUE, vectors);
  }

  private static Operation<LongBinaryOperator, long[]> operation(
      LongOperation function,
      long identity,
      @Nullable Function<VectorLoops, RowLoop<long[]>> vectors) {
    long[] start = {identity};
    return new Operation<>(Carrier.LONG, function, start, true, true, vectors);
  }
}
