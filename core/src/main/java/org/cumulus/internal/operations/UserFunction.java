package org.cumulus.internal.operations;

import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/** A function of the caller's. */
public sealed interface UserFunction extends Arithmetic {
  /** A function on doubles: of floats of every width, rounded to it at every step. */
  record OfDoubles(DoubleBinaryOperator function) implements UserFunction {}

  /** A function on longs: of integers of every width, cut to it at every step. */
  record OfLongs(LongBinaryOperator function) implements UserFunction {}

  /** A function on objects. */
  record OfObjects(BinaryOperator<@Nullable Object> function) implements UserFunction {}

  /**
   * Whether a kernel's function may be one of the caller's, or call one. Only the constants of this
   * package are sure not to: what rounds or bounds a function calls it.
   */
  static boolean mayCallOne(Object kernelFunction) {
    return !(kernelFunction instanceof DoubleOperation
        || kernelFunction instanceof FloatOperation
        || kernelFunction instanceof HalfOperation
        || kernelFunction instanceof LongOperation);
  }
}
