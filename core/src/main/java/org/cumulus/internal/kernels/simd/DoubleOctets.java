package org.cumulus.internal.kernels.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;
import org.cumulus.internal.operations.OctetLoop;

/** Octets of {@code double}, with the additions of the plain loops one by one. */
final class DoubleOctets implements OctetLoop<double[]> {
  private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
  private static final int OCTET = 8;

  @Override
  public int lanes(
      double[] x,
      int from,
      int step,
      double[] y,
      int to,
      int stepTo,
      int count,
      double[] carry,
      int hi,
      int c) {
    int whole = SPECIES.loopBound(count);
    for (int i = 0; i < whole; i += SPECIES.length()) {
      octet(x, from + i, step, y, to + i, stepTo, carry, hi + i, c + i);
    }
    return whole;
  }

  private static void octet(
      double[] x,
      int from,
      int step,
      double[] y,
      int to,
      int stepTo,
      double[] carry,
      int hi,
      int c) {
    DoubleVector x0 = DoubleVector.fromArray(SPECIES, x, from);
    DoubleVector x01 = x0.add(DoubleVector.fromArray(SPECIES, x, from + step));
    DoubleVector x2 = DoubleVector.fromArray(SPECIES, x, from + 2 * step);
    DoubleVector x23 = x2.add(DoubleVector.fromArray(SPECIES, x, from + 3 * step));
    DoubleVector x4 = DoubleVector.fromArray(SPECIES, x, from + 4 * step);
    DoubleVector x45 = x4.add(DoubleVector.fromArray(SPECIES, x, from + 5 * step));
    DoubleVector x6 = DoubleVector.fromArray(SPECIES, x, from + 6 * step);
    DoubleVector x67 = x6.add(DoubleVector.fromArray(SPECIES, x, from + 7 * step));
    DoubleVector x03 = x01.add(x23);
    DoubleVector x47 = x45.add(x67);
    DoubleVector octets = DoubleVector.fromArray(SPECIES, carry, c);
    DoubleVector low = DoubleVector.fromArray(SPECIES, carry, hi).add(octets);
    DoubleVector high = low.add(x03);
    octets.add(x03.add(x47)).intoArray(carry, c);
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
    return SPECIES.length() == OCTET;
  }

  @Override
  public void row(
      double[] x, int from, double[] y, int to, int length, double[] carry, int hi, int c) {
    carry[c] = Row.scan(x, from, y, to, length, carry[hi], carry[c]);
  }

  /** A class of its own, as its shuffles are none of shorter vectors. */
  private static final class Row {
    /** Where each element finds the sum that its place in its pair, and its half, still lacks. */
    private static final VectorShuffle<Double> PAIR =
        SPECIES.shuffleFromValues(0, 0, 2, 2, 4, 4, 6, 6);

    private static final VectorShuffle<Double> HALF =
        SPECIES.shuffleFromValues(0, 1, 1, 1, 4, 5, 5, 5);
    private static final VectorShuffle<Double> FOURTH = SPECIES.shuffleFromOp(lane -> 3);
    private static final VectorShuffle<Double> EIGHTH = SPECIES.shuffleFromOp(lane -> 7);
    private static final VectorMask<Double> SECOND_OF_PAIR =
        VectorMask.fromLong(SPECIES, 0b10101010);
    private static final VectorMask<Double> SECOND_OF_HALF =
        VectorMask.fromLong(SPECIES, 0b11001100);
    private static final VectorMask<Double> SECOND_HALF = VectorMask.fromLong(SPECIES, 0b11110000);

    static double scan(
        double[] x, int from, double[] y, int to, int length, double hi, double start) {
      DoubleVector blocks = DoubleVector.broadcast(SPECIES, hi);
      DoubleVector octets = DoubleVector.broadcast(SPECIES, start);
      for (int k = 0; k < length; k += OCTET) {
        DoubleVector one = DoubleVector.fromArray(SPECIES, x, from + k);
        DoubleVector two = one.add(one.rearrange(PAIR), SECOND_OF_PAIR);
        DoubleVector four = two.add(two.rearrange(HALF), SECOND_OF_HALF);
        DoubleVector w4 = four.rearrange(FOURTH);
        DoubleVector low = blocks.add(octets);
        octets = octets.add(w4.add(four.rearrange(EIGHTH)));
        low.add(w4, SECOND_HALF).add(four).intoArray(y, to + k);
      }
      return octets.lane(0);
    }
  }
}
