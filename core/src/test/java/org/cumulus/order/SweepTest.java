package org.cumulus.order;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.Operator;
import org.cumulus.Order;
import org.cumulus.Scan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines side by side, as many as fill vectors of any length and are left over. */
final class SweepTest {
  private static final int[] LANES =
      IntStream.concat(
              IntStream.rangeClosed(1, 50),
              IntStream.of(63, 64, 65, 71, 72, 73, 127, 128, 129, 300, 2047, 2048, 2049, 16_390))
          .toArray();

  @ParameterizedTest
  @ValueSource(strings = {"f8", "f4", "f2", "i8", ">f8", ">f2", "i2"})
  void leftToRight(String name) {
    for (int lanes : LANES) {
      for (int steps : new int[] {1, 2, 7, 16, 33}) {
        check(lanes, steps, DType.of(name), Order.NUMPY);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"f8", "f4", "f2", ">f8"})
  void blocked(String name) {
    for (int lanes : LANES) {
      for (int steps : new int[] {1, 2, 7, 8, 16, 33, lanes < 80 ? 1030 : 64}) {
        check(lanes, steps, DType.of(name), Order.BLOCKED);
      }
    }
  }

  private static void check(int lanes, int steps, DType dtype, Order order) {
    String reproducer = order + " " + dtype + " " + steps + " x " + lanes;
    boolean isWhole = dtype.name().contains("int");
    NDArray array =
        NDArray.of(elements(lanes * steps, isWhole)).astype(dtype).reshape(steps, lanes);
    double[] elements = Lines.toDoubles(array);
    double[] expected = new double[elements.length];
    for (int lane = 0; lane < lanes; lane++) {
      double[] line = new double[steps];
      for (int k = 0; k < steps; k++) {
        line[k] = elements[k * lanes + lane];
      }
      double[] sums =
          order == Order.BLOCKED ? Lines.expected(line, dtype) : leftToRight(line, dtype);
      for (int k = 0; k < steps; k++) {
        expected[k * lanes + lane] = sums[k];
      }
    }
    Scan scan = Scan.of(Operator.ADD).order(order).axis(0).dtype(dtype);
    Lines.assertSame(expected, Lines.toDoubles(scan.apply(array)), reproducer);
    scan.apply(array, array);
    Lines.assertSame(expected, Lines.toDoubles(array), reproducer + " in place");
  }

  /** Numbers of all magnitudes down to the smallest half, and now and then what is none. */
  private static double[] elements(int count, boolean isWhole) {
    SplittableRandom random = new SplittableRandom(count);
    double[] elements = new double[count];
    Arrays.setAll(
        elements,
        i ->
            isWhole
                ? random.nextInt(-200, 200)
                : Math.scalb(random.nextDouble(-1, 1), random.nextInt(-26, 12)));
    double[] odd = {-0.0, Double.POSITIVE_INFINITY, -0.0, Double.NEGATIVE_INFINITY, Double.NaN};
    for (int i = 0; i < count / 20 && !isWhole; i++) {
      elements[random.nextInt(count)] = odd[i % odd.length];
    }
    return elements;
  }

  private static double[] leftToRight(double[] line, DType dtype) {
    double[] sums = new double[line.length];
    double sum = -0.0;
    for (int k = 0; k < line.length; k++) {
      sum = rounded(sum + line[k], dtype);
      sums[k] = sum;
    }
    return sums;
  }

  /** A sum of two elements of a shorter type, rounded once: a double has digits enough for that. */
  private static double rounded(double sum, DType dtype) {
    return switch (dtype.kind()) {
      case FLOAT32 -> (float) sum;
      case FLOAT16 -> Float.float16ToFloat(Float.floatToFloat16((float) sum));
      case INT16 -> (short) sum;
      default -> sum;
    };
  }

  /** Every sum that halves can have, beside those that come after and before it as floats. */
  @Test
  void halvesOfAnyMagnitude() {
    int count = 1 << 16;
    double[] first = new double[count];
    double[] second = new double[count];
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < count; i++) {
      first[i] = Float.float16ToFloat((short) i);
      second[i] = Float.float16ToFloat((short) (i ^ random.nextInt(1 << 13)));
    }
    double[] both = Arrays.copyOf(first, 2 * count);
    System.arraycopy(second, 0, both, count, count);
    NDArray array = NDArray.of(both).astype(DType.FLOAT16).reshape(2, count);
    double[] sums = Lines.toDoubles(Scan.of(Operator.ADD).axis(0).apply(array));
    for (int i = 0; i < count; i++) {
      both[count + i] = rounded(first[i] + second[i], DType.FLOAT16);
    }
    Lines.assertSame(both, sums, "halves");
  }
}
