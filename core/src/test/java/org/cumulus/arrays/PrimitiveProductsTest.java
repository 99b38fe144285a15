package org.cumulus.arrays;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.cumulus.Cumulus;
import org.cumulus.golden.SplitMix;
import org.junit.jupiter.api.Test;

/** The cumulative products of primitive arrays: those of the general method. */
class PrimitiveProductsTest {
  /** Short ones, and so long that they take the long way. */
  @Test
  void primitiveProducts() {
    for (int length : new int[] {0, 1, 2, 100, 200_000}) {
      SplitMix random = new SplitMix(length);
      double[] doubles = new double[length];
      long[] longs = new long[length];
      int[] ints = new int[length];
      boolean[] truths = new boolean[length];
      for (int i = 0; i < length; i++) {
        doubles[i] = random.below(9) == 0 ? -0.0 : 0.5 + random.below(100) / 90.0;
        longs[i] = random.next() | 1;
        ints[i] = (int) random.next() | 1;
        truths[i] = i < 50 || random.below(2) == 0;
      }
      assertArrayEquals((double[]) line(doubles), Cumulus.cumprod(doubles));
      assertArrayEquals((long[]) line(longs), Cumulus.cumprod(longs));
      assertArrayEquals((long[]) line(ints), Cumulus.cumprod(ints));
      assertArrayEquals((long[]) line(truths), Cumulus.cumprod(truths));
    }
  }

  /** The result of the general method. */
  private static Object line(Object array) {
    return Cumulus.cumprod(array).toArray();
  }
}
