package org.cumulus.oracle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.cumulus.Cumulus;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.NDArray;
import org.cumulus.Operator;
import org.cumulus.Order;
import org.cumulus.Scan;
import org.cumulus.golden.CumsumCase;
import org.cumulus.golden.ElementBits;
import org.cumulus.golden.ElementValues.Mode;
import org.cumulus.golden.Indices;
import org.cumulus.golden.Layout;
import org.cumulus.golden.SplitMix;
import org.cumulus.golden.Store;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code y[k] = a[k] · y[k - 1] + x[k]} against the obvious loop, to the bit. */
class RecurrenceTest {
  private static final List<Store> STORES = List.of(Store.values());

  private static final List<Layout> OUT_LAYOUTS =
      List.of(Layout.C, Layout.F, Layout.STEP, Layout.REVERSED, Layout.BACKSTEP, Layout.ROTATED);

  private static final List<long[]> SHAPES =
      List.of(
          new long[] {0},
          new long[] {1},
          new long[] {17},
          new long[] {2_049},
          new long[] {3, 0},
          new long[] {33, 5},
          new long[] {5, 33},
          new long[] {3, 9, 4});

  @Test
  void integersHoldNoFraction() {
    NDArray out = NDArray.zeros(DType.INT64, 2);
    ArithmeticException refusal =
        assertThrows(
            ArithmeticException.class,
            () -> Cumulus.recurrence(0.5, new int[] {4, 4}, null, DType.INT64, out));
    assertEquals("recurrence: int64 cannot hold the coefficient 0.5", refusal.getMessage());
    assertEquals("[0 0]", out.toString());
    assertEquals(
        "[4 9]", Cumulus.recurrence(1.25 * 0.8, new int[] {4, 5}, null, DType.INT64).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"int8", ">i2", "int32", "int64", "uint8", "uint64", "float16", ">f4", "float64"})
  void theObviousLoop(String name) {
    DType stored = DType.of(name);
    DType type = stored.toNativeOrder();
    SplitMix random = new SplitMix(20_261_126);
    for (long[] shape : SHAPES) {
      for (Layout layout : Layout.values()) {
        for (int axis = -1; axis < shape.length; axis++) {
          // Of many elements the results grow beyond all bounds unless they are of moderate size.
          Mode mode = random.below(3) == 0 ? Mode.ANY : Mode.SIGNED;
          NDArray x = layout.view(array(stored, mode, random, layout.baseShape(shape)), shape);
          NDArray a = coefficients(stored, mode, random, shape);
          Integer along = axis < 0 ? null : axis;
          long[] resultShape = axis < 0 ? new long[] {x.size()} : shape;
          Layout outLayout = OUT_LAYOUTS.get(random.below(OUT_LAYOUTS.size()));
          NDArray whole = array(type, mode, random, outLayout.baseShape(resultShape));
          NDArray out = outLayout.view(whole, resultShape);
          NDArray fresh = Cumulus.recurrence(a, x, along, type);
          assertSame(out, Cumulus.recurrence(a, x, along, type, out));
          NDArray repeated = a.broadcastTo(shape);
          int where = axis;
          for (NDArray result : List.of(fresh, out)) {
            assertEquals(type, result.dtype());
            assertNull(
                difference(repeated, x, along, result),
                () ->
                    "%s %s %s axis %d, coefficients %s, %s"
                        .formatted(
                            name,
                            layout,
                            Arrays.toString(shape),
                            where,
                            Arrays.toString(a.shape()),
                            result == out ? outLayout : "fresh"));
          }
        }
      }
    }
  }

  /** One for all, one for each element of a line, for each line, or for each element. */
  private static NDArray coefficients(DType type, Mode mode, SplitMix random, long[] shape) {
    long[] own = shape.clone();
    switch (random.below(4)) {
      case 0 -> {
        return array(type, mode, random, 1).select(0, 0);
      }
      case 1 -> own = Arrays.copyOfRange(shape, shape.length - 1, shape.length);
      case 2 -> own[own.length - 1] = Math.min(1, own[own.length - 1]);
      default -> {}
    }
    return array(type, mode, random, own);
  }

