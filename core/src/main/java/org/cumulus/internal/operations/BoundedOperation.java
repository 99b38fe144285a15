package org.cumulus.internal.operations;

import java.util.function.LongBinaryOperator;
import org.cumulus.DType.Kind;
import org.cumulus.OverflowPolicy;
import org.cumulus.internal.types.Integers;
import org.cumulus.internal.types.Overflow;
import org.cumulus.internal.units.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Operations on integers and times whose results stay within the dtype: what is beyond becomes the
 * nearest value that is not, or is an {@link Overflow}. Where nothing is beyond, both are the same
 * code, and so each of them is one class.
 */
public abstract class BoundedOperation implements LongBinaryOperator {
  final long least;
  final long most;
  private final boolean isChecked;

  BoundedOperation(Kind kind, OverflowPolicy policy) {
    least = Integers.least(kind);
    most = Integers.most(kind);
    isChecked = policy == OverflowPolicy.CHECKED;
  }

  /** What a result becomes that is beyond a bound. */
  final long beyond(long bound) {
    if (isChecked) {
      throw new Overflow();
    }
    return bound;
  }

  /**
   * The operation that stands in for one that wraps.
   *
   * @return null if there is nothing to wrap
   */
  public static @Nullable BoundedOperation of(Ufunc ufunc, Kind kind, OverflowPolicy policy) {
    boolean multiplies = ufunc == Ufunc.MULTIPLY;
    if (policy == OverflowPolicy.WRAP || !(multiplies || ufunc == Ufunc.ADD)) {
      return null;
    }
    return switch (kind) {
      case INT8, INT16, INT32, UINT8, UINT16, UINT32 ->
          multiplies ? new NarrowProduct(kind, policy) : new NarrowSum(kind, policy);
      case INT64 -> multiplies ? new Product(policy) : new Sum(policy);
      case UINT64 -> multiplies ? new UnsignedProduct(policy) : new UnsignedSum(policy);
      case TIMEDELTA64 -> new SumOfTimes(policy);
      default -> null;
    };
  }

  /** Of integers of up to 32 bits. */
  private static final class NarrowSum extends BoundedOperation {
    NarrowSum(Kind kind, OverflowPolicy policy) {
      super(kind, policy);
    }

    @Override
    public long applyAsLong(long a, long b) {
      long sum = a + b;
      if (sum > most) {
        return beyond(most);
      }
      return sum < least ? beyond(least) : sum;
    }
  }

  private static final class NarrowProduct extends BoundedOperation {
    NarrowProduct(Kind kind, OverflowPolicy policy) {
      super(kind, policy);
    }

    @Override
    public long applyAsLong(long a, long b) {
      long product = a * b;
      // Of uint32 it may be beyond the largest long.
      if (product > most || (least == 0 && product < 0)) {
        return beyond(most);
      }
      return product < least ? beyond(least) : product;
    }
  }

  private static final class Sum extends BoundedOperation {
    Sum(OverflowPolicy policy) {
      super(Kind.INT64, policy);
    }

    @Override
    public long applyAsLong(long a, long b) {
      long sum = a + b;
      return ((a ^ sum) & (b ^ sum)) < 0 ? beyond(a < 0 ? least : most) : sum;
    }
  }

  private static final class Product extends BoundedOperation {
    Product(OverflowPolicy policy) {
      super(Kind.INT64, policy);
    }

    @Override
    public long applyAsLong(long a, long b) {
      long product = a * b;
      boolean fits = Math.multiplyHigh(a, b) == product >> 63;
      return fits ? product : beyond((a ^ b) < 0 ? least : most);
    }
  }

  private static final class UnsignedSum extends BoundedOperation {
    UnsignedSum(OverflowPolicy policy) {
      super(Kind.UINT64, policy);
    }

    @Override
    public long applyAsLong(long a, long b) {
      long sum = a + b;
      return Long.compareUnsigned(sum, a) < 0 ? beyond(most) : sum;
    }
  }

  private static final class UnsignedProduct extends BoundedOperation {
    UnsignedProduct(OverflowPolicy policy) {
      super(Kind.UINT64, policy);
    }

    @Override
    public long applyAsLong(long a, long b) {
      return Math.unsignedMultiplyHigh(a, b) == 0 ? a * b : beyond(most);
    }
  }

  /** NaT sticks, and no sum of times is NaT. */
  private static final class SumOfTimes extends BoundedOperation {
    SumOfTimes(OverflowPolicy policy) {
      super(Kind.TIMEDELTA64, policy);
    }

    @Override
    public long applyAsLong(long a, long b) {
      if (a == TimeUnit.NAT || b == TimeUnit.NAT) {
        return TimeUnit.NAT;
      }
      long sum = a + b;
      boolean fits = ((a ^ sum) & (b ^ sum)) >= 0 && sum != TimeUnit.NAT;
      return fits ? sum : beyond(a < 0 ? least : most);
    }
  }

  /** A function of the caller's, of integers of up to 32 bits: its result is a whole long. */
  public static final class Within extends BoundedOperation {
    private final LongBinaryOperator function;

    public Within(LongBinaryOperator function, Kind kind, OverflowPolicy policy) {
      super(kind, policy);
      this.function = function;
    }

    @Override
    public long applyAsLong(long a, long b) {
      long result = function.applyAsLong(a, b);
      if (result > most) {
        return beyond(most);
      }
      return result < least ? beyond(least) : result;
    }
  }
}
