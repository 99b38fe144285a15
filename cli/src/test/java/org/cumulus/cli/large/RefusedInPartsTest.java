package org.cumulus.cli.large;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.NaNPolicy;
import org.cumulus.Operator;
import org.cumulus.Order;
import org.cumulus.OverflowPolicy;
import org.cumulus.Scan;
import org.cumulus.cli.files.Output;
import org.cumulus.cli.sources.ChannelSource;
import org.cumulus.npy.Npy;
import org.cumulus.npy.NpyHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is refused in a part of a file is named by its index in the file, as a scan in memory does.
 */
class RefusedInPartsTest {
  private static final long[][] SHAPES = {
    {3000}, {60, 50}, {3, 1000}, {1000, 3}, {7, 40, 11}, {2, 5, 300}, {300, 5, 2}
  };

  @TempDir private Path folder;

  /** A random scan of an array in which one element is at fault. */
  private record Case(NDArray array, ScanRequest request, long memory) {
    static Case of(Random random, Scan scan, DType dtype) {
      boolean includesInitial = random.nextInt(4) == 0;
      boolean isExclusive = !includesInitial && random.nextInt(4) == 0;
      Scan forward = includesInitial ? scan.includeInitial() : scan;
      forward = isExclusive ? forward.exclusive() : forward;
      long[] shape = SHAPES[random.nextInt(SHAPES.length)];
      int axis = random.nextInt(-1, shape.length);
      List<Integer> axes = axis < 0 ? List.of() : List.of(axis);
      NDArray array = NDArray.zeros(dtype, shape);
      boolean hasSegments = !includesInitial && random.nextInt(3) == 0;
      ScanRequest request =
          new ScanRequest(forward, axes, random.nextBoolean(), includesInitial, Order.NUMPY);
      return new Case(
          random.nextBoolean() ? array : array.transpose().copy().transpose(),
          hasSegments ? RandomSegmentStarts.of(request, array, random) : request,
          1L << random.nextInt(8, 18));
    }

    void put(Object value, long... index) {
      NDArray place = array;
      for (long i : index) {
        place = place.select(0, i);
      }
      NDArray.of(value).astype(array.dtype()).copyTo(place);
    }

    long[] randomIndex(Random random) {
      long[] index = array.shape();
      for (int axis = 0; axis < index.length; axis++) {
        index[axis] = random.nextLong(index[axis]);
      }
      return index;
    }

    NDArray inMemory() {
      return request.inMemory().apply(array);
    }
  }

  private void run(Case wanted) throws IOException {
    Path in = folder.resolve("in.npy");
    Npy.write(in, wanted.array);
    NpyHeader header = NpyHeader.read(in);
    Report _ =
        FileScan.run(
            wanted.request,
            new ChannelSource(in, header, header.dataOffset()),
            Output.atOnce(folder.resolve("out.npy")),
            new Budget(wanted.memory),
            (_, _) -> _ -> {});
  }

  private void assertIsRefusedAsInMemory(Class<? extends Exception> type, Case wanted) {
    String expected = assertThrows(type, wanted::inMemory).getMessage();
    assertEquals(
        expected, assertThrows(type, () -> run(wanted)).getMessage(), () -> wanted.toString());
  }

  @Test
  void aNaN() {
    for (long seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      Case wanted = Case.of(random, Scan.of(Operator.ADD).nan(NaNPolicy.REFUSE), DType.of(">f4"));
      wanted.put(Double.NaN, wanted.randomIndex(random));
      assertIsRefusedAsInMemory(IllegalArgumentException.class, wanted);
    }
  }

  @Test
  void anOverflow() throws IOException {
    int refused = 0;
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      Scan scan = Scan.of(Operator.ADD).overflow(OverflowPolicy.CHECKED);
      Case wanted = Case.of(random, scan, DType.INT64);
      long[] one = wanted.randomIndex(random);
      long[] other = wanted.randomIndex(random);
      for (int axis = 0; axis < one.length && !wanted.request.axes().isEmpty(); axis++) {
        // Two elements of the same line.
        other[axis] = wanted.request.axes().contains(axis) ? other[axis] : one[axis];
      }
      wanted.put(1L, one);
      wanted.put(Long.MAX_VALUE, other);
      if (fails(wanted)) {
        refused++;
        assertIsRefusedAsInMemory(ArithmeticException.class, wanted);
      } else {
        run(wanted);
      }
    }
    assertTrue(refused > 80 && refused < 200, "overflows: " + refused);
  }

  private static boolean fails(Case wanted) {
    try {
      NDArray _ = wanted.inMemory();
      return false;
    } catch (ArithmeticException overflow) {
      return true;
    }
  }

  /** The total of an exclusive line is not among its results, so it may overflow. */
  @Test
  void aTotalThatNobodyAskedForIsNotRefused() throws IOException {
    double[] values = new double[4000];
    values[1003] = Double.MAX_VALUE;
    values[3997] = Double.NaN;
    values[3999] = Double.MAX_VALUE;
    NDArray array = NDArray.wrap(values, 1000, 4);
    Scan scan = Scan.of(Operator.ADD).exclusive().overflow(OverflowPolicy.CHECKED);
    for (NaNPolicy nan : List.of(NaNPolicy.SKIP, NaNPolicy.KEEP)) {
      for (boolean isReverse : new boolean[] {false, true}) {
        ScanRequest request =
            new ScanRequest(scan.nan(nan), List.of(0), isReverse, false, Order.NUMPY);
        Case wanted = new Case(isReverse ? array.flip(0) : array, request, 1 << 12);
        run(wanted);
        NDArray found = Npy.read(folder.resolve("out.npy"));
        assertArrayEquals(
            (double[]) wanted.inMemory().toFlatArray(), (double[]) found.toFlatArray());
      }
    }
  }
}
