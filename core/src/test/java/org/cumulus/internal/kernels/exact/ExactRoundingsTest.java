package org.cumulus.internal.kernels.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.cumulus.internal.memory.Tile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How many elements need the superaccumulator in the order {@code EXACT}: that decides what the
 * order costs. Of some elements rounding takes so much that a part of it goes there; of others the
 * sum is rounded from there, as no certificate says how. {@code -Dexact.elements=10000000} counts
 * more elements, and prints what it finds.
 */
final class ExactRoundingsTest {
  private static final int USUAL = 200_000;
  private static final int ELEMENTS = Integer.getInteger("exact.elements", USUAL);

  @ParameterizedTest
  @CsvSource({
    "NORMAL, false, 0, 0",
    "NORMAL, true, 0, 0",
    "CANCELLING, false, 0, 0",
    "LARGE_INTEGERS, false, 0, 0",
    "ALL_MAGNITUDES, false, 0, 0.95",
    "HALFWAY, false, 0.49, 0"
  })
  void shares(Elements elements, boolean isNarrow, double rounded, double added) {
    ExactScan kernel = isNarrow ? ExactScan.NARROW : ExactScan.DOUBLE;
    double[] line = elements.line(ELEMENTS);
    RoundingCount count = new RoundingCount(kernel);
    for (double element : line) {
      count.add(isNarrow ? (float) element : element);
    }
    if (ELEMENTS != USUAL) {
      System.out.printf(
          "%s, narrow %s: %d rounded, %d added%n", elements, isNarrow, count.rounded, count.added);
    }
    assertShare(count.rounded, rounded, elements + " rounded");
    assertShare(count.added, added, elements + " added");
    double[] whole = new double[line.length];
    double[] carry = new double[kernel.carrySize(1)];
    kernel.start(carry, 1);
    double[] cast = line.clone();
    for (int i = 0; i < cast.length && isNarrow; i++) {
      cast[i] = (float) cast[i];
    }
    kernel.scan(
        Tile.dense(cast, cast.length, 1),
        Tile.dense(whole, whole.length, 1),
        1,
        cast.length,
        1,
        carry);
    assertEquals(whole[whole.length - 1], count.sum(), elements + ": not what the kernel does");
  }

  private static void assertShare(int count, double expected, String what) {
    assertEquals(expected, (double) count / ELEMENTS, 0.01, what);
  }

  enum Elements {
    NORMAL,
    /** 10⁻⁸ … 10⁸, and each once more with the other sign. */
    CANCELLING,
    /** Above 2⁵³, positive and negative by turns, so that none has a unit of 1. */
    LARGE_INTEGERS,
    /** Any finite number but the largest. */
    ALL_MAGNITUDES,
    /** Sums next to halfway between two doubles. */
    HALFWAY;

    double[] line(int length) {
      Random random = new Random(20_261_126);
      List<Double> elements = new ArrayList<>(length);
      for (int i = 0; elements.size() < length; i++) {
        double digits = (1 + random.nextDouble()) * (random.nextBoolean() ? 1 : -1);
        switch (this) {
          case NORMAL -> elements.add(random.nextGaussian());
          case CANCELLING -> {
            double element = digits * Math.pow(10, 16 * random.nextDouble() - 8);
            elements.add(element);
            elements.add(-element);
          }
          case LARGE_INTEGERS ->
              elements.add(
                  (i % 2 == 0 ? 1 : -1) * (double) ((1L << 53) + random.nextLong(1L << 62)));
          case ALL_MAGNITUDES -> elements.add(Math.scalb(digits, random.nextInt(-1074, 1000)));
          case HALFWAY ->
              elements.add(i == 0 ? 1 : i == 1 ? 0x1p-200 : i % 2 == 0 ? 0x1p-53 : -0x1p-53);
        }
      }
      if (this == CANCELLING) {
        Collections.shuffle(elements, random);
      }
      return elements.stream().mapToDouble(Double::doubleValue).limit(length).toArray();
    }
  }

  /** Adds up elements one by one, and tells after each what the kernel did. */
  private static final class RoundingCount {
    private static final int HIGHEST_LIMB = ExactScan.REST + Superaccumulator.LIMBS - 1;

    /** A sum that has it in its superaccumulator is beyond the range of doubles. */
    private static final double MARK = 0x1p31;

    private final ExactScan kernel;
    private final double[] element = new double[1];
    private final double[] sum = new double[1];
    private final double[] carry;
    private final double[] marked;
    private int rounded;
    private int added;

    RoundingCount(ExactScan kernel) {
      this.kernel = kernel;
      carry = new double[kernel.carrySize(1)];
      marked = new double[carry.length];
      kernel.start(carry, 1);
    }

    double sum() {
      return sum[0];
    }

    /**
     * Adds an element twice: to a copy of the carry whose superaccumulator is marked, too. If it
     * holds nothing, the mark goes when it is cleared to be used; else the sum becomes infinite
     * when it is rounded from there. What goes there beside that makes its bound larger.
     */
    void add(double value) {
      element[0] = value;
      double bound = carry[ExactScan.BOUND];
      System.arraycopy(carry, 0, marked, 0, carry.length);
      marked[HIGHEST_LIMB] = MARK;
      scan(marked);
      boolean isRounded =
          bound == 0 ? marked[HIGHEST_LIMB] != MARK : Double.isInfinite(marked[ExactScan.BOUND]);
      scan(carry);
      rounded += isRounded ? 1 : 0;
      added += !isRounded && carry[ExactScan.BOUND] > bound ? 1 : 0;
    }

    private void scan(double[] from) {
      kernel.scan(Tile.dense(element, 1, 1), Tile.dense(sum, 1, 1), 1, 1, 1, from);
    }
  }
}
