package org.cumulus.internal.kernels.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;
import org.cumulus.internal.operations.GroupLoop;

/** Groups of {@code float}, with the additions of the plain loops one by one. */
final class FloatGroups implements GroupLoop<float[]> {
  private static final VectorSpecies<Float> SPECIES = Species.FLOAT;
  private static final int GROUP = 8;

  @Override
  public int lanes(
      float[] x,
      int from,
      int step,
      float[] y,
      int to,
      int stepTo,
      int count,
      float[] carry,
      int hi,
      int c) {
    int whole = SPECIES.loopBound(count);
    for (int i = 0; i < whole; i += SPECIES.length()) {
      group(x, from + i, step, y, to + i, stepTo, carry, hi + i, c + i);
    }
    return whole;
  }

  private static void group(
      float[] x, int from, int step, float[] y, int to, int stepTo, float[] carry, int hi, int c) {
    FloatVector x0 = FloatVector.fromArray(SPECIES, x, from);
    FloatVector x01 = x0.add(FloatVector.fromArray(SPECIES, x, from + step));
    FloatVector x2 = FloatVector.fromArray(SPECIES, x, from + 2 * step);
    FloatVector x23 = x2.add(FloatVector.fromArray(SPECIES, x, from + 3 * step));
    FloatVector x4 = FloatVector.fromArray(SPECIES, x, from + 4 * step);
    FloatVector x45 = x4.add(FloatVector.fromArray(SPECIES, x, from + 5 * step));
    FloatVector x6 = FloatVector.fromArray(SPECIES, x, from + 6 * step);
    FloatVector x67 = x6.add(FloatVector.fromArray(SPECIES, x, from + 7 * step));
    FloatVector x03 = x01.add(x23);
    FloatVector x47 = x45.add(x67);
    FloatVector groups = FloatVector.fromArray(SPECIES, carry, c);
    FloatVector low = FloatVector.fromArray(SPECIES, carry, hi).add(groups);
    FloatVector high = low.add(x03);
    groups.add(x03.add(x47)).intoArray(carry, c);
    low.add(x0).intoArray(y, to);
    low.add(x01).intoArray(y, to + stepTo);
    low.add(x01.add(x2)).intoArray(y, to + 2 * stepTo);
    high.intoArray(y, to + 3 * stepTo);
    high.add(x4).intoArray(y, to + 4 * stepTo);
    high.add(x45).intoArray(y, to + 5 * stepTo);
    high.add(x45.add(x6)).intoArray(y, to + 6 * stepTo);
    high.add(x47).intoArray(y, to + 7 * stepTo);
  }

  @Override
  public boolean hasRow() {
    return SPECIES.length() == GROUP;
  }

  @Override
  public void row(
      float[] x, int from, float[] y, int to, int length, float[] carry, int hi, int c) {
    carry[c] = Row.scan(x, from, y, to, length, carry[hi], carry[c]);
  }

  /** A class of its own, as its shuffles are none of shorter vectors. */
  private static final class Row {
    /** Where each element finds the sum that its place in its pair, and its half, still lacks. */
    private static final VectorShuffle<Float> PAIR =
        SPECIES.shuffleFromValues(0, 0, 2, 2, 4, 4, 6, 6);

    private static final VectorShuffle<Float> HALF =
        SPECIES.shuffleFromValues(0, 1, 1, 1, 4, 5, 5, 5);
    private static final VectorShuffle<Float> FOURTH = SPECIES.shuffleFromOp(lane -> 3);
    private static final VectorShuffle<Float> EIGHTH = SPECIES.shuffleFromOp(lane -> 7);
    private static final VectorMask<Float> SECOND_OF_PAIR =
        VectorMask.fromLong(SPECIES, 0b10101010);
    private static final VectorMask<Float> SECOND_OF_HALF =
        VectorMask.fromLong(SPECIES, 0b11001100);
    private static final VectorMask<Float> SECOND_HALF = VectorMask.fromLong(SPECIES, 0b11110000);

    static float scan(float[] x, int from, float[] y, int to, int length, float hi, float start) {
      FloatVector blocks = FloatVector.broadcast(SPECIES, hi);
      FloatVector groups = FloatVector.broadcast(SPECIES, start);
      for (int k = 0; k < length; k += GROUP) {
        FloatVector one = FloatVector.fromArray(SPECIES, x, from + k);
        FloatVector two = one.add(one.rearrange(PAIR), SECOND_OF_PAIR);
        FloatVector four = two.add(two.rearrange(HALF), SECOND_OF_HALF);
        FloatVector w4 = four.rearrange(FOURTH);
        FloatVector low = blocks.add(groups);
        groups = groups.add(w4.add(four.rearrange(EIGHTH)));
        low.add(w4, SECOND_HALF).add(four).intoArray(y, to + k);
      }
      return groups.lane(0);
    }
  }
}
