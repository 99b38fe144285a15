package org.cumulus.internal.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cumulus.internal.types.Half;
import org.junit.jupiter.api.Test;

/** How sums of halves are guessed; {@link LineLoopTest} has whole lines. */
final class HalfLineTest {
  private static final int HALVES = 1 << 16;

  /** {@code -Dcumulus.exhaustive} takes every pair of halves, which is four billion. */
  private static final int STEP = Boolean.getBoolean("cumulus.exhaustive") ? 1 : 61;

  /**
   * Every half as the sum so far, with every half as the next element, not first in its stretch.
   */
  @Test
  void everyPair() {
    IntStream.range(0, HALVES).parallel().forEach(HalfLineTest::pairs);
  }

  private static void pairs(int bits) {
    float sum = Float.float16ToFloat((short) bits);
    HalfLine.Stretch stretch = new HalfLine.Stretch();
    float[] elements = {-0.0f, 0, 0.0f};
    for (int next = bits % STEP; next < HALVES; next += STEP) {
      elements[1] = Float.float16ToFloat((short) next);
      int right = stretch.sum(sum, elements, 0, elements.length);
      float last = sum;
      for (int k = 0; k < right; k++) {
        last = Half.round(last + elements[k]);
        if (Float.floatToRawIntBits(last) != Float.floatToRawIntBits(stretch.after[k])) {
          throw new AssertionError(sum + " + " + elements[1] + ": " + stretch.after[k]);
        }
      }
    }
  }

  /** Else it would be right for nothing. */
  @Test
  void guessesAreRightWithinABinade() {
    SplittableRandom random = new SplittableRandom(5);
    HalfLine.Stretch stretch = new HalfLine.Stretch();
    float[] elements = new float[HalfLine.LONGEST];
    for (int exponent = -14; exponent < 16; exponent++) {
      for (int sign = -1; sign <= 1; sign += 2) {
        float sum = sign * Math.scalb(1.5f, exponent);
        for (int k = 0; k < elements.length; k++) {
          float most = Math.scalb(0.001f, exponent);
          elements[k] = Half.round((float) random.nextDouble(-most, most));
        }
        assertEquals(
            elements.length, stretch.sum(sum, elements, 0, elements.length), "from " + sum);
      }
    }
  }
}