  private static NDArray array(DType type, Mode mode, SplitMix random, long... shape) {
    Store store = STORES.get(random.below(STORES.size()));
    return CumsumCase.elements(type, mode, store, random.next(), shape);
  }

  private static @Nullable String difference(
      NDArray a, NDArray x, @Nullable Integer axis, NDArray result) {
    Kind kind = result.dtype().kind();
    List<long[]> places = Indices.of(x.shape());
    Object before = null;
    for (int i = 0; i < places.size(); i++) {
      long[] index = places.get(i);
      Object element = x.get(index);
      Object expected = element;
      if (axis == null && i > 0) {
        expected = step(kind, a.get(index), before, element);
      } else if (axis != null && index[axis] > 0) {
        long[] last = index.clone();
        last[axis]--;
        expected = step(kind, a.get(index), result.get(last), element);
      }
      Object actual = axis == null ? result.get(i) : result.get(index);
      if (!ElementBits.same(kind, expected, actual)) {
        return "at %s: expected %s, was %s".formatted(Arrays.toString(index), expected, actual);
      }
      before = expected;
    }
    return null;
  }

  private static @Nullable Object step(
      Kind kind, @Nullable Object a, @Nullable Object y, @Nullable Object x) {
    if (!(a instanceof Number factor)
        || !(y instanceof Number last)
        || !(x instanceof Number next)) {
      throw new AssertionError("not numbers: " + a + ", " + y + ", " + x);
    }
    return switch (kind) {
      case FLOAT16 -> half(half(factor.floatValue() * last.floatValue()) + next.floatValue());
      case FLOAT32 -> {
        float product = factor.floatValue() * last.floatValue();
        yield product + next.floatValue();
      }
      case FLOAT64 -> {
        double product = factor.doubleValue() * last.doubleValue();
        yield product + next.doubleValue();
      }
      // What is beyond the width means nothing.
      default -> factor.longValue() * last.longValue() + next.longValue();
    };
  }

  private static float half(float value) {
    return Float.float16ToFloat(Float.floatToFloat16(value));
  }

  /** Lines that threads share: an odd number of lanes, and pairs of which each is a lane. */
  @ParameterizedTest
  @ValueSource(strings = {"200000,1", "3,70001", "70001,3", "999,301"})
  void largeArrays(String text) {
    long[] shape = Arrays.stream(text.split(",", -1)).mapToLong(Long::parseLong).toArray();
    int lanes = (int) shape[1];
    SplittableRandom random = new SplittableRandom(lanes);
    double[] a = random.doubles(shape[0] * lanes, -1, 1).toArray();
    double[] x = random.doubles(shape[0] * lanes, -1, 1).toArray();
    double[] expected = x.clone();
    for (int i = lanes; i < x.length; i++) {
      expected[i] = a[i] * expected[i - lanes] + x[i];
    }
    NDArray factors = NDArray.of(a).reshape(shape);
    NDArray actual = Cumulus.recurrence(factors, NDArray.of(x).reshape(shape), 0);
    assertArrayEquals(expected, (double[]) actual.toFlatArray());
  }

  @Test
  void dtypes() {
    int[] x = {1, 2, 3};
    assertEquals("array([ 1,  4, 11])", Cumulus.recurrence((byte) 2, x).repr());
    assertEquals("array([1.  , 2.5 , 4.25])", Cumulus.recurrence(0.5, x).repr());
    assertEquals(
        "array([1.  , 2.5 , 4.25], dtype=float32)",
        Cumulus.recurrence(0.5f, new float[] {1, 2, 3}).repr());
    assertEquals(
        "array([1, 2, 3])", Cumulus.recurrence(true, new boolean[] {true, true, true}).repr());
    assertEquals(
        "array([ 1,  4, 11], dtype=uint64)",
        Cumulus.recurrence(new int[] {2}, NDArray.of(x).astype(DType.UINT8), 0, DType.UINT64)
            .repr());
    NDArray bytes = NDArray.zeros(DType.INT8, 3);
    assertEquals(
        "array([ 100, -107,   48], dtype=int8)",
        Cumulus.recurrence((byte) 2, new byte[] {100, -51, 6}, 0, null, bytes).repr());
    // Elements are cast to the dtype first, coefficients of an array too.
    assertEquals(
        "array([1, 3, 6])",
        Cumulus.recurrence(new double[] {1.9}, new double[] {1.9, 2.9, 3.9}, 0, DType.INT64)
            .repr());
  }

