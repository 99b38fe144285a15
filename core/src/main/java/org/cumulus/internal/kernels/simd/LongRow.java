package org.cumulus.internal.kernels.simd;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import org.cumulus.internal.operations.RowLoop;

/** Combines two rows of {@code long}; see {@link RowTemplate}. */
final class LongRow implements RowLoop<long[]> {
  private static final VectorOperators.Binary OPERATOR =
      RowTemplate.operator(RowTemplate.ufunc(MethodHandles.lookup()));

  @Override
  public int combine(long[] before, int at, long[] x, int from, long[] y, int to, int count) {
    int whole = Species.LONG.loopBound(count);
    for (int i = 0; i < whole; i += Species.LONG.length()) {
      LongVector.fromArray(Species.LONG, before, at + i)
          .lanewise(OPERATOR, LongVector.fromArray(Species.LONG, x, from + i))
          .intoArray(y, to + i);
    }
    return whole;
  }
}
