package org.cumulus.arrays;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cumulus.Complex;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Arrays as {@code double[]}, {@code long[]}, {@code int[]} and streams of these. */
class PrimitiveExportTest {
  private static final List<DType> DTYPES =
      List.of(
              "bool i1 i2 i4 i8 u1 u2 u4 u8 f2 f4 f8 c8 c16 O m8[s] >i2 >i8 >u4 >f4 >f8 >c8"
                  .split(" "))
          .stream()
          .map(DType::of)
          .toList();

  /** Values on both sides of what the Java types hold, and how they look in any dtype. */
  private static final double[] VALUES = {
    0,
    -0.0,
    1,
    2,
    100,
    0.5,
    -1,
    -128,
    255,
    40000,
    0x1p31 - 1,
    0x1p31,
    -0x1p31,
    -0x1p31 - 1,
    0x1p53,
    0x1p62,
    -0x1p63,
    Math.nextDown(0x1p63),
    0x1p63,
    1e300,
    Double.NaN,
    Double.POSITIVE_INFINITY
  };

  /** One value in every dtype and layout, told from what {@link NDArray#get} gives for it. */
  @Test
  void everyDTypeAndLayout() {
    int refused = 0;
    for (DType dtype : DTYPES) {
      for (double value : VALUES) {
        NDArray c = NDArray.zeros(dtype, 2, 3);
        Object element = put(c, value);
        if (element == null) {
          continue;
        }
        NDArray stretched = NDArray.zeros(dtype, 4, 3);
        c.copyTo(stretched.slice("::2"));
        NDArray f = NDArray.zeros(dtype, 3, 2).transpose();
        c.copyTo(f);
        for (NDArray a : List.of(c, f, stretched.slice("::2"), c.flip().copy().flip())) {
          refused += check(a, element, dtype + " " + value);
        }
      }
    }
    assertEquals(true, refused > 300, "refused: " + refused);
  }

  /** Puts a value at (1, 1); null if the dtype is one that cannot be given it. */
  private static @Nullable Object put(NDArray a, double value) {
    boolean isPlain = value == Math.rint(value) && Math.abs(value) < 0x1p63;
    DType.Kind kind = a.dtype().kind();
    if (!isPlain && !kind.isFloat() && !kind.isComplex() && kind != DType.Kind.OBJECT) {
      return null;
    }
    NDArray.of(value).copyTo(a.slice("1, 1"));
    return a.get(1, 1);
  }

  private static int check(NDArray a, Object element, String what) {
    double expected = value(element);
    int refused = 0;
    double[] doubles = a.toDoubles();
    assertArrayEquals(new double[] {0, 0, 0, 0, expected, 0}, doubles, what);
    assertArrayEquals(doubles, a.doubles().toArray(), what);
    if (isWhole(element, Long.MIN_VALUE, Long.MAX_VALUE)) {
      long[] longs = {0, 0, 0, 0, exact(element).longValueExact(), 0};
      assertArrayEquals(longs, a.toLongs(), what);
      assertArrayEquals(longs, a.longs().toArray(), what);
    } else {
      refused += refuses(a::toLongs, element, what);
      refuses(() -> a.longs().sum(), element, what);
    }
    if (isWhole(element, Integer.MIN_VALUE, Integer.MAX_VALUE)) {
      assertArrayEquals(
          new int[] {0, 0, 0, 0, exact(element).intValueExact(), 0}, a.toInts(), what);
    } else {
      refused += refuses(a::toInts, element, what);
    }
    return refused;
  }

  private static int refuses(Executable export, Object element, String what) {
    String message =
        String.valueOf(assertThrows(ArithmeticException.class, export, what).getMessage());
    assertEquals(true, message.startsWith(element + " at index (1, 1) "), what + ": " + message);
    return 1;
  }

  private static double value(Object element) {
    return switch (element) {
      case Boolean truth -> truth ? 1 : 0;
      case Complex complex -> complex.re();
      case Number number -> number.doubleValue();
      default -> throw new AssertionError(element);
    };
  }

  private static BigDecimal exact(Object element) {
    return element instanceof BigInteger integer
        ? new BigDecimal(integer)
        : element instanceof Long number ? new BigDecimal(number) : new BigDecimal(value(element));
  }

  private static boolean isWhole(Object element, long least, long most) {
    if (!Double.isFinite(value(element))) {
      return false;
    }
    BigDecimal exact = exact(element);
    return exact.remainder(BigDecimal.ONE).signum() == 0
        && exact.compareTo(new BigDecimal(least)) >= 0
        && exact.compareTo(new BigDecimal(most)) <= 0;
  }

  @Test
  void unsignedBeyondLong() {
    NDArray a = NDArray.of(new long[] {5, -1}).astype(DType.UINT64);
    refusal("18446744073709551615 at index (1,) does not fit a long", a::toLongs);
    refusal("18446744073709551615 at index (1,) does not fit an int", a::toInts);
    assertArrayEquals(new double[] {5, 0x1p64}, a.toDoubles());
    assertArrayEquals(new long[] {5}, a.slice(":1").toLongs());
    assertArrayEquals(new int[] {5}, a.slice(":1").toInts());
  }

