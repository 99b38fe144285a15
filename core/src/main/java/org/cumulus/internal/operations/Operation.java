package org.cumulus.internal.operations;

import java.util.function.Function;
import org.cumulus.internal.types.Carrier;
import org.jspecify.annotations.Nullable;

/**
 * What a scan folds its lines with, for one carrier, and what the loops must know of it.
 *
 * @param <F> the type of the function on two values
 * @param <A> the array type of the carrier
 * @param carrier the carrier
 * @param function the function
 * @param identity what every value is unchanged by, to the bit, when it is combined with it from
 *     the left, the only one of its array; null if there is none
 * @param isRegroupable whether the bits of a result do not depend on where a line is cut
 * @param isQuick whether many lanes are scanned faster than memory can bring them
 * @param vectors finds the loop in vectors that stands in for a row of lanes; null if there is none
 * @param line finds the loop for long lines, given those in vectors if they are in use; null if
 *     there is none
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Operation<F, A>(
    Carrier carrier,
    F function,
    @Nullable A identity,
    boolean isRegroupable,
    boolean isQuick,
    @Nullable Function<VectorLoops, RowLoop<A>> vectors,
    @Nullable Function<@Nullable VectorLoops, @Nullable LineLoop<A>> line) {

  public Operation {
    if (isRegroupable && identity == null) {
      throw new IllegalArgumentException("pieces of lines start from the identity");
    }
  }

  /** An operation without a loop for long lines. */
  public Operation(
      Carrier carrier,
      F function,
      @Nullable A identity,
      boolean isRegroupable,
      boolean isQuick,
      @Nullable Function<VectorLoops, RowLoop<A>> vectors) {
    this(carrier, function, identity, isRegroupable, isQuick, vectors, null);
  }

  /** The same with a loop for long lines, of which there is none as long as the answer is null. */
  Operation<F, A> onLines(Function<@Nullable VectorLoops, @Nullable LineLoop<A>> loop) {
    return new Operation<>(carrier, function, identity, isRegroupable, isQuick, vectors, loop);
  }

  /** The same by a function whose results depend on where a line is cut; null for no other one. */
  public Operation<F, A> within(@Nullable F bounded) {
    return bounded == null
        ? this
        : new Operation<>(carrier, bounded, identity, false, isQuick, null);
  }
}
