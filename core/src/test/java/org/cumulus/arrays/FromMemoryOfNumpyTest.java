package org.cumulus.arrays;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cumulus.Complex;
import org.cumulus.Cumulus;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.NaNPolicy;
import org.cumulus.Operator;
import org.cumulus.Scan;
import org.cumulus.npy.Npy;
import org.cumulus.npy.Npz;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What people use {@code numpy.cumsum} for, written as they would from memory: not one cast. The
 * expected results are NumPy 2.4.6's.
 */
class FromMemoryOfNumpyTest {
  private static final Scan SUM = Scan.of(Operator.ADD);

  @Test
  void alongEachAxis() {
    int[][] a = {{2, 4, 6}, {1, 3, 5}};
    assertEquals("[[ 2  4  6]\n [ 3  7 11]]", Cumulus.cumsum(a, 0).toString());
    assertArrayEquals(new long[] {2, 6, 12, 1, 4, 9}, Cumulus.cumsum(a, -1).toLongs());
    assertArrayEquals(new int[] {2, 6, 12, 13, 16, 21}, Cumulus.cumsum(a).toInts());
  }

  @Test
  void runningMean() {
    double[] x = {4, 8, 6, 2};
    double[] mean = Cumulus.cumsum(x);
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= i + 1;
    }
    assertArrayEquals(new double[] {4, 6, 6, 5}, mean);
  }

  @Test
  void sumsOfRanges() {
    long[] before = Cumulus.cumulativeSum(new int[] {3, 1, 4, 1, 5}, 0, true);
    assertEquals(4 + 1, before[4] - before[2]);
    assertEquals(14, before[5] - before[0]);
  }

  @Test
  void histogramToDistribution() {
    double[] counts = {1, 3, 4, 2};
    double[] cdf = Cumulus.cumsum(counts);
    double total = cdf[cdf.length - 1];
    for (int i = 0; i < cdf.length; i++) {
      cdf[i] /= total;
    }
    assertArrayEquals(new double[] {0.1, 0.4, 0.8, 1}, cdf);
  }

  @Test
  void compoundedReturns() {
    double[] growth = Cumulus.cumprod(new double[] {1.5, 0.5, 2}, 0);
    assertArrayEquals(new double[] {1.5, 0.75, 1.5}, growth);
  }

  @Test
  void drawdown() {
    double[] price = {10, 12, 9, 15, 12};
    double[] peak = Cumulus.cummax(price).values().toDoubles();
    double worst = 0;
    for (int i = 0; i < price.length; i++) {
      worst = Math.min(worst, price[i] / peak[i] - 1);
    }
    assertEquals(-0.25, worst);
    assertEquals(
        List.of(10.0, 12.0, 12.0, 15.0, 15.0),
        Cumulus.accumulate(Operator.MAXIMUM, price).toList(Double.class));
  }

  @Test
  void offsetsOfSparseRows() {
    int[] indptr = Cumulus.offsets(new int[] {2, 0, 1});
    assertArrayEquals(new int[] {0, 2, 2, 3}, indptr);
    double[] sums = SUM.segmentsByOffsets(indptr).apply(new double[] {1, 2, 4}).toDoubles();
    assertArrayEquals(new double[] {1, 3, 4}, sums);
  }

  @Test
  void resetAtFlags() {
    boolean[] isNewDay = {false, false, true, false};
    long[] today = SUM.segmentsByFlags(isNewDay).apply(new int[] {1, 2, 3, 4}).toLongs();
    assertArrayEquals(new long[] {1, 3, 3, 7}, today);
  }

  @Test
  void movingWindow() {
    int width = 3;
    long[] before = Cumulus.cumulativeSum(new long[] {1, 2, 3, 4, 5}, null, true);
    long[] sums = new long[before.length - width];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = before[i + width] - before[i];
    }
    assertArrayEquals(new long[] {6, 9, 12}, sums);
    NDArray all = NDArray.wrap(before);
    NDArray late = all.slice(width + ":");
    NDArray early = all.slice(":" + -width);
    assertEquals(late.getLong(2) - early.getLong(2), sums[2]);
  }

  /** As {@code np.unwrap}: whole turns are added up and taken off. */
  @Test
  void unwrap() {
    double[] angle = {0, 3, -3, -1};
    double[] turns = new double[angle.length];
    double[] steps = Cumulus.diff(angle);
    for (int i = 0; i < steps.length; i++) {
      turns[i + 1] = -Math.rint(steps[i] / (2 * Math.PI)) * 2 * Math.PI;
    }
    double[] shift = Cumulus.cumsum(turns);
    for (int i = 0; i < angle.length; i++) {
      shift[i] += angle[i];
    }
    assertArrayEquals(new double[] {0, 3, 3.28318531, 5.28318531}, shift, 1e-8);
  }

  @Test
  void integersThatOverflow() {
    byte[] a = {100, 100};
    assertEquals("[100 200]", NDArray.of(Cumulus.cumsum(a)).toString());
    assertEquals("[100 -56]", Cumulus.cumsum(a, 0, DType.INT8).toString());
    assertArrayEquals(new long[] {100, -56}, Cumulus.cumsum(a, null, DType.INT8).toLongs());
  }

  @Test
  void timesBetween() {
    List<Instant> times =
        List.of(Instant.EPOCH, Instant.ofEpochSecond(90), Instant.ofEpochSecond(95));
    long[] gaps = Cumulus.diff(times.stream().mapToLong(Instant::getEpochSecond).toArray());
    assertArrayEquals(new long[] {90, 5}, gaps);
    NDArray elapsed = NDArray.of(gaps).astype(DType.of("timedelta64[s]"));
    assertEquals("[90 95]", Cumulus.cumsum(elapsed).toString());
    List<Duration> total =
        Cumulus.cumsum(List.of(Duration.ofSeconds(90), Duration.ofSeconds(5)))
            .toList(Duration.class);
    assertEquals(Duration.ofSeconds(95), total.getLast());
  }

  @Test
  void filesThereAndBack(@TempDir Path folder) throws IOException {
    Path archive = folder.resolve("run.npz");
    Npz.write(archive, Map.of("x", new double[] {1, 2}));
    assertArrayEquals(new double[] {1, 3}, Cumulus.cumsum(Npz.read(archive, "x")).toDoubles());
    NDArray result = Npy.create(folder.resolve("sums.npy"), DType.INT64, 2, 3);
    Cumulus.cumsum(new int[][] {{1, 2, 3}, {4, 5, 6}}, 1, null, result);
    assertEquals(15, Npy.map(folder.resolve("sums.npy")).getLong(1, -1));
  }

  @Test
  void everySecondBackwards() {
    NDArray a = NDArray.of(new int[] {0, 1, 2, 3, 4, 5});
    assertEquals("[5 8 9]", Cumulus.cumsum(a.slice("::-2")).toString());
  }

  @Test
  void fromTheEnd() {
    NDArray a = NDArray.of(new int[] {1, 2, 3});
    assertEquals("[6 5 3]", Cumulus.cumsum(a.flip()).flip().toString());
    assertArrayEquals(new long[] {6, 5, 3}, SUM.reverse().apply(a).toLongs());
  }

  @Test
  void complexNumbers() {
    NDArray walk = Cumulus.cumsum(List.of(new Complex(0, 1), new Complex(2, 0)));
    assertEquals("[0.+1.j 2.+1.j]", walk.toString());
    assertEquals(new Complex(2, 1), walk.getComplex(-1));
    assertEquals(List.of(new Complex(0, 1), new Complex(2, 1)), walk.toList(Complex.class));
  }

  @Test
  void halfPrecision() {
    NDArray half = NDArray.of(new double[] {2048, 1, 1}, DType.FLOAT16);
    assertEquals("[2.048e+03 2.048e+03 2.048e+03]", Cumulus.cumsum(half).toString());
    assertEquals(2050, Cumulus.cumsum(half, 0, DType.FLOAT32).getDouble(-1));
  }

  @Test
  void inPlace() {
    double[] a = {1, 2, 3};
    Cumulus.cumsum(a, a);
    assertArrayEquals(new double[] {1, 3, 6}, a);
    NDArray table = NDArray.wrap(new double[] {1, 2, 3, 4}, 2, 2);
    Cumulus.cumsum(table, 1, null, table);
    assertArrayEquals(new double[] {1, 3, 3, 7}, table.toDoubles());
  }

  /** {@code np.cumsum(np.where(np.isnan(x), 0, x))}, which is nancumsum. */
  @Test
  void missingValues() {
    double[] x = {1, Double.NaN, 2};
    assertArrayEquals(new double[] {1, 1, 3}, Cumulus.nancumsum(x));
    assertEquals("[ 1. nan  3.]", SUM.nan(NaNPolicy.KEEP).apply(x).toString());
  }

  /** {@code a[0] = ...; a[:, 1] = ...; for index, x in np.ndenumerate(a)}. */
  @Test
  void assignAndLoop() {
    NDArray a = NDArray.zeros(DType.INT64, 2, 2);
    a.set(0, 0, 5);
    a.set(":, 1", new int[] {7, 8});
    StringBuilder seen = new StringBuilder();
    a.forEachIndexed((index, x) -> seen.append(index[0]).append(index[1]).append(x).append(' '));
    assertEquals("005 017 100 118 ", seen.toString());
    assertEquals(20, a.longs().sum());
  }
}
