package org.cumulus.internal.kernels.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Sums of two rows, rounded to half, by arithmetic on the bits: the Vector API has no conversion to
 * {@code float16}, and the JIT makes no vectors of that of {@link Float}.
 */
final class HalfRow {
  private static final int INFINITY = 0x7f800000;
  private static final int SIGN = 0x80000000;

  /** From 2^16 on a float is infinity as a half. */
  private static final int BEYOND_ALL_HALVES = 0x47800000;

  /** A float has that many more digits than a half. */
  private static final int EXTRA_BITS = 13;

  private static final int EXTRA = (1 << EXTRA_BITS) - 1;

  private HalfRow() {}

  static int add(float[] before, int at, float[] x, int from, float[] y, int to, int count) {
    int whole = Species.FLOAT.loopBound(count);
    for (int i = 0; i < whole; i += Species.FLOAT.length()) {
      FloatVector sum =
          FloatVector.fromArray(Species.FLOAT, before, at + i)
              .add(FloatVector.fromArray(Species.FLOAT, x, from + i));
      round(sum).intoArray(y, to + i);
    }
    return whole;
  }

  /**
   * The nearest halves, ties to even, to sums of two halves each: where a half is subnormal they
   * are exact, as all halves are multiples of the least one.
   */
  private static FloatVector round(FloatVector values) {
    IntVector bits = values.reinterpretAsInts();
    IntVector magnitude = bits.and(~SIGN);
    IntVector lastBit = magnitude.lanewise(VectorOperators.LSHR, EXTRA_BITS).and(1);
    IntVector rounded = magnitude.add(lastBit).add(EXTRA >> 1).and(~EXTRA);
    return rounded
        .blend(INFINITY, rounded.compare(VectorOperators.GE, BEYOND_ALL_HALVES))
        .blend(magnitude, magnitude.compare(VectorOperators.GT, INFINITY))
        .or(bits.and(SIGN))
        .reinterpretAsFloats();
  }
}
