package org.cumulus.oracle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.cumulus.Cumulus;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.Extremes;
import org.cumulus.NDArray;
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

/** {@code cummax} and {@code cummin} against the obvious loop: values to the bit, and indices. */
class ExtremesTest {
  private static final List<Store> STORES = List.of(Store.values());

  private static final List<long[]> SHAPES =
      List.of(
          new long[] {0},
          new long[] {1},
          new long[] {17},
          new long[] {4_100},
          new long[] {3, 0},
          new long[] {0, 3},
          new long[] {33, 5},
          new long[] {2, 2_050},
          new long[] {3, 9, 4});

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bool", "int8", ">i2", "int32", "int64", "uint8", "uint16", ">u4", "uint64", "float16",
        ">f4", "float64", ">f8", "m8[s]"
      })
  void theObviousLoop(String name) {
    DType type = DType.of(name);
    SplitMix random = new SplitMix(20_261_127);
    for (long[] shape : SHAPES) {
      for (Layout layout : Layout.values()) {
        for (int axis = -1; axis < shape.length; axis++) {
          Mode mode = random.below(2) == 0 ? Mode.ANY : Mode.SIGNED;
          Store store = STORES.get(random.below(STORES.size()));
          NDArray base =
              CumsumCase.elements(type, mode, store, random.next(), layout.baseShape(shape));
          NDArray x = layout.view(base, shape);
          Integer along = axis < 0 ? null : axis;
          for (boolean isMaximum : new boolean[] {true, false}) {
            Extremes extremes = isMaximum ? Cumulus.cummax(x, along) : Cumulus.cummin(x, along);
            assertEquals(type.toNativeOrder(), extremes.values().dtype());
            assertEquals(DType.INT64, extremes.indices().dtype());
            long[] resultShape = axis < 0 ? new long[] {x.size()} : shape;
            assertArrayEquals(resultShape, extremes.values().shape());
            assertArrayEquals(resultShape, extremes.indices().shape());
            int where = axis;
            assertNull(
                difference(axis < 0 ? x.ravel() : x, Math.max(0, axis), isMaximum, extremes),
                () ->
                    "%s %s %s axis %d, maximum %s"
                        .formatted(name, layout, Arrays.toString(shape), where, isMaximum));
          }
        }
      }
    }
  }

  /** Lines that threads share, one by one or side by side, and pieces of them. */
  @ParameterizedTest
  @ValueSource(strings = {"150000", "2,70000", "70000,2", "3,50000", "50000,3", "150,1030"})
  void largeArrays(String text) {
    long[] shape = Arrays.stream(text.split(",", -1)).mapToLong(Long::parseLong).toArray();
    long size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    double[] elements = new SplittableRandom(size).doubles(size).map(Math::rint).toArray();
    for (int axis = 0; axis < shape.length; axis++) {
      int pitch = axis == 0 && shape.length == 2 ? (int) shape[1] : 1;
      long[] expected = new long[elements.length];
      double[] last = elements.clone();
      for (int i = 0; i < expected.length; i++) {
        long place = i / pitch % shape[axis];
        if (place > 0) {
          boolean isExtreme = elements[i] >= last[i - pitch];
          last[i] = isExtreme ? elements[i] : last[i - pitch];
          expected[i] = isExtreme ? place : expected[i - pitch];
        }
      }
      NDArray array = NDArray.of(elements).reshape(shape);
      for (NDArray view : List.of(array, array.astype(DType.of(">f4")))) {
        NDArray indices = Cumulus.cummax(view, axis).indices();
        assertArrayEquals(expected, (long[]) indices.toFlatArray(), text + ", axis " + axis);
      }
    }
  }

  private static @Nullable String difference(
      NDArray x, int axis, boolean isMaximum, Extremes extremes) {
    Kind kind = x.dtype().kind();
    for (long[] index : Indices.of(x.shape())) {
      long[] place = index.clone();
      long best = index[axis];
      if (best > 0) {
        // Where the extreme before is has been found right already.
        place[axis] = best - 1;
        long before = extremes.indices().getLong(place);
        place[axis] = before;
        best = replaces(kind, x.get(index), x.get(place), isMaximum) ? best : before;
      }
      place[axis] = best;
      long actual = extremes.indices().getLong(index);
      Object value = extremes.values().get(index);
      if (actual != best || !ElementBits.same(kind, x.get(place), value)) {
        return "at %s: expected %s at %d, was %s at %d"
            .formatted(Arrays.toString(index), x.get(place), best, value, actual);
      }
    }
    return null;
  }

  private static boolean replaces(
      Kind kind, @Nullable Object next, @Nullable Object before, boolean isMaximum) {
    if (isNaN(kind, before) || isNaN(kind, next)) {
      return !isNaN(kind, before);
    }
    int comparison =
        switch (next) {
          case Boolean truth -> truth.compareTo((Boolean) before);
          case BigInteger integer -> integer.compareTo((BigInteger) before);
          // Orders the zeros, too.
          case Number number ->
              Double.compare(number.doubleValue(), ((Number) before).doubleValue());
          case null, default -> throw new AssertionError("no number: " + next);
        };
    if (next instanceof Long a && before instanceof Long b) {
      comparison = a.compareTo(b);
    }
    return isMaximum ? comparison >= 0 : comparison <= 0;
  }

  private static boolean isNaN(Kind kind, @Nullable Object element) {
    return kind == Kind.TIMEDELTA64
        ? element instanceof Long ticks && ticks == Long.MIN_VALUE
        : element instanceof Number number && Double.isNaN(number.doubleValue());
  }

  @Test
  void theLastOfEqualsAndTheFirstNaN() {
    double nan = Double.NaN;
    assertExtremes("[1. 3. 3. 3. 5.] [0 1 2 2 4]", Cumulus.cummax(new double[] {1, 3, 3, 2, 5}));
    assertExtremes("[3. 1. 1. 1. 1.] [0 1 1 3 3]", Cumulus.cummin(new double[] {3, 1, 2, 1, 5}));
    assertExtremes("[ 1. nan nan nan] [0 1 1 1]", Cumulus.cummax(new double[] {1, nan, 9, nan}));
    assertExtremes("[ 1. nan nan nan] [0 1 1 1]", Cumulus.cummin(new double[] {1, nan, 0, nan}));
    assertExtremes("[-0.  0.  0.  0.] [0 1 1 3]", Cumulus.cummax(new double[] {-0.0, 0, -0.0, 0}));
    assertExtremes("[ 0. -0. -0.] [0 1 1]", Cumulus.cummin(new double[] {0, -0.0, 0}));
    assertExtremes("[7] [0]", Cumulus.cummax(7));
    assertExtremes("[] []", Cumulus.cummin(new double[0]));
  }

  private static void assertExtremes(String expected, Extremes extremes) {
    assertEquals(expected, extremes.values() + " " + extremes.indices());
  }

  @Test
  void refusals() {
    assertMessage(
        "maximum with indices takes real numbers, not complex64",
        () -> Cumulus.cummax(NDArray.zeros(DType.COMPLEX64, 2)));
    assertMessage(
        "minimum with indices takes real numbers, not object",
        () -> Cumulus.cummin(NDArray.zeros(DType.OBJECT, 2)));
    assertMessage(
        "axis 1 is out of bounds for array of dimension 1", () -> Cumulus.cummax(new int[2], 1));
  }

  private static void assertMessage(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
