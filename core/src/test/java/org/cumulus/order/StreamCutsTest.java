package org.cumulus.order;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.Operator;
import org.cumulus.Order;
import org.cumulus.Scan;
import org.cumulus.ScanStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Streams in every order: wherever they are cut, the bits are those of the whole. */
final class StreamCutsTest {
  private static final String[] DTYPES = {"f8", "f4", "f2"};

  /** So many elements of a line are shared by threads. */
  private static final int SHARED = 1 << 20;

  /** Every cut of a line of two blocks and a bit, with a snapshot of the unfinished block. */
  @ParameterizedTest
  @EnumSource
  void everyCut(Order order) {
    int length = 2 * 1024 + 19;
    for (String name : DTYPES) {
      DType dtype = DType.of(name);
      NDArray line = NDArray.of(Lines.random(length, 7)).astype(dtype);
      Scan scan = Scan.of(Operator.ADD).order(order);
      double[] expected = Lines.toDoubles(scan.apply(line));
      for (int cut = 0; cut <= length; cut++) {
        ScanStream stream = scan.stream(dtype);
        double[] actual = new double[length];
        feed(stream, line, 0, cut, actual);
        feed(scan.resume(stream.snapshot()), line, cut, length, actual);
        Lines.assertSame(expected, actual, order + " " + name + " cut at " + cut);
      }
    }
  }

  /** The references say what the orders are, in plain lines. */
  @Test
  void references() {
    for (String name : DTYPES) {
      DType dtype = DType.of(name);
      for (int seed = 0; seed < 30; seed++) {
        SplittableRandom random = new SplittableRandom(seed);
        int length = random.nextInt(6000);
        double[] elements =
            seed % 2 == 0 ? Lines.random(length, seed) : Lines.special(length, seed);
        NDArray line = NDArray.of(elements).astype(dtype);
        String reproducer = name + ", seed " + seed;
        Scan blocked = Scan.of(Operator.ADD).order(Order.BLOCKED);
        Lines.assertSame(
            Lines.expected(elements, dtype), inPieces(blocked, line, random), reproducer);
        Scan exact = Scan.of(Operator.ADD).order(Order.EXACT);
        double[] sums = ExactReference.sums(Lines.toDoubles(line), dtype);
        Lines.assertSame(sums, inPieces(exact, line, random), "exact " + reproducer);
      }
    }
  }

  /** Exact sums of many digits, of lines side by side, in carries that are used again. */
  @Test
  void digitsBeyondDoubles() {
    for (int seed = 0; seed < 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double[] elements = new double[600 * 5];
      int reach = seed % 2 == 0 ? 60 : 900;
      Arrays.setAll(
          elements, i -> Math.scalb(random.nextDouble(-1, 1), random.nextInt(-reach, reach)));
      NDArray whole = NDArray.wrap(elements, 600, 5);
      Scan scan = Scan.of(Operator.ADD).axis(0).order(Order.EXACT);
      ScanStream stream = scan.stream(DType.FLOAT64, 0, 5);
      NDArray actual = NDArray.zeros(DType.FLOAT64, 600, 5);
      for (int done = 0, count; done < 600; done += count) {
        count = Math.min(600 - done, 1 + random.nextInt(40));
        String part = done + ":" + (done + count);
        stream.feed(whole.slice(part), actual.slice(part));
      }
      for (int lane = 0; lane < 5; lane++) {
        double[] line = Lines.toDoubles(whole.select(1, lane));
        double[] sums = ExactReference.sums(line, DType.FLOAT64);
        Lines.assertSame(sums, Lines.toDoubles(actual.select(1, lane)), "seed " + seed);
      }
    }
  }

  /** Rows of few and many lanes, and chunks that threads share, by rows and by pieces of lines. */
  @ParameterizedTest
  @EnumSource
  void wideArrays(Order order) {
    long[][] shapes = {
      {5000, 3}, {3000, 40}, {300, 2000}, {3, 9000}, {40, 3000}, {1, 1_060_000}, {1_060_000, 1}
    };
    for (String name : new String[] {"f8", "f4", "f2", "c16", "i4"}) {
      DType dtype = DType.of(name);
      for (long[] shape : shapes) {
        for (int axis = 0; axis < 2; axis++) {
          SplittableRandom random = new SplittableRandom(shape[0] + axis);
          double[] elements = Lines.random((int) (shape[0] * shape[1]), shape[1]);
          NDArray whole = NDArray.of(elements).astype(dtype).reshape(shape);
          Scan scan = Scan.of(Operator.ADD).axis(axis).order(order).parallelism(4);
          NDArray expected = scan.apply(whole);
          ScanStream stream = scan.stream(dtype, shape);
          NDArray actual = NDArray.zeros(expected.dtype(), shape);
          long length = shape[axis];
          for (long done = 0; done < length; ) {
            // A long line is cut within a block, and then long enough for threads to share it.
            long most = length <= SHARED ? 1 + random.nextLong(length) : done == 0 ? 5 : SHARED + 3;
            long count = Math.min(length - done, most);
            String part = (axis == 0 ? "" : ":,") + done + ":" + (done + count);
            stream.feed(whole.slice(part), actual.slice(part));
            done += count;
          }
          String reproducer =
              "%s %s %s axis %d".formatted(order, name, Arrays.toString(shape), axis);
          Lines.assertSame(flat(expected), flat(actual), reproducer);
        }
      }
    }
  }

  private static double[] flat(NDArray array) {
    return switch (array.dtype().kind()) {
      case COMPLEX128 -> (double[]) array.toFlatArray();
      default -> Lines.toDoubles(array);
    };
  }

  private static double[] inPieces(Scan scan, NDArray line, SplittableRandom random) {
    ScanStream stream = scan.stream(line.dtype());
    int length = (int) line.size();
    double[] sums = new double[length];
    int end;
    for (int done = 0; done < length; done = end) {
      end = Math.min(length, done + random.nextInt(random.nextBoolean() ? 12 : 3000));
      feed(stream, line, done, end, sums);
    }
    return sums;
  }

  private static void feed(ScanStream stream, NDArray line, int from, int to, double[] sums) {
    NDArray result = stream.feed(line.slice(from + ":" + to));
    System.arraycopy(Lines.toDoubles(result), 0, sums, from, to - from);
  }
}
