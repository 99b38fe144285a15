package org.cumulus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.cumulus.golden.ElementValues;
import org.cumulus.golden.Layout;
import org.cumulus.golden.SplitMix;
import org.cumulus.golden.Store;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Differences beyond what the golden file holds: what they undo, sizes, objects, and errors. */
class DiffTest {
  private static final List<Store> STORES = List.of(Store.values());

  private static final List<long[]> SHAPES =
      List.of(
          new long[] {1},
          new long[] {2},
          new long[] {2049},
          new long[] {5000},
          new long[] {2050, 3},
          new long[] {3, 2050},
          new long[] {4, 17, 9},
          new long[] {3, 0});

  /** Wrapping subtraction undoes wrapping addition. */
  @ParameterizedTest
  @ValueSource(
      strings = {"bool", "int8", "int16", ">i4", "int64", "uint8", ">u2", "uint32", "uint64"})
  void undoesSumsOfIntegers(String name) {
    DType type = DType.of(name);
    SplitMix random = new SplitMix(20_261_125);
    for (long[] shape : SHAPES) {
      for (Layout layout : Layout.values()) {
        long[] base = layout.baseShape(shape);
        long size = Arrays.stream(base).reduce(1, Math::multiplyExact);
        Store store = STORES.get(random.below(STORES.size()));
        byte[] bytes = ElementValues.bytes(type, size, ElementValues.Mode.ANY, random.next());
        NDArray x = layout.view(store.array(type, bytes, base), shape);
        for (int axis = 0; axis < shape.length; axis++) {
          // In its own width and widened; the sum of bool in bool is OR, which nothing undoes.
          for (DType dtype :
              new @Nullable DType[] {null, type.kind() == DType.Kind.BOOL ? DType.UINT8 : type}) {
            NDArray sums = Cumulus.cumsum(x, axis, dtype);
            NDArray zero = NDArray.zeros(sums.dtype());
            NDArray actual = Cumulus.diff(sums, 1, axis, zero, null);
            assertEquals(sums.dtype(), actual.dtype());
            int along = axis;
            assertSameElements(
                x.astype(sums.dtype()),
                actual,
                () -> "%s %s %s axis %d".formatted(name, Arrays.toString(shape), layout, along));
          }
        }
      }
    }
  }

  /** Lines that threads share, by pieces, and lines too short to be taken one by one. */
  @ParameterizedTest
  @ValueSource(strings = {"int8", "int32", ">i8"})
  void undoesLargeSums(String name) {
    DType type = DType.of(name);
    for (String shape : List.of("140000", "2,70000", "70000,2", "300,5,100")) {
      long[] lengths = Arrays.stream(shape.split(",", -1)).mapToLong(Long::parseLong).toArray();
      long size = Arrays.stream(lengths).reduce(1, Math::multiplyExact);
      long[] elements = new SplittableRandom(size).longs(size, -100, 100).toArray();
      NDArray x = NDArray.of(elements).astype(type).reshape(lengths);
      for (int axis = 0; axis < lengths.length; axis++) {
        NDArray sums = Cumulus.cumsum(x, axis, type.toNativeOrder());
        NDArray actual = Cumulus.diff(sums.astype(type), 1, axis, NDArray.zeros(type), null);
        String where = name + " " + shape + " axis " + axis;
        assertArrayEquals(elements, (long[]) actual.astype(DType.INT64).toFlatArray(), where);
      }
    }
  }

  /** Where no sum is rounded, floats come back, too. */
  @ParameterizedTest
  @ValueSource(strings = {"float16", "float32", "float64", "complex64", "timedelta64[s]", "object"})
  void undoesExactSums(String name) {
    int[] elements = {3, -4, 0, 7, 1, -2, 5};
    NDArray x = NDArray.of(elements).astype(DType.of(name));
    NDArray sums = Cumulus.cumsum(x);
    NDArray zero = NDArray.zeros(sums.dtype());
    assertSameElements(x, Cumulus.diff(sums, 1, 0, zero, null), () -> name);
  }

  @Test
  void takesAnyOrder() {
    NDArray squares = NDArray.of(new int[] {0, 1, 4, 9, 16, 25});
    assertEquals("[1 3 5 7 9]", Cumulus.diff(squares).toString());
    assertEquals("[2 2 2 2]", Cumulus.diff(squares, 2).toString());
    assertEquals("[0 0 0]", Cumulus.diff(squares, 3).toString());
    assertArrayEquals(new long[] {0}, Cumulus.diff(squares, 6).shape());
    assertArrayEquals(new long[] {0}, Cumulus.diff(squares, Integer.MAX_VALUE).shape());
    assertEquals(squares.toString(), Cumulus.diff(squares, 0).toString());
    assertEquals("[]", NDArray.of(Cumulus.diff(new int[0])).toString());
  }

