package org.cumulus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The modes of a scan by example, what they do to special values, and what they refuse. */
class ModesTest {
  private static final Scan SUM = Scan.of(Operator.ADD);

  private static final int[][] TABLE = {{2, 4, 6}, {1, 3, 5}};

  private static void check(String expected, Scan scan, Object a) {
    String actual = scan.apply(a).toString().replaceAll("\\s+", " ").replace("[ ", "[");
    assertEquals(expected, actual);
  }

  @Test
  void oneLine() {
    int[] line = {2, 4, 6};
    check("[0 2 6]", SUM.exclusive(), line);
    check("[12 10 6]", SUM.reverse(), line);
    check("[10 6 0]", SUM.reverse().exclusive(), line);
    check("[102 106 112]", SUM.initial(100), line);
    check("[100 102 106]", SUM.initial(100).exclusive(), line);
    check("[0 2 6 12]", SUM.includeInitial(), line);
    check("[12 10 6 0]", SUM.includeInitial().reverse(), line);
    check("[100 102 106 112]", SUM.includeInitial().initial(100), line);
    check("[112 110 106 100]", SUM.initial(100).reverse().includeInitial(), line);
  }

  @Test
  void severalLines() {
    check("[[0 2 6] [0 1 4]]", SUM.axis(1).exclusive(), TABLE);
    check("[[3 7 11] [1 3 5]]", SUM.axis(0).reverse(), TABLE);
    check("[[10 12 16] [10 11 14]]", SUM.axis(-1).initial(10).exclusive(), TABLE);
    check("[[0 0 0] [2 4 6] [3 7 11]]", SUM.axis(0).includeInitial(), TABLE);
  }

  @Test
  void allElements() {
    check("[0 2 6 12 13 16]", SUM.exclusive(), TABLE);
    check("[21 19 15 9 8 5]", SUM.reverse(), TABLE);
    check("[0 2 6 12 13 16 21]", SUM.includeInitial(), TABLE);
    NDArray transposed = NDArray.of(TABLE).transpose();
    check("[0 2 3 7 10 16]", SUM.exclusive(), transposed);
    check("[21 19 18 14 11 5]", SUM.reverse(), transposed);
    check("[19 18 14 11 5 0]", SUM.reverse().exclusive(), transposed);
  }

  @Test
  void summedAreaTables() {
    NDArray table = NDArray.of(TABLE);
    NDArray both = SUM.axes(0, 1).apply(table);
    check("[[2 6 12] [3 10 21]]", SUM.axes(0, 1), table);
    assertEquals(both.toString(), SUM.axes(1, 0).apply(table).toString());
    check("[[0 0 0] [0 2 6]]", SUM.axes(0, -1).exclusive(), table);
    check("[[21 18 11] [9 8 5]]", SUM.axes(0, 1).reverse(), table);
    check("[[0 0 0 0] [0 2 6 12] [0 3 10 21]]", SUM.axes(0, 1).includeInitial(), table);
    check("[[2 6 12] [1 4 9]]", SUM.axes(1), table);
  }

  /** All axes are summed in the operation's dtype; what is narrower holds the results alone. */
  @Test
  void severalAxesAreCastOnce() {
    NDArray halves = NDArray.of(new double[][] {{0.5, 0.5}, {0.5, 0.5}});
    NDArray integers = NDArray.zeros(DType.INT32, 2, 2);
    SUM.axes(0, 1).apply(halves, integers);
    assertEquals("[[0 1]\n [1 2]]", integers.toString());
  }

  @Test
  void emptyLines() {
    NDArray empty = NDArray.zeros(DType.FLOAT32, 0);
    check("[]", SUM.exclusive().initial(3), empty);
    check("[]", SUM.reverse().exclusive(), empty);
    check("[3.]", SUM.includeInitial().initial(3), empty);
    check("[0.]", SUM.includeInitial().reverse(), empty);
    check("[[0. 0.]]", SUM.axis(0).includeInitial(), NDArray.zeros(DType.FLOAT32, 0, 2));
    check("[0]", SUM.exclusive(), 5);
    check("[0 5]", SUM.includeInitial(), 5);
  }

  /** The identity is no summand, so the sign of zero stays; an initial value is one. */
  @Test
  void negativeZero() {
    double[] zeros = {-0.0, -0.0};
    check("[0. -0.]", SUM.exclusive(), zeros);
    check("[0. -0. -0.]", SUM.includeInitial(), zeros);
    check("[0. 0.]", SUM.initial(0), zeros);
    check("[-0. -0.]", SUM.initial(-0.0), zeros);
    check("[-0. -0.]", SUM.initial(-0.0).exclusive(), zeros);
    check("[0. 0.]", SUM.initial(0).order(Order.BLOCKED), zeros);
    check("[-0. -0.]", SUM.initial(-0.0).order(Order.BLOCKED), zeros);
  }

  @Test
  void specialValues() {
    check("[nan nan]", SUM.initial(Double.NaN), new double[] {1, 2});
    check(
        "[-inf nan]",
        SUM.exclusive().initial(Double.NEGATIVE_INFINITY),
        new double[] {Double.POSITIVE_INFINITY, 2});
  }

