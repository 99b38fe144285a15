package org.cumulus.internal.kernels.simd;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.cumulus.internal.operations.RowLoop;
import org.cumulus.internal.operations.Ufunc;

/** Combines two rows of {@code float}; see {@link RowText}. */
final class FloatRow implements RowLoop<float[]> {
  private static final Ufunc UFUNC = RowText.ufunc(MethodHandles.lookup());
  private static final VectorOperators.Binary OPERATOR = RowText.operator(UFUNC);
  private static final boolean LEAVES_NAN_OUT = UFUNC == Ufunc.FMAX || UFUNC == Ufunc.FMIN;

  @Override
  public int combine(float[] before, int at, float[] x, int from, float[] y, int to, int count) {
    int whole = Species.FLOAT.loopBound(count);
    for (int i = 0; i < whole; i += Species.FLOAT.length()) {
      FloatVector a = FloatVector.fromArray(Species.FLOAT, before, at + i);
      FloatVector b = FloatVector.fromArray(Species.FLOAT, x, from + i);
      FloatVector c = a.lanewise(OPERATOR, b);
      if (LEAVES_NAN_OUT) {
        c = c.blend(b, a.compare(VectorOperators.NE, a)).blend(a, b.compare(VectorOperators.NE, b));
      }
      c.intoArray(y, to + i);
    }
    return whole;
  }
}