  @Test
  void joinsWhatStandsBeforeAndAfter() {
    int[][] a = {{1, 4}, {9, 16}};
    assertEquals("[[1 3]\n [9 7]]", Cumulus.diff(a, 1, 1, 0, null).toString());
    assertEquals(
        "[[ -4   3  84]\n [ 14   7 -16]]",
        Cumulus.diff(a, 1, -1, new int[][] {{5}, {-5}}, new byte[][] {{88}, {0}}).toString());
    assertEquals(
        "[[  8  12]\n [-10 -17]\n [  1   1]]",
        Cumulus.diff(a, 1, 0, null, new int[][] {{-1, -1}, {0, 0}}).toString());
    assertEquals(DType.FLOAT64, Cumulus.diff(a, 1, 0, 0.5, null).dtype());
    assertEquals(
        "[[0 0]]",
        Cumulus.diff(
                new int[][] {{2, 3}}, 1, 0, new int[][] {{2, 3}}, NDArray.zeros(DType.INT32, 0, 2))
            .toString());
    assertEquals("[7]", Cumulus.diff(new int[0], 1, 0, 1, 8).toString());
  }

  @Test
  void objects() {
    assertEquals(
        "[1 1267650600228229401496703205375]",
        Cumulus.diff(List.of(BigInteger.ZERO, BigInteger.ONE, BigInteger.TWO.pow(100))).toString());
    assertEquals(
        List.of(new BigDecimal("-0.25")),
        List.of(
            Objects.requireNonNull(
                Cumulus.diff(List.of(new BigDecimal("0.5"), new BigDecimal("0.25"))).get(0))));
    assertEquals(
        Duration.ofSeconds(-3),
        Cumulus.diff(List.of(Duration.ofSeconds(5), Duration.ofSeconds(2))).get(0));
    NDArray mixed = NDArray.of(List.of(true, 2.5, new Complex(1, 2), BigInteger.TEN), DType.OBJECT);
    assertEquals("[1.5 (-1.5+2j) (9-2j)]", Cumulus.diff(mixed).toString());
    assertMessage(
        "unsupported operand type(s) for -: 'Duration' and 'BigInteger'",
        () -> Cumulus.diff(NDArray.of(List.of(BigInteger.ONE, Duration.ZERO), DType.OBJECT)));
    ArithmeticException tooLong =
        assertThrows(
            ArithmeticException.class,
            () -> Cumulus.diff(List.of(Duration.ofSeconds(Long.MIN_VALUE), Duration.ofSeconds(1))));
    assertEquals(
        "PT1S - PT-2562047788015215H-30M-8S is too large for a Duration", tooLong.getMessage());
  }

  @Test
  void refusals() {
    int[][] a = {{1, 2, 3}, {4, 5, 6}};
    assertMessage("order must be non-negative but got -1", () -> Cumulus.diff(a, -1));
    assertMessage("diff requires input that is at least one dimensional", () -> Cumulus.diff(7));
    assertSame(7, Cumulus.diff(7, 0).get());
    assertMessage("axis 2 is out of bounds for array of dimension 2", () -> Cumulus.diff(a, 1, 2));
    assertMessage(
        "all the input arrays must have same number of dimensions, but the array at index 0 has 1"
            + " dimension(s) and the array at index 1 has 2 dimension(s)",
        () -> Cumulus.diff(a, 1, 0, new int[] {1, 2, 3}, null));
    assertMessage(
        "all the input array dimensions except for the concatenation axis must match exactly, but"
            + " along dimension 0, the array at index 0 has size 2 and the array at index 1 has"
            + " size 3",
        () -> Cumulus.diff(a, 1, 1, null, new int[3][1]));
    assertMessage(
        "The DTypes dtype('float64') and dtype('<m8[s]') do not have a common DType",
        () -> Cumulus.diff(NDArray.zeros(DType.of("m8[s]"), 3), 1, 0, 0.5, null));
  }

  private static void assertMessage(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  private static void assertSameElements(NDArray expected, NDArray actual, Supplier<String> where) {
    assertArrayEquals(expected.shape(), actual.shape(), where);
    Object wanted = expected.toFlatArray();
    Object got = actual.toFlatArray();
    assertTrue(Objects.deepEquals(wanted, got), where);
  }

  @Test
  void whatStandsBeforeOrAfterHasAsManyDimensions() {
    int[][] a = {{1, 2}, {4, 8}};
    for (Object other : new Object[] {new int[] {0, 1}, new int[][][] {{{0}}}}) {
      assertThrows(IllegalArgumentException.class, () -> Cumulus.diff(a, 1, 1, other, null));
      assertThrows(IllegalArgumentException.class, () -> Cumulus.diff(a, 1, 1, null, other));
    }
  }
}