  @Test
  void integersRoundToTheNearestDouble() {
    NDArray a = NDArray.of(new long[] {(1L << 53) + 1, (1L << 53) + 3, Long.MAX_VALUE});
    double[] expected = {0x1p53, 0x1p53 + 4, 0x1p63};
    assertArrayEquals(expected, a.toDoubles());
    assertArrayEquals(expected, a.doubles().toArray());
    assertArrayEquals(expected, a.astype(DType.OBJECT).toDoubles());
    assertArrayEquals(expected, a.astype(DType.FLOAT64).toDoubles());
  }

  @Test
  void complexNumbers() {
    NDArray real = NDArray.of(List.of(new Complex(3, -0.0), 4));
    assertArrayEquals(new double[] {3, 4}, real.toDoubles());
    assertArrayEquals(new int[] {3, 4}, real.toInts());
    NDArray complex = NDArray.of(List.of(3, new Complex(1, 2), new Complex(1, Double.NaN)));
    refusal("(1+2j) at index (1,) is not a real number", complex::toDoubles);
    refusal("(1+2j) at index (1,) is not a real number", complex::toLongs);
    refusal("(1+nanj) at index (0,) is not a real number", complex.slice("2:")::toInts);
  }

  @Test
  void objects() {
    NDArray a =
        NDArray.of(
            List.of(BigInteger.TEN, true, 2, 3f, new BigDecimal("4.00"), new Complex(5, 0)),
            DType.OBJECT);
    assertArrayEquals(new double[] {10, 1, 2, 3, 4, 5}, a.toDoubles());
    assertArrayEquals(new long[] {10, 1, 2, 3, 4, 5}, a.toLongs());
    assertArrayEquals(new int[] {10, 1, 2, 3, 4, 5}, a.toInts());
    NDArray huge = NDArray.of(BigDecimal.valueOf(1, -2_000_000_000));
    refusal("1E+2000000000 at index () does not fit a double", huge::toDoubles);
    refusal("1E+2000000000 at index () does not fit a long", huge::toLongs);
    NDArray tiny = NDArray.of(BigDecimal.valueOf(1, 2_000_000_000));
    assertArrayEquals(new double[1], tiny.toDoubles());
    refusal("1E-2000000000 at index () is not an integer", tiny::toLongs);
    ArrayList<Object> others = new ArrayList<>(List.of(1, Duration.ofSeconds(1)));
    for (Object other : new @Nullable Object[] {Duration.ofSeconds(1), "1", null}) {
      others.set(1, other);
      NDArray b = NDArray.of(others, DType.OBJECT);
      for (Executable export : List.<Executable>of(b::toDoubles, b::toLongs, b::toInts)) {
        assertEquals(
            other + " at index (1,) is not a number",
            assertThrows(IllegalArgumentException.class, export).getMessage());
      }
    }
  }

  @Test
  void lengthsOfTime() {
    NDArray a = NDArray.of(new long[] {7, Long.MIN_VALUE}).astype(DType.of("m8[s]"));
    assertArrayEquals(new double[] {7, Double.NaN}, a.toDoubles());
    assertArrayEquals(new double[] {7, Double.NaN}, a.doubles().toArray());
    assertArrayEquals(new long[] {7, Long.MIN_VALUE}, a.toLongs());
    refusal("NaT at index (1,) does not fit an int", a::toInts);
  }

  @Test
  void shapes() {
    assertArrayEquals(new double[0], NDArray.zeros(DType.INT8, 3, 0).toDoubles());
    assertArrayEquals(new long[0], NDArray.zeros(DType.FLOAT64, 0).toLongs());
    assertEquals(0, NDArray.zeros(DType.FLOAT64, 0, 4).transpose().longs().count());
    assertArrayEquals(new int[] {6}, NDArray.of(6.0).toInts());
    assertArrayEquals(
        new int[] {1, 1, 2, 2}, NDArray.of(new double[][] {{1}, {2}}).broadcastTo(2, 2).toInts());
    NDArray cube = NDArray.of(new double[][][] {{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}});
    assertArrayEquals(new int[] {1, 5, 3, 7, 2, 6, 4, 8}, cube.transpose().toInts());
    assertArrayEquals(
        new double[] {1, 5, 3, 7, 2, 6, 4, 8}, cube.transpose().doubles().parallel().toArray());
    NDArray big = NDArray.of((byte) 1).broadcastTo(1L << 20, 1L << 20);
    assertEquals(
        "1099511627776 elements fit no Java array",
        assertThrows(IllegalArgumentException.class, big::toInts).getMessage());
    assertEquals(3, big.longs().limit(3).sum());
    NDArray swapped = cube.astype(DType.FLOAT64.withByteOrder(ByteOrder.BIG_ENDIAN));
    assertArrayEquals(cube.toInts(), swapped.toInts());
  }

  private static void refusal(String message, Executable export) {
    assertEquals(message, assertThrows(ArithmeticException.class, export).getMessage());
  }
}
