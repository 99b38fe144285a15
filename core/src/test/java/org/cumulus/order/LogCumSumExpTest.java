package org.cumulus.order;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.cumulus.Cumulus;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.Operator;
import org.cumulus.Order;
import org.cumulus.Scan;
import org.cumulus.golden.SplitMix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code logcumsumexp}: its accuracy against decimals of 50 digits, and everything around it. */
class LogCumSumExpTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final double NAN = Double.NaN;

  /** As promised: so many eps of the larger of 1 and the result. */
  private static final double BOUND = 2;

  /** Elements that are near or far, that repeat, rise, fall, or are just out of one's reach. */
  private static List<double[]> lines() {
    SplitMix random = new SplitMix(4_711);
    List<double[]> lines = new ArrayList<>();
    for (double size : new double[] {1e-300, 1e-9, 0.1, 1, 5, 40, 700, 1e5, 1e300}) {
      lines.add(line(300, _ -> size * normal(random)));
      lines.add(line(100, _ -> size));
      lines.add(line(100, k -> -size * k));
      lines.add(line(300, k -> size * k));
    }
    for (double gap : new double[] {36, 299, 301, 599, 746}) {
      lines.add(
          line(
              50,
              k ->
                  k % 10 == 0
                      ? gap * Math.floorDiv(k, 10) + 0.1
                      : gap * Math.floorDiv(k, 10) - 0.3));
      lines.add(line(50, k -> k % 3 == 0 ? gap : -gap / 7 * (k % 5)));
      lines.add(line(50, k -> k < 25 ? -gap / 2 : gap / 2 + 0.1 * k));
    }
    lines.add(line(50, k -> k < 5 || k % 4 == 0 ? -INFINITY : k));
    lines.addAll(cancellingLines(random));
    return lines;
  }

  /** Lines whose first element is far below all results, or whose results come near zero. */
  private static List<double[]> cancellingLines(SplitMix random) {
    List<double[]> lines = new ArrayList<>();
    lines.add(line(128, k -> k - 128));
    lines.add(line(54, k -> k - 50));
    lines.add(line(500, k -> -700 + k * (700 / 499.0)));
    for (double low : new double[] {-5, -38, -120, -299, -299.9, -300.3, -420}) {
      lines.add(line(100, k -> k == 0 ? low : normal(random)));
      lines.add(line(400, k -> k == 0 ? low : k < 350 ? low + 299.9 : low + 300.45));
      lines.add(line(100, k -> k == 0 ? low : low / 7 * Math.floorMod(k, 5)));
    }
    for (double step : new double[] {0.01, 0.37, 7.3, 37.3, 99.9}) {
      lines.add(line(400, k -> -200 + step * k));
      lines.add(line(400, k -> 50 - step * k));
      lines.add(line(400, k -> -30.3 + step * Math.floorDiv(k, 20)));
    }
    for (double level : new double[] {-1e-9, -1, -3, -5.5}) {
      lines.add(line(300, _ -> level));
    }
    lines.add(line(300, _ -> -Math.log(300)));
    lines.add(line(300, k -> k == 0 ? 0 : 1.2345));
    return lines;
  }

  @ParameterizedTest
  @ValueSource(strings = {"float64", "float32", "float16"})
  void everyPrefixIsAccurate(String name) {
    DType type = DType.of(name);
    List<double[]> lines = lines();
    for (int number = 0; number < lines.size(); number++) {
      NDArray x = NDArray.of(lines.get(number)).astype(type);
      double[] elements = (double[]) x.astype(DType.FLOAT64).toFlatArray();
      // Beyond a narrow dtype's range there is nothing to be accurate about.
      if (Arrays.stream(elements).anyMatch(element -> element > largest(type))) {
        continue;
      }
      check(elements, Cumulus.logcumsumexp(x), 1, name + " line " + number);
    }
  }

  private static double largest(DType type) {
    return switch (type.kind()) {
      case FLOAT16 -> 60_000;
      case FLOAT32 -> 3e38;
      default -> Double.MAX_VALUE;
    };
  }

  /** A million elements of which each tells, or which rise all the way. */
  @Test
  void longLinesAreAccurate() {
    SplitMix random = new SplitMix(99);
    double[] few = line(500, _ -> 3 * normal(random));
    int million = 1_000_000;
    check(line(million, _ -> few[random.below(500)]), "any");
    check(line(million, _ -> 0.7), "equal");
    check(line(million, k -> 0.37 * (k >> 10)), "rising");
    check(line(million, k -> -12.3 + (k >> 12) * 1e-3), "slowly rising");
    check(line(million, _ -> -13.8), "level, through zero");
    check(line(million, k -> k == 0 ? 36.9 : (k & 7) * 0.1), "all small beside the first");
  }

  private static void check(double[] elements, String what) {
    check(elements, Cumulus.logcumsumexp(NDArray.wrap(elements)), 4_999, what);
  }

  private static void check(double[] elements, NDArray actual, int every, String what) {
    assertEquals(elements.length, actual.size());
    double[] results = (double[]) actual.astype(DType.FLOAT64).toFlatArray();
    double eps =
        switch (actual.dtype().kind()) {
          case FLOAT16 -> 0x1p-10;
          case FLOAT32 -> 0x1p-23;
          default -> 0x1p-52;
        };
    LogSumExpReference reference = new LogSumExpReference();
    for (int k = 0; k < elements.length; k++) {
      reference.add(elements[k]);
      boolean isTold = k % every == 0 || k == elements.length - 1 || k < 20;
      if (!isTold) {
        continue;
      }
      if (!reference.hasElements()) {
        assertEquals(-INFINITY, results[k]);
        continue;
      }
      double bound = BOUND * eps * Math.max(1, Math.abs(results[k]));
      double error = reference.error(results[k]);
      int at = k;
      assertTrue(
          error <= bound,
          () ->
              "%s: result %d, %s, is off by %s > %s"
                  .formatted(what, at, results[at], error, bound));
    }
  }

  @Test
  void infinitiesAndNaN() {
    assertLine(new double[] {-INFINITY, -INFINITY}, -INFINITY, -INFINITY);
    assertLine(new double[] {-INFINITY, 2, -INFINITY}, -INFINITY, 2, 2);
    assertLine(
        new double[] {1, INFINITY, -INFINITY, 3, INFINITY},
        1,
        INFINITY,
        INFINITY,
        INFINITY,
        INFINITY);
    assertLine(new double[] {1, NAN, 2, INFINITY}, 1, NAN, NAN, NAN);
    assertLine(new double[] {INFINITY, NAN, INFINITY}, INFINITY, NAN, NAN);
    assertLine(new double[] {NAN}, NAN);
    assertLine(
        new double[] {Double.MAX_VALUE, -Double.MAX_VALUE}, Double.MAX_VALUE, Double.MAX_VALUE);
    assertLine(
        new double[] {-Double.MAX_VALUE, Double.MAX_VALUE}, -Double.MAX_VALUE, Double.MAX_VALUE);
    assertLine(new double[] {-1e10, -2e10}, -1e10, -1e10);
    assertLine(new double[0]);
  }

  private static void assertLine(double[] x, double... expected) {
    assertArrayEquals(expected, (double[]) Cumulus.logcumsumexp(NDArray.of(x)).toFlatArray());
  }

  @Test
  void dtypes() {
    for (String name : List.of("bool", "int8", "uint16", "int32", "uint64")) {
      NDArray a = NDArray.of(new int[] {0, 1, 1}).astype(DType.of(name));
      NDArray expected = NDArray.of(Cumulus.logcumsumexp(new double[] {0, 1, 1}));
      assertEquals(expected.repr(), Cumulus.logcumsumexp(a).repr());
    }
    double[] x = {0.1, 0.2, 0.3};
    assertEquals(
        Cumulus.logcumsumexp(NDArray.of(x).astype(DType.FLOAT32)).repr(),
        Cumulus.logcumsumexp(x, null, DType.FLOAT32).repr());
    NDArray out = NDArray.zeros(DType.FLOAT32, 3);
    assertEquals(
        NDArray.of(Cumulus.logcumsumexp(x)).astype(DType.FLOAT32).repr(),
        Cumulus.logcumsumexp(x, null, null, out).repr());
    NDArray whole = NDArray.zeros(DType.of(">i4"), 3);
    assertEquals(
        "[0 1 2]", Cumulus.logcumsumexp(new double[] {0.5, 1, 1.5}, 0, null, whole).toString());
  }

  @Test
  void modes() {
    double[] x = {1, 2, 3};
    Scan scan = Scan.of(Operator.LOGCUMSUMEXP);
    double[] sums = (double[]) Cumulus.logcumsumexp(NDArray.of(x)).toFlatArray();
    assertArrayEquals(
        new double[] {-INFINITY, sums[0], sums[1]},
        (double[]) scan.exclusive().apply(x).toFlatArray());
    assertArrayEquals(
        new double[] {-INFINITY, sums[0], sums[1], sums[2]},
        (double[]) scan.includeInitial().apply(x).toFlatArray());
    assertArrayEquals(sums, (double[]) scan.initial(-INFINITY).apply(x).toFlatArray());
    assertArrayEquals(
        new double[] {sums[1], sums[2]},
        (double[]) scan.initial(1.0).apply(new double[] {2, 3}).toFlatArray());
    NDArray reversed = scan.reverse().apply(new double[] {3, 2, 1});
    assertArrayEquals(new double[] {sums[2], sums[1], sums[0]}, (double[]) reversed.toFlatArray());
  }

  /** Lines are scanned alike wherever they are: every axis and layout, by any number of threads. */
  @Test
  void layouts() {
    SplitMix random = new SplitMix(5);
    double[] elements = line(60 * 70 * 40, _ -> 10 * normal(random));
    NDArray a = NDArray.wrap(elements, 60, 70, 40);
    for (int axis = 0; axis < 3; axis++) {
      for (NDArray view : List.of(a, a.transpose(2, 0, 1), a.flip(1), a.slice("::2, :, ::-3"))) {
        NDArray actual = Scan.of(Operator.LOGCUMSUMEXP).axis(axis).parallelism(3).apply(view);
        NDArray lines = last(view, axis);
        NDArray results = last(actual, axis);
        for (long row = 0; row < lines.shape()[0]; row += 7) {
          for (long column = 0; column < lines.shape()[1]; column += 7) {
            assertArrayEquals(
                (double[])
                    Cumulus.logcumsumexp(lines.select(0, row).select(0, column)).toFlatArray(),
                (double[]) results.select(0, row).select(0, column).toFlatArray());
          }
        }
      }
    }
    NDArray flat = Cumulus.logcumsumexp(a.transpose());
    assertArrayEquals(
        (double[]) Cumulus.logcumsumexp(a.transpose().copy().ravel()).toFlatArray(),
        (double[]) flat.toFlatArray());
    NDArray inPlace = a.copy();
    Cumulus.logcumsumexp(inPlace, 1, null, inPlace);
    assertArrayEquals(
        (double[]) Cumulus.logcumsumexp(a, 1).toFlatArray(), (double[]) inPlace.toFlatArray());
  }

  private static NDArray last(NDArray array, int axis) {
    int[] others = {axis == 0 ? 1 : 0, axis == 2 ? 1 : 2, axis};
    return array.transpose(others);
  }

  @Test
  void refusals() {
    assertMessage(
        "logcumsumexp takes real numbers, not complex128: the logarithm of a complex sum has many"
            + " values",
        () -> Cumulus.logcumsumexp(NDArray.zeros(DType.COMPLEX128, 2)));
    assertMessage(
        "logcumsumexp takes real numbers, not timedelta64[s]",
        () -> Cumulus.logcumsumexp(NDArray.zeros(DType.of("m8[s]"), 2)));
    assertMessage(
        "logcumsumexp is done in float16, float32 or float64, not in int32",
        () -> Cumulus.logcumsumexp(new double[2], 0, DType.INT32));
    assertMessage(
        "BLOCKED is an order of what is associative, not of logcumsumexp",
        () -> Scan.of(Operator.LOGCUMSUMEXP).order(Order.BLOCKED));
  }

  private static void assertMessage(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  private static double[] line(int length, IntToDoubleFunction element) {
    double[] line = new double[length];
    for (int k = 0; k < length; k++) {
      line[k] = element.applyAsDouble(k);
    }
    return line;
  }

  /** Near enough to a normal number. */
  private static double normal(SplitMix random) {
    double sum = 0;
    for (int i = 0; i < 12; i++) {
      sum += (random.next() >>> 11) * 0x1p-53;
    }
    return sum - 6;
  }
}
