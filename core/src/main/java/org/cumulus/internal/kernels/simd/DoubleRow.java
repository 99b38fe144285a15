package org.cumulus.internal.kernels.simd;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import org.cumulus.internal.operations.RowLoop;
import org.cumulus.internal.operations.Ufunc;

/** Combines two rows of {@code double}; see {@link RowTemplate}. */
final class DoubleRow implements RowLoop<double[]> {
  private static final Ufunc UFUNC = RowTemplate.ufunc(MethodHandles.lookup());
  private static final VectorOperators.Binary OPERATOR = RowTemplate.operator(UFUNC);
  private static final boolean LEAVES_NAN_OUT = UFUNC == Ufunc.FMAX || UFUNC == Ufunc.FMIN;

  @Override
  public int combine(double[] before, int at, double[] x, int from, double[] y, int to, int count) {
    int whole = Species.DOUBLE.loopBound(count);
    for (int i = 0; i < whole; i += Species.DOUBLE.length()) {
      DoubleVector a = DoubleVector.fromArray(Species.DOUBLE, before, at + i);
      DoubleVector b = DoubleVector.fromArray(Species.DOUBLE, x, from + i);
      DoubleVector c = a.lanewise(OPERATOR, b);
      if (LEAVES_NAN_OUT) {
        c = c.blend(b, a.compare(VectorOperators.NE, a)).blend(a, b.compare(VectorOperators.NE, b));
      }
      c.intoArray(y, to + i);
    }
    return whole;
  }
}
