package org.cumulus.internal.operations;

import java.math.BigInteger;
import org.cumulus.DType.Kind;
import org.cumulus.OverflowPolicy;
import org.cumulus.internal.types.Integers;
import org.jspecify.annotations.Nullable;

/** {@code c · last + x} on integers, whose result is exact and then held within the dtype. */
public final class BoundedRecurrence extends BoundedOperation {
  private final long c;
  private final Kind kind;
  private final boolean isUnsigned;

  /** The greatest result that is found without big integers. */
  private final long mostQuickly;

  private BoundedRecurrence(long c, Kind kind, OverflowPolicy policy) {
    super(kind, policy);
    this.c = c;
    this.kind = kind;
    isUnsigned = kind == Kind.UINT64;
    mostQuickly = isUnsigned ? Long.MAX_VALUE : most;
  }

  /**
   * The operation that stands in for one that wraps.
   *
   * @return null if there is nothing to wrap
   * @throws ArithmeticException if the policy is to check, and the coefficient does not fit
   */
  public static @Nullable BoundedRecurrence of(
      Recurrence recurrence, Kind kind, OverflowPolicy policy) {
    return policy == OverflowPolicy.WRAP || !kind.isInteger()
        ? null
        : new BoundedRecurrence(recurrence.coefficientIn(kind, policy), kind, policy);
  }

  @Override
  public long applyAsLong(long last, long x) {
    long product = c * last;
    long sum = product + x;
    boolean fits =
        Math.multiplyHigh(c, last) == product >> 63
            && ((product ^ sum) & (x ^ sum)) >= 0
            && sum >= least
            && sum <= mostQuickly;
    boolean isQuick = !isUnsigned || (c | last | x) >= 0;
    return fits && isQuick ? sum : within(exactly(last, x));
  }

  private long within(BigInteger exact) {
    if (exact.compareTo(Integers.exact(kind, most)) > 0) {
      return beyond(most);
    }
    return exact.compareTo(Integers.exact(kind, least)) < 0 ? beyond(least) : exact.longValue();
  }

  /** What is the result if it has no range. */
  public BigInteger exactly(long last, long x) {
    return Integers.exact(kind, c)
        .multiply(Integers.exact(kind, last))
        .add(Integers.exact(kind, x));
  }
}
