package org.cumulus.order;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.Operator;
import org.cumulus.Order;
import org.cumulus.Scan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The number of threads does not show, on lines long enough for several to share them. */
final class BlockedThreadsTest {
  private static final Scan BLOCKED = Scan.of(Operator.ADD).order(Order.BLOCKED);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void longLine(int threads) {
    for (int length : new int[] {1_048_576, 1_048_583, 1_100_000, 1_310_720, 2_000_003}) {
      for (String name : new String[] {"f8", "f4", "f2", ">f8"}) {
        DType dtype = DType.of(name);
        double[] line =
            length == 1_100_000 ? Lines.special(length, threads) : Lines.random(length, threads);
        double[] expected = Lines.expected(line, dtype);
        NDArray array = NDArray.of(line).astype(dtype);
        NDArray reversed = NDArray.of(line).flip(0).astype(dtype).flip(0);
        String reproducer = name + "[" + length + "] by " + threads;
        Lines.assertSame(expected, sums(array, null, threads), reproducer);
        Lines.assertSame(expected, sums(reversed, null, threads), "reversed " + reproducer);
      }
    }
  }

  /** Few lines side by side, and lines that are walks over an array in another order. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void fewLines(int threads) {
    long[][] shapes = {
      {524_301, 2}, {3, 350_001}, {62_000, 17}, {27_000, 40}, {2048, 520}, {520, 2048}
    };
    for (long[] shape : shapes) {
      int size = (int) (shape[0] * shape[1]);
      double[] elements = Lines.random(size, threads);
      NDArray array = NDArray.of(elements).reshape(shape);
      for (int axis = 0; axis < 2; axis++) {
        String reproducer = Arrays.toString(shape) + " axis " + axis + " by " + threads;
        NDArray lines = axis == 0 ? array.transpose() : array;
        double[] expected = new double[size];
        int length = (int) shape[axis];
        double[] inOrder = Lines.toDoubles(lines.copy());
        for (int line = 0; line < size; line += length) {
          double[] one = Arrays.copyOfRange(inOrder, line, line + length);
          System.arraycopy(Lines.expected(one, DType.FLOAT64), 0, expected, line, length);
        }
        NDArray actual = NDArray.of(sums(array, axis, threads)).reshape(shape);
        double[] actualLines = Lines.toDoubles((axis == 0 ? actual.transpose() : actual).copy());
        Lines.assertSame(expected, actualLines, reproducer);
        double[] flat = sums(lines, null, threads);
        Lines.assertSame(Lines.expected(inOrder, DType.FLOAT64), flat, reproducer + " flat");
      }
    }
  }

  private static double[] sums(NDArray array, @Nullable Integer axis, int threads) {
    try (ForkJoinPool pool = new ForkJoinPool(threads)) {
      return pool.submit(
              () -> Lines.toDoubles(BLOCKED.axis(axis).parallelism(threads).apply(array)))
          .join();
    }
  }
}
