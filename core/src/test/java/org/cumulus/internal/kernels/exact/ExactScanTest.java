package org.cumulus.internal.kernels.exact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.cumulus.internal.memory.Tile;
import org.junit.jupiter.api.Test;

/** A line may be cut anywhere, and the superaccumulator loses nothing. */
final class ExactScanTest {
  private static final ExactScan[] KERNELS = {ExactScan.DOUBLE, ExactScan.NARROW};

  @Test
  void cutAnywhere() {
    for (ExactScan kernel : KERNELS) {
      for (int seed = 0; seed < 20; seed++) {
        double[] line = line(kernel, 300, seed);
        double[] whole = new double[line.length];
        cut(kernel, line, whole, line.length, line.length);
        for (int first = 0; first <= line.length; first++) {
          double[] sums = new double[line.length];
          cut(kernel, line, sums, first, line.length);
          assertArrayEquals(whole, sums, "seed " + seed + " cut at " + first);
        }
        for (int each = 1; each < 20; each++) {
          double[] sums = line.clone();
          cut(kernel, sums, sums, each, each);
          assertArrayEquals(whole, sums, "seed " + seed + " in place, by " + each);
        }
      }
    }
  }

  /** Scans a line in a first stretch of some length, and others of another. */
  private static void cut(ExactScan kernel, double[] x, double[] y, int first, int others) {
    double[] carry = new double[kernel.carrySize(1)];
    Arrays.fill(carry, Double.NaN);
    kernel.start(carry, 1);
    int count;
    for (int k = 0; k < x.length; k += count) {
      count = Math.min(k == 0 && first > 0 ? first : others, x.length - k);
      Tile<double[]> in = new Tile<>(x, k, x.length, 1);
      kernel.scan(in, new Tile<>(y, k, y.length, 1), 1, count, 1, carry);
    }
    System.arraycopy(stored(kernel, y), 0, y, 0, y.length);
  }

  /** Narrow sums are rounded when they are stored. */
  private static double[] stored(ExactScan kernel, double[] sums) {
    double[] stored = sums.clone();
    if (kernel.equals(ExactScan.NARROW)) {
      Arrays.setAll(stored, i -> (float) sums[i]);
    }
    return stored;
  }

  /** Lanes of a tile and lines of groups are scanned as each would be by itself. */
  @Test
  void linesOfATile() {
    int length = 50;
    for (int lanes = 1; lanes < 20; lanes++) {
      for (int groups = 1; groups < 4; groups++) {
        ExactScan kernel = KERNELS[lanes % 2];
        double[] x = new double[groups * length * lanes];
        double[] expected = new double[x.length];
        for (int line = 0; line < groups * lanes; line++) {
          double[] alone = line(kernel, length, line);
          double[] sums = new double[length];
          cut(kernel, alone, sums, length, length);
          int at = line / lanes * length * lanes + line % lanes;
          for (int k = 0; k < length; k++) {
            x[at + k * lanes] = alone[k];
            expected[at + k * lanes] = sums[k];
          }
        }
        double[] carry = new double[kernel.carrySize(60)];
        kernel.start(carry, 60);
        double[] y = new double[x.length];
        Tile<double[]> in = Tile.dense(x, length, lanes);
        kernel.scan(in, Tile.dense(y, length, lanes), groups, length, lanes, carry);
        assertArrayEquals(expected, stored(kernel, y), groups + " groups of " + lanes + " lanes");
      }
    }
  }

  /** Halves, and numbers much larger and smaller, whose sums come to zero and out of range. */
  private static double[] line(ExactScan kernel, int length, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int most = kernel.equals(ExactScan.DOUBLE) ? 1000 : 100;
    double[] line = new double[length];
    for (int i = 0; i < length; i++) {
      float half = Float.float16ToFloat((short) random.nextInt(1 << 16));
      line[i] = i < 5 ? -0.0 : seed % 4 != 0 && !Float.isFinite(half) ? 1 : half;
      if (seed % 3 != 0 && random.nextInt(9) == 0) {
        line[i] = Math.scalb(line[i], random.nextBoolean() ? most : -most);
      }
    }
    return line;
  }

  @Test
  void superaccumulator() {
    double[] limbs = new double[Superaccumulator.LIMBS + 5];
    for (int seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Superaccumulator.clear(limbs, 3);
      BigDecimal exact = BigDecimal.ZERO;
      for (int i = 0; i < 50; i++) {
        double value = Double.longBitsToDouble(random.nextLong());
        value = Double.isFinite(value) ? value : Double.MAX_VALUE;
        Superaccumulator.add(limbs, 3, value);
        exact = exact.add(new BigDecimal(value));
        assertEquals(exact.doubleValue(), Superaccumulator.nearest(limbs, 3), "seed " + seed);
        if (Double.isFinite(exact.doubleValue())) {
          checkOdd(Superaccumulator.odd(limbs, 3), exact);
        }
      }
    }
    assertEquals(0, limbs[2]);
    assertEquals(0, limbs[3 + Superaccumulator.LIMBS]);
  }

  private static void checkOdd(double odd, BigDecimal exact) {
    BigDecimal off = new BigDecimal(odd).subtract(exact).abs();
    boolean isOdd = (Double.doubleToLongBits(odd) & 1) == 1;
    boolean isNext = off.compareTo(new BigDecimal(Math.ulp(odd))) < 0;
    assertTrue(off.signum() == 0 || (isOdd && isNext), odd + " for " + exact);
  }

  /** So many additions that limbs are full of carries. */
  @Test
  void superaccumulatorOfMillions() {
    double[] limbs = new double[Superaccumulator.LIMBS];
    double last = Double.MIN_VALUE * 0x1.fffffffffffffp51;
    int count = 5_000_000;
    for (int i = 0; i < count; i++) {
      Superaccumulator.add(limbs, 0, Double.MAX_VALUE);
      Superaccumulator.add(limbs, 0, last);
      Superaccumulator.add(limbs, 0, 0x1p-500);
    }
    for (int i = 0; i < count; i++) {
      Superaccumulator.add(limbs, 0, -Double.MAX_VALUE);
    }
    assertEquals(count * 0x1p-500, Superaccumulator.nearest(limbs, 0));
    for (int i = 0; i < count; i++) {
      Superaccumulator.add(limbs, 0, -0x1p-500);
    }
    assertEquals(count * last, Superaccumulator.nearest(limbs, 0));
  }
}
