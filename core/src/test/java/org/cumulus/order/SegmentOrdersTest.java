package org.cumulus.order;

import java.util.SplittableRandom;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.Operator;
import org.cumulus.Order;
import org.cumulus.Scan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Segments in every order: each has the bits of a line of its own, as positions count from its
 * start, around blocks, tiles and what threads share.
 */
final class SegmentOrdersTest {
  private static final int[] LENGTHS = {
    1, 7, 8, 9, 0, 16, 1023, 1024, 1025, 3, 2048, 2049, 5000, 140_000, 5, 70_000, 1_100_003, 1, 1
  };

  @ParameterizedTest
  @EnumSource
  void everySegmentIsALine(Order order) {
    long[] lengths = new long[LENGTHS.length];
    int size = 0;
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = LENGTHS[i];
      size += LENGTHS[i];
    }
    for (String name : new String[] {"f8", "f4", "f2", "i4", ">f8"}) {
      DType dtype = DType.of(name);
      NDArray line = NDArray.of(Lines.random(size, 3)).astype(dtype);
      for (int threads : new int[] {1, 4}) {
        Scan whole = Scan.of(Operator.ADD).order(order).parallelism(threads);
        for (Scan scan : new Scan[] {whole, whole.reverse(), whole.exclusive().reverse()}) {
          double[] actual = Lines.toDoubles(scan.segmentsByLengths(lengths).apply(line));
          int from = 0;
          for (int length : LENGTHS) {
            double[] part = new double[length];
            System.arraycopy(actual, from, part, 0, length);
            NDArray own = scan.apply(line.slice(from + ":" + (from + length)));
            String reproducer = "%s %s at %d, %d threads".formatted(order, name, from, threads);
            Lines.assertSame(Lines.toDoubles(own), part, reproducer);
            from += length;
          }
        }
      }
    }
  }

  /** Rows of a few and of many lanes, with segments of rows. */
  @ParameterizedTest
  @EnumSource
  void segmentsOfRows(Order order) {
    for (int lanes : new int[] {2, 9, 40, 700}) {
      int rows = 400_000 / lanes;
      SplittableRandom random = new SplittableRandom(lanes);
      NDArray whole = NDArray.wrap(Lines.random(rows * lanes, lanes), rows, lanes);
      int[] keys = random.ints(rows, 0, 6).toArray();
      int first = random.nextInt(rows);
      Scan scan = Scan.of(Operator.ADD).axis(0).order(order).parallelism(3);
      NDArray byKey = scan.segmentsByKey(keys).apply(whole);
      NDArray byOffset = scan.segmentsByOffsets(0, first, rows).apply(whole);
      for (int lane = 0; lane < lanes; lane += 1 + lanes / 5) {
        NDArray line = whole.select(1, lane);
        double[] expected = Lines.toDoubles(scan.segmentsByKey(keys).apply(line));
        String reproducer = order + " " + lanes + " lanes, lane " + lane;
        Lines.assertSame(expected, Lines.toDoubles(byKey.select(1, lane)), reproducer);
        double[] second = Lines.toDoubles(scan.apply(line.slice(first + ":")));
        NDArray actual = byOffset.select(1, lane).slice(first + ":");
        Lines.assertSame(second, Lines.toDoubles(actual), reproducer);
      }
    }
  }
}
