package org.cumulus.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.Operator;
import org.cumulus.Order;
import org.cumulus.Scan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tree of {@code BLOCKED} with other operators than the sum, against the definition. */
final class BlockedOperatorsTest {
  private static final int[] LENGTHS = {
    1, 2, 3, 7, 8, 9, 17, 1000, 1023, 1024, 1025, 1032, 2047, 5000
  };

  private static final Operator MIXED = Operator.ofDoubles(BlockedOperatorsTest::mix).associative();

  /** What is not associative, so that any other order would show. */
  private static double mix(double a, double b) {
    return 0.75 * a - 0.5 * b;
  }

  /** The result up to the last of some elements; where there is nothing nothing is combined. */
  private static double fold(double[] x, int count, DoubleBinaryOperator f, double... start) {
    double[] hi = start;
    int block = (count - 1) / 1024;
    for (int i = 0; i < block; i++) {
      hi = combine(hi, groups(x, i * 1024, 128, f), f);
    }
    int from = block * 1024;
    int group = (count - 1 - from) / 8;
    double[] result = combine(hi, groups(x, from, group, f), f);
    int at = from + group * 8;
    int place = count - 1 - at;
    double[] right = {x[count - 1]};
    right = (place & 1) != 0 ? combine(new double[] {x[count - 2]}, right, f) : right;
    if ((place & 2) != 0) {
      int pair = at + (place & 4);
      right = combine(tree(x, pair, 2, f), right, f);
    }
    if ((place & 4) != 0) {
      result = combine(result, tree(x, at, 4, f), f);
    }
    return combine(result, right, f)[0];
  }

  private static double[] groups(double[] x, int from, int count, DoubleBinaryOperator f) {
    double[] c = {};
    for (int i = 0; i < count; i++) {
      c = combine(c, tree(x, from + i * 8, 8, f), f);
    }
    return c;
  }

  private static double[] tree(double[] x, int from, int count, DoubleBinaryOperator f) {
    return count == 1
        ? new double[] {x[from]}
        : combine(tree(x, from, count / 2, f), tree(x, from + count / 2, count / 2, f), f);
  }

  private static double[] combine(double[] a, double[] b, DoubleBinaryOperator f) {
    if (a.length == 0 || b.length == 0) {
      return a.length == 0 ? b : a;
    }
    return new double[] {f.applyAsDouble(a[0], b[0])};
  }

  private static double[] elements(int count) {
    SplittableRandom random = new SplittableRandom(count);
    double[] elements = new double[count];
    Arrays.setAll(elements, _ -> random.nextDouble(0.9, 1.1) * (random.nextBoolean() ? 1 : -1));
    return elements;
  }

  @Test
  void oneLine() {
    for (int length : LENGTHS) {
      double[] x = elements(length);
      NDArray mixed = Scan.of(MIXED).order(Order.BLOCKED).apply(x);
      NDArray product = Scan.of(Operator.MULTIPLY).order(Order.BLOCKED).apply(x);
      NDArray started = Scan.of(MIXED).order(Order.BLOCKED).initial(0.3).reverse().apply(x);
      double[] backwards = new double[length];
      Arrays.setAll(backwards, i -> x[length - 1 - i]);
      for (int k = 0; k < length; k++) {
        assertEquals(fold(x, k + 1, BlockedOperatorsTest::mix), mixed.get(k), length + " at " + k);
        assertEquals(fold(x, k + 1, (a, b) -> a * b), product.get(k), length + " at " + k);
        assertEquals(
            fold(backwards, k + 1, BlockedOperatorsTest::mix, 0.3),
            started.get(length - 1 - k),
            length + " from " + k);
      }
    }
  }

  @Test
  void floatsAndHalves() {
    double[] x = elements(1100);
    NDArray floats = NDArray.of(x).astype(DType.FLOAT32);
    double[] rounded = Lines.toDoubles(floats);
    NDArray product = Scan.of(Operator.MULTIPLY).order(Order.BLOCKED).apply(floats);
    NDArray halves = floats.astype(DType.FLOAT16);
    double[] ofHalves = Lines.toDoubles(halves);
    NDArray halfProduct = Scan.of(Operator.MULTIPLY).order(Order.BLOCKED).apply(halves);
    for (int k = 0; k < x.length; k++) {
      DoubleBinaryOperator times = (a, b) -> (float) (a * b);
      assertEquals((float) fold(rounded, k + 1, times), product.get(k), "float32 at " + k);
      float once = (float) fold(ofHalves, k + 1, times);
      assertEquals(
          Float.float16ToFloat(Float.floatToFloat16(once)), halfProduct.get(k), "float16 at " + k);
    }
  }

  /** Side by side, cut among threads, strided: always as each line by itself. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void linesAndThreads(int threads) {
    for (int[] shape :
        new int[][] {{300_000, 1}, {1, 300_000}, {3000, 100}, {100, 3000}, {70_000, 3}}) {
      double[] x = elements(shape[0] * shape[1]);
      NDArray array = NDArray.of(x).reshape(shape[0], shape[1]);
      for (int axis = 0; axis < 2; axis++) {
        NDArray all =
            Scan.of(MIXED).order(Order.BLOCKED).axis(axis).parallelism(threads).apply(array);
        int lines = shape[1 - axis];
        for (int line = 0; line < lines; line += Math.max(1, lines / 5)) {
          String index = axis == 0 ? ":, " + line : line + ", :";
          double[] expected =
              Lines.toDoubles(
                  Scan.of(MIXED).order(Order.BLOCKED).parallelism(1).apply(array.slice(index)));
          Lines.assertSame(
              expected, Lines.toDoubles(all.slice(index)), Arrays.toString(shape) + " " + index);
        }
      }
    }
  }

  @Test
  void whatIsNotAssociativeIsRefused() {
    Scan scan = Scan.of(Operator.ofDoubles(BlockedOperatorsTest::mix));
    assertThrows(IllegalArgumentException.class, () -> scan.order(Order.BLOCKED));
    Scan product = Scan.of(Operator.MULTIPLY);
    assertThrows(IllegalArgumentException.class, () -> product.order(Order.EXACT));
  }
}
