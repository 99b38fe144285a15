package org.cumulus.internal.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.LongVector;

/**
 * Sums of two rows. The JIT makes no vectors of the plain loop, as it cannot know that rows at
 * different places of arrays do not overlap.
 */
final class Rows {
  private Rows() {}

  static void add(long[] before, int at, long[] x, int from, long[] y, int to, int count) {
    int whole = Species.LONG.loopBound(count);
    for (int i = 0; i < whole; i += Species.LONG.length()) {
      LongVector.fromArray(Species.LONG, before, at + i)
          .add(LongVector.fromArray(Species.LONG, x, from + i))
          .intoArray(y, to + i);
    }
    for (int i = whole; i < count; i++) {
      y[to + i] = before[at + i] + x[from + i];
    }
  }

  static void add(float[] before, int at, float[] x, int from, float[] y, int to, int count) {
    int whole = Species.FLOAT.loopBound(count);
    for (int i = 0; i < whole; i += Species.FLOAT.length()) {
      FloatVector.fromArray(Species.FLOAT, before, at + i)
          .add(FloatVector.fromArray(Species.FLOAT, x, from + i))
          .intoArray(y, to + i);
    }
    for (int i = whole; i < count; i++) {
      y[to + i] = before[at + i] + x[from + i];
    }
  }

  static void add(double[] before, int at, double[] x, int from, double[] y, int to, int count) {
    int whole = Species.DOUBLE.loopBound(count);
    for (int i = 0; i < whole; i += Species.DOUBLE.length()) {
      DoubleVector.fromArray(Species.DOUBLE, before, at + i)
          .add(DoubleVector.fromArray(Species.DOUBLE, x, from + i))
          .intoArray(y, to + i);
    }
    for (int i = whole; i < count; i++) {
      y[to + i] = before[at + i] + x[from + i];
    }
  }
}