  @Test
  void specialCoefficients() {
    assertEquals(
        "[-0. inf]",
        Cumulus.recurrence(-1, new double[] {-0.0, Double.POSITIVE_INFINITY}).toString());
    assertEquals(
        "[ 5. nan nan]", Cumulus.recurrence(Double.NaN, new double[] {5, 1, 1}).toString());
    assertEquals(
        "[ 0. nan]", Cumulus.recurrence(Double.POSITIVE_INFINITY, new double[] {0, 1}).toString());
    assertEquals("[-0.]", Cumulus.recurrence(-0.0, new double[] {-0.0}).toString());
    assertEquals(
        "[-0.]", Cumulus.recurrence(new double[] {Double.NaN}, new double[] {-0.0}).toString());
  }

  /** With one coefficient it is an operator like any other. */
  @Test
  void modes() {
    Scan scan = Scan.of(Operator.recurrence(0.5));
    double[] x = {4, 0, 1};
    assertEquals("[12.  6.  4.]", scan.initial(16.0).apply(x).toString());
    assertEquals("[16. 12.  6.]", scan.initial(16.0).exclusive().apply(x).toString());
    assertEquals("[4.25 0.5  1.  ]", scan.reverse().apply(x).toString());
    assertEquals("recurrence(0.5)", Operator.recurrence(0.5).toString());
  }

  /** The operands may be the result. */
  @Test
  void inPlace() {
    NDArray x = NDArray.of(new double[] {1, 2, 3, 4});
    Cumulus.recurrence(x, x, 0, null, x);
    assertEquals("[ 1.  4. 15. 64.]", x.toString());
    NDArray y = NDArray.of(new double[] {1, 2, 3, 4});
    Cumulus.recurrence(y.slice("::-1"), y.slice(":"), 0, null, y.slice("::-1"));
    assertEquals("[17. 13.  5.  1.]", y.toString());
  }

  @Test
  void refusals() {
    double[][] x = {{1, 2}, {3, 4}};
    assertMessage(
        "recurrence takes real numbers, not complex128",
        () -> Cumulus.recurrence(0.5, NDArray.zeros(DType.COMPLEX128, 2)));
    assertMessage(
        "recurrence takes real numbers, not timedelta64[s]",
        () -> Cumulus.recurrence(NDArray.zeros(DType.of("m8[s]"), 2), x));
    assertMessage(
        "recurrence is done in integers or floats, not in bool",
        () -> Cumulus.recurrence(2, x, 0, DType.BOOL));
    assertMessage(
        "operands could not be broadcast together with remapped shapes [original->remapped]: (3,)"
            + " and requested shape (2, 2)",
        () -> Cumulus.recurrence(new double[3], x, 0));
    assertMessage(
        "axis 2 is out of bounds for array of dimension 2",
        () -> Cumulus.recurrence(new double[2], x, 2));
    NDArray out = NDArray.zeros(DType.FLOAT64, 3);
    assertMessage(
        "provided out is the wrong size for the accumulation. It has shape (3,), the result has"
            + " shape (2, 2)",
        () -> Cumulus.recurrence(new double[2], x, 0, null, out));
    assertMessage(
        "the coefficient must be a single value, not an array of 1 dimensions",
        () -> Operator.recurrence(new double[1]));
    assertMessage(
        "BLOCKED is an order of what is associative, not of recurrence(2)",
        () -> Scan.of(Operator.recurrence(2)).order(Order.BLOCKED));
  }

  private static void assertMessage(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
