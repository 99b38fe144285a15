package org.cumulus.internal.kernels.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;
import org.cumulus.internal.operations.Credit;
import org.cumulus.internal.operations.LineLoop;

/**
 * Sums of {@code double} in one line; see {@link LineLoop}.
 *
 * <p><b>The guess.</b> From {@code 2^e} to {@code 2^(e + 1)} doubles are as far apart as the whole
 * numbers that are their bits. While the sum stays there an element adds a whole number of such
 * steps to it, whatever the sum is, but for ties: as many as to the {@code anchor}, the middle of
 * that binade. Whole numbers may be added in any order; so all results in a vector are guessed at
 * once, and the next vector waits for one addition.
 *
 * <p><b>The proof.</b> Let {@code s} be the bits of the sum before a vector, {@code steps[j]} any
 * whole numbers, and {@code guess[j] = s + steps[0] + … + steps[j]}, which has no roundings, as it
 * is done modulo {@code 2^64}. Then {@code guess[j] - steps[j]} is {@code guess[j - 1]}, or {@code
 * s} for {@code j = 0}. The loop adds the element to the double with these bits, and compares the
 * bits of that sum with {@code guess[j]}. If they are the same for all {@code j}, then by induction
 * each {@code guess[j]} is the sum from left to right, with its ties, zeros, infinities, and all.
 */
final class DoubleLine implements LineLoop<double[]> {
  private static final VectorSpecies<Double> SPECIES = Species.DOUBLE_LINE;
  private static final VectorSpecies<Long> BITS = Species.DOUBLE_LINE_BITS;
  private static final int LANES = SPECIES.length();

  /** Two vectors at a time: the second does not wait for the first one. */
  private static final int STEP = 2 * LANES;

  /** Each lane from the one so many before. What has none is masked. */
  private static final VectorShuffle<Long> BEFORE_1 = before(1);

  private static final VectorShuffle<Long> BEFORE_2 = before(2);
  private static final VectorShuffle<Long> BEFORE_4 = before(4);
  private static final VectorShuffle<Long> BEFORE_8 = before(8);
  private static final VectorMask<Long> FROM_1 = from(1);
  private static final VectorMask<Long> FROM_2 = from(2);
  private static final VectorMask<Long> FROM_4 = from(4);
  private static final VectorMask<Long> FROM_8 = from(8);
  private static final VectorShuffle<Long> LAST = VectorShuffle.fromOp(BITS, lane -> LANES - 1);

  /** Vectors of two gain nothing. */
  private static final int FEWEST_LANES = 4;

  /**
   * The first elements of a line are in many binades, so that shorter lines gain little, and lose
   * that the processor begins the next one before.
   */
  private static final int SHORTEST = 2048;

  /** Right guesses that save what a wrong one costs. */
  private static final int WORTH = 64;

  /** Short enough for the next binade, and long enough for wrong guesses not to be felt. */
  private static final int REST = 256;

  private static VectorShuffle<Long> before(int distance) {
    return VectorShuffle.fromOp(BITS, lane -> Math.max(lane - distance, 0));
  }

  private static VectorMask<Long> from(int first) {
    return VectorMask.fromLong(BITS, -1L << first);
  }

  @Override
  public int shortest() {
    return LANES < FEWEST_LANES ? Integer.MAX_VALUE : SHORTEST;
  }

  @Override
  public void scan(double[] x, int from, double[] y, int to, int length, double[] carry, int at) {
    Credit credit = new Credit(WORTH, REST);
    int done = 0;
    while (done < length) {
      int right = guess(x, from + done, y, to + done, length - done, carry, at);
      done += right;
      // Either a guess was wrong, or what is left fills no vectors.
      int left = length - done;
      int rest = left < STEP ? left : Math.min(Math.max(credit.afterWrong(right), STEP), left);
      carry[at] = plain(x, from + done, y, to + done, rest, carry[at]);
      done += rest;
    }
  }

  private static double plain(double[] x, int from, double[] y, int to, int length, double start) {
    double sum = start;
    for (int k = 0; k < length; k++) {
      sum += x[from + k];
      y[to + k] = sum;
    }
    return sum;
  }

  /**
   * Sums vectors until one is not as guessed, and returns how many elements that are. That is left
   * to the caller, as vectors that live across another loop become objects.
   */
  static int guess(double[] x, int from, double[] y, int to, int length, double[] carry, int at) {
    DoubleVector anchor = DoubleVector.broadcast(SPECIES, anchor(carry[at]));
    LongVector anchorBits = anchor.reinterpretAsLongs();
    LongVector sum = DoubleVector.broadcast(SPECIES, carry[at]).reinterpretAsLongs();
    int k = 0;
    for (; k <= length - STEP; k += STEP) {
      DoubleVector x0 = DoubleVector.fromArray(SPECIES, x, from + k);
      DoubleVector x1 = DoubleVector.fromArray(SPECIES, x, from + k + LANES);
      LongVector steps0 = x0.add(anchor).reinterpretAsLongs().sub(anchorBits);
      LongVector steps1 = x1.add(anchor).reinterpretAsLongs().sub(anchorBits);
      LongVector prefixes0 = prefixes(steps0);
      LongVector prefixes1 = prefixes(steps1);
      LongVector middle = sum.add(prefixes0.rearrange(LAST));
      LongVector next = middle.add(prefixes1.rearrange(LAST));
      LongVector guess0 = sum.add(prefixes0);
      LongVector guess1 = middle.add(prefixes1);
      DoubleVector y0 = guess0.sub(steps0).reinterpretAsDoubles().add(x0);
      DoubleVector y1 = guess1.sub(steps1).reinterpretAsDoubles().add(x1);
      LongVector wrong0 = y0.reinterpretAsLongs().lanewise(VectorOperators.XOR, guess0);
      LongVector wrong1 = y1.reinterpretAsLongs().lanewise(VectorOperators.XOR, guess1);
      if (wrong0.or(wrong1).compare(VectorOperators.NE, 0).anyTrue()) {
        break;
      }
      y0.intoArray(y, to + k);
      y1.intoArray(y, to + k + LANES);
      sum = next;
    }
    carry[at] = sum.reinterpretAsDoubles().lane(0);
    return k;
  }

  /** In the middle of a number's binade, of its sign; zeros and what is no number have one, too. */
  private static double anchor(double sum) {
    int exponent = Math.clamp(Math.getExponent(sum), Double.MIN_EXPONENT, Double.MAX_EXPONENT);
    return Math.copySign(Math.scalb(1.5, exponent), sum);
  }

  /** The sums of each lane and all before it. */
  private static LongVector prefixes(LongVector steps) {
    LongVector sums = steps;
    sums = sums.lanewise(VectorOperators.ADD, sums.rearrange(BEFORE_1), FROM_1);
    if (LANES > 2) {
      sums = sums.lanewise(VectorOperators.ADD, sums.rearrange(BEFORE_2), FROM_2);
    }
    if (LANES > 4) {
      sums = sums.lanewise(VectorOperators.ADD, sums.rearrange(BEFORE_4), FROM_4);
    }
    if (LANES > 8) {
      sums = sums.lanewise(VectorOperators.ADD, sums.rearrange(BEFORE_8), FROM_8);
    }
    return sums;
  }
}