  @Test
  void initialValuesAreCastToTheOperationsDtype() {
    check("[4 5]", SUM.initial(3.0), new int[] {1, 1});
    check("[-126 -125]", SUM.initial(-127L).dtype(DType.INT8), new int[] {1, 1});
    check("[1.1 2.1]", SUM.initial(0.1).dtype(DType.FLOAT32), new int[] {1, 1});
    check("[True True]", SUM.initial(7).dtype(DType.BOOL), new int[] {0, 0});
    check(
        "[2.+5.j 3.+5.j]", SUM.initial(new Complex(1, 5)).dtype(DType.COMPLEX64), new int[] {1, 1});
    check("[2. 3.]", SUM.initial(new Complex(1, 0)), new double[] {1, 1});
    check("[4 7]", SUM.initial(NDArray.of(true)), new int[] {3, 3});
  }

  /** NumPy's reductions refuse most of these as well; it warns of infinities, and cuts 1.5. */
  @ParameterizedTest
  @MethodSource
  void initialValuesThatADtypeCannotHold(String type, Object value, String text) {
    NDArray out = NDArray.of(new byte[] {7, 7});
    Scan scan = SUM.initial(value).dtype(DType.of(type));
    String expected = "add: %s cannot hold the initial value %s".formatted(type, text);
    Executable[] ways = {
      () -> scan.apply(new int[] {1, 1}),
      () -> scan.apply(new int[] {1, 1}, out),
      () -> scan.segmentsByKey(List.of(1, 2)).apply(new int[] {1, 1}, out),
      () -> scan.stream(DType.INT32).feed(new int[] {1, 1}, out),
    };
    for (Executable way : ways) {
      assertEquals(expected, assertThrows(ArithmeticException.class, way).getMessage());
    }
    assertEquals("[7 7]", out.toString());
  }

  static Stream<Arguments> initialValuesThatADtypeCannotHold() {
    return Stream.of(
        Arguments.of("int64", 1.5, "1.5"),
        Arguments.of("int8", -0.25f, "-0.25"),
        Arguments.of("uint8", new BigDecimal("2.5"), "2.5"),
        Arguments.of("int8", 128, "128"),
        Arguments.of("uint64", -1L, "-1"),
        Arguments.of("int64", BigInteger.TWO.pow(63), "9223372036854775808"),
        Arguments.of("int64", Double.NaN, "nan"),
        Arguments.of("uint16", Double.NEGATIVE_INFINITY, "-inf"),
        Arguments.of("float32", 1e300, "1e+300"),
        Arguments.of("float16", 70000, "70000"),
        Arguments.of("float64", new Complex(1, 5), "(1+5j)"),
        Arguments.of("int32", new Complex(1.5, 0), "(1.5+0j)"));
  }

  @Test
  void objectsAndTimes() {
    BigInteger large = BigInteger.TEN.pow(30);
    assertEquals(
        "[0 1000000000000000000000000000000]",
        SUM.exclusive().apply(List.of(large, large)).toString());
    Duration hour = Duration.ofHours(1);
    assertEquals(Duration.ofHours(3), SUM.initial(hour).apply(List.of(hour, hour)).get(1));
    NDArray times = NDArray.of(new long[] {1, Long.MIN_VALUE, 2}).astype(DType.of("m8[s]"));
    check("[0 1 'NaT']", SUM.exclusive(), times);
  }

  /** What cannot be done is refused before the output is touched. */
  @Test
  void failuresLeaveTheOutputAlone() {
    NDArray out = NDArray.of(new byte[] {7, 7, 7});
    Scan tooLarge = SUM.includeInitial().dtype(DType.OBJECT).initial(128);
    assertThrows(ArithmeticException.class, () -> tooLarge.apply(new int[] {-1, -1}, out));
    assertThrows(IllegalArgumentException.class, () -> SUM.includeInitial().apply(new int[3], out));
    assertThrows(IllegalArgumentException.class, () -> SUM.axes(0, 1).apply(new int[3][1], out));
    List<Object> mixed = List.of(BigInteger.ONE, Duration.ZERO, Duration.ZERO);
    assertThrows(IllegalArgumentException.class, () -> SUM.reverse().apply(mixed, out));
    assertEquals("[7 7 7]", out.toString());
  }

  private static void refused(String reason, Runnable request) {
    String message = assertThrows(IllegalArgumentException.class, request::run).getMessage();
    assertTrue(String.valueOf(message).contains(reason), message);
  }

  /** In whichever order they are asked for. */
  @Test
  void contradictionsAreRefusedWhenTheyAreAskedFor() {
    refused("exclusive and includeInitial", () -> SUM.exclusive().includeInitial());
    refused("exclusive and includeInitial", () -> SUM.includeInitial().exclusive());
    refused("initial and several axes", () -> SUM.initial(1).axes(0, 1));
    refused("initial and several axes", () -> SUM.axes(0, 1).initial(1));
    refused("at least one axis", SUM::axes);
    refused("duplicate value in 'axis'", () -> SUM.axes(1, 0, 1));
    refused("duplicate value in 'axis': [0, -2]", () -> SUM.axes(0, -2).apply(TABLE));
    refused("axis 2 is out of bounds", () -> SUM.axes(0, 2).apply(TABLE));
    refused("single value", () -> SUM.initial(new int[] {1}));
  }

  /** A value that changes later changes no request. */
  @Test
  void requestsKeepTheirValues() {
    NDArray value = NDArray.of(5);
    int[] axes = {0};
    Scan scan = SUM.initial(value).axes(axes);
    NDArray.of(9).copyTo(value);
    axes[0] = 17;
    check("[6 7]", scan, new int[] {1, 1});
  }
}
