package org.cumulus;

import static org.cumulus.OverflowPolicy.CHECKED;
import static org.cumulus.OverflowPolicy.SATURATE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OverflowPolicyTest {
  private static final Scan SUM = Scan.of(Operator.ADD);
  private static final Scan CHECKED_SUM = SUM.overflow(CHECKED);

  @ParameterizedTest
  @CsvSource({
    "int8, -128, 127",
    "int16, -32768, 32767",
    "int32, -2147483648, 2147483647",
    "int64, -9223372036854775808, 9223372036854775807",
    "uint8, 0, 255",
    "uint16, 0, 65535",
    "uint32, 0, 4294967295",
    "uint64, 0, 18446744073709551615"
  })
  void everyWidthAtItsBounds(String name, BigInteger least, BigInteger most) {
    DType type = DType.of(name);
    Scan sum = SUM.dtype(type);
    Scan product = Scan.of(Operator.MULTIPLY).dtype(type);
    BigInteger one = BigInteger.ONE;
    BigInteger half = most.shiftRight(1);
    BigInteger above = most.add(one);
    // Up to the bound all is well; the wrapped result of what is beyond would be the other bound.
    check(sum, type, List.of(half, half, one), List.of(half, most.subtract(one), most));
    beyond(sum, type, List.of(most, one, one), List.of(most, most, most), 1, above);
    check(product, type, List.of(most, one, one), List.of(most, most, most));
    beyond(product, type, List.of(most, most), List.of(most, most), 1, most.multiply(most));
    BigInteger root = one.shiftLeft((most.bitLength() + 1) / 2);
    beyond(
        product, type, List.of(one, root, root), List.of(one, root, most), 2, root.multiply(root));
    if (least.signum() < 0) {
      BigInteger below = least.subtract(one);
      BigInteger minus = one.negate();
      check(sum, type, List.of(least, most, most), List.of(least, minus, most.subtract(one)));
      beyond(
          sum, type, List.of(least, minus, one), List.of(least, least, least.add(one)), 1, below);
      beyond(product, type, List.of(least, minus), List.of(least, most), 1, above);
      beyond(product, type, List.of(minus, least), List.of(minus, most), 1, above);
      BigInteger two = BigInteger.TWO;
      beyond(product, type, List.of(least, two), List.of(least, least), 1, least.multiply(two));
      BigInteger quarter = least.shiftRight(1);
      check(product, type, List.of(quarter, two, one), List.of(quarter, least, least));
      cannotCast(type, List.of(below), least, below);
    } else {
      cannotCast(type, List.of(one.negate()), least, one.negate());
    }
    cannotCast(type, List.of(above), most, above);
    cannotCast(type, new BigDecimal(above), most, above);
    cannotCast(type, new double[] {Double.NaN}, BigInteger.ZERO, "nan");
    cannotCast(type, new double[] {Double.POSITIVE_INFINITY}, most, "inf");
    cannotCast(type, new float[] {Float.NEGATIVE_INFINITY}, least, "-inf");
    double beyond = above.doubleValue();
    cannotCast(type, new double[] {beyond}, most, ArrayFormat.scalar(beyond, DType.FLOAT64));
  }

  private static void check(Scan scan, DType type, List<BigInteger> in, List<BigInteger> expected) {
    NDArray elements = NDArray.of(in, DType.OBJECT).astype(type);
    String text = NDArray.of(expected, DType.OBJECT).toString();
    assertEquals(text, objects(scan.overflow(CHECKED).apply(elements)));
    assertEquals(text, objects(scan.overflow(SATURATE).apply(elements)));
    assertEquals(text, objects(scan.apply(elements)));
  }

  private static void beyond(
      Scan scan,
      DType type,
      List<BigInteger> in,
      List<BigInteger> saturated,
      int at,
      Object value) {
    NDArray elements = NDArray.of(in, DType.OBJECT).astype(type);
    String text = NDArray.of(saturated, DType.OBJECT).toString();
    assertEquals(text, objects(scan.overflow(SATURATE).apply(elements)));
    refused(
        "%s overflows %s at index (%d,): %s".formatted(scan.request().fold, type, at, value),
        () -> scan.overflow(CHECKED).apply(elements));
  }

  private static void cannotCast(DType type, Object in, BigInteger saturated, Object value) {
    NDArray elements = in instanceof List<?> list ? NDArray.of(list, DType.OBJECT) : NDArray.of(in);
    Scan sum = SUM.dtype(type);
    assertEquals("[" + saturated + "]", objects(sum.overflow(SATURATE).apply(elements)));
    refused(
        "add: %s cannot hold the element at index (0,): %s".formatted(type, value),
        () -> sum.overflow(CHECKED).apply(elements));
  }

  private static String objects(NDArray array) {
    return array.astype(DType.OBJECT).toString();
  }

  @Test
  void fractionsAreCutOff() {
    double[] fractions = {127.99, -128.99, -0.99};
    assertEquals("[127  -1  -1]", CHECKED_SUM.dtype(DType.INT8).apply(fractions).toString());
    double[] unsigned = {-0.99, 255.99};
    assertEquals("[  0 255]", CHECKED_SUM.dtype(DType.UINT8).apply(unsigned).toString());
  }

  @Test
  void theIndexIsThatOfTheResult() {
    int[][] a = {{1, 1, 1}, {1, Integer.MAX_VALUE, 1}, {Integer.MAX_VALUE, 1, 1}};
    Scan sum = CHECKED_SUM.dtype(DType.INT32);
    refused("add overflows int32 at index (1, 1): 2147483648", () -> sum.axis(0).apply(a));
    refused("add overflows int32 at index (1, 1): 2147483648", () -> sum.axis(1).apply(a));
    refused("add overflows int32 at index (4,): 2147483651", () -> sum.apply(a));
    refused(
        "add overflows int32 at index (1, 0): 2147483648", () -> sum.axis(0).reverse().apply(a));
    refused(
        "add overflows int32 at index (1, 0): 2147483648",
        () -> sum.axis(0).reverse().apply(new int[][] {{0, 0}, {1, 0}, {Integer.MAX_VALUE, 0}}));
    refused(
        "add overflows int32 at index (1, 2): 2147483648", () -> sum.axis(1).exclusive().apply(a));
    refused(
        "add overflows int32 at index (1, 2): 2147483648",
        () -> sum.axis(1).includeInitial().apply(a));
    refused(
        "add overflows int32 at index (1, 1): 2147483648",
        () -> sum.axis(1).includeInitial().reverse().apply(a));
    refused(
        "add overflows int32 at index (1, 1): 2147483649",
        () -> sum.axes(1, 0).apply(new int[][] {{1, 1, 1}, {1, Integer.MAX_VALUE - 1, -1}}));
  }

  @Test
  void initialValues() {
    Scan narrow = SUM.dtype(DType.INT8).initial(300);
    byte[] a = {1, -1, -1};
    assertEquals("[127 126 125]", narrow.overflow(SATURATE).apply(a).toString());
    refused("add: int8 cannot hold the initial value 300", () -> narrow.overflow(CHECKED).apply(a));
    refused("add: int8 cannot hold the initial value 300", () -> narrow.apply(a));
    refused(
        "add: int8 cannot hold the initial value 1.5",
        () -> narrow.initial(1.5).overflow(SATURATE).apply(a));
    Scan wide = CHECKED_SUM.dtype(DType.INT16).initial(200).includeInitial();
    assertEquals("[200 201 200 199]", wide.apply(a).toString());
    NDArray out = NDArray.of(new byte[] {7, 7, 7, 7});
    refused("add: int8 cannot hold the result at index (0,): 200", () -> wide.apply(a, out));
    refused(
        "add: int8 cannot hold the result at index (3,): 200", () -> wide.reverse().apply(a, out));
    assertEquals("[7 7 7 7]", out.toString());
    SUM.overflow(SATURATE).dtype(DType.INT16).initial(200).exclusive().apply(a, out.slice("1:"));
    assertEquals("[  7 127 127 127]", out.toString());
    assertEquals(
        "[128.]",
        SUM.overflow(CHECKED).dtype(DType.FLOAT64).initial(127).apply(new byte[] {1}).toString());
    refused(
        "add overflows int64 at index (0,): 9223372036854775808",
        () -> CHECKED_SUM.initial(Long.MAX_VALUE).apply(a));
  }

  @Test
  void results() {
    NDArray out = NDArray.of(new byte[] {7, 7, 7});
    double[] a = {100, 27.5, 0.75};
    Scan sum = CHECKED_SUM.dtype(DType.FLOAT64);
    refused("add: int8 cannot hold the result at index (2,): 128.25", () -> sum.apply(a, out));
    assertEquals("[7 7 7]", out.toString());
    assertEquals("[100 127 127]", SUM.overflow(SATURATE).apply(a, out).toString());
    NDArray floats = NDArray.of(new float[] {7, 7});
    refused(
        "add: float32 cannot hold the result at index (1,): 1e+39",
        () -> sum.apply(new double[] {1, 1e39}, floats));
    refused(
        "add: float16 cannot hold the element at index (1,): 65520",
        () -> CHECKED_SUM.dtype(DType.FLOAT16).apply(new int[] {65519, 65520}));
    assertEquals("[7. 7.]", floats.toString());
    double infinity = Double.POSITIVE_INFINITY;
    assertEquals("[ 1. inf]", sum.apply(new double[] {1, infinity}, floats).toString());
  }

  @ParameterizedTest
  @EnumSource(Order.class)
  void floats(Order order) {
    Scan sum = CHECKED_SUM.order(order);
    double infinity = Double.POSITIVE_INFINITY;
    double[] fine = {1e308, infinity, 1e308, Double.NaN, 1};
    assertEquals("[1.e+308     inf     inf     nan     nan]", sum.apply(fine).toString());
    double[] a = {1e308, 7e307, 2e307, -1e308, infinity};
    refused("add overflows float64 at index (2,): 1.8999999999999999e+308", () -> sum.apply(a));
    float[] floats = {3e38f, 1e38f, -3e38f};
    refused("add overflows float32 at index (1,): 3.9999999735263250e+38", () -> sum.apply(floats));
    NDArray halves = NDArray.of(new float[] {65504, 16, -1}).astype(DType.FLOAT16);
    refused("add overflows float16 at index (1,): 65520", () -> sum.apply(halves));
    NDArray bits = NDArray.of(new boolean[5]);
    refused(
        "add overflows float64 at index (2,): 1.8999999999999999e+308",
        () -> sum.dtype(DType.FLOAT64).apply(a, bits));
    NDArray complex = NDArray.of(List.of(new Complex(0, 1e308), new Complex(infinity, 1e308)));
    refused("add overflows complex128 at index (1,): (inf+infj)", () -> sum.apply(complex));
    // Imaginary parts that are dropped do not count.
    NDArray real = NDArray.zeros(DType.FLOAT64, 2);
    assertEquals("[ 0. inf]", sum.dtype(DType.COMPLEX128).apply(complex, real).toString());
  }

  @Test
  void sumsInTheMiddleOfALine() {
    // Blocked, the third and the fourth element are added to one another first.
    double[] a = {-1e308, -5e307, 1e308, 9e307, -5e307, 1};
    assertEquals(6, CHECKED_SUM.apply(a).size());
    assertEquals(6, CHECKED_SUM.order(Order.EXACT).apply(a).size());
    refused(
        "add overflows float64 at index (3,): inf",
        () -> CHECKED_SUM.order(Order.BLOCKED).apply(a));
    // From left to right the sum is beyond the range, exactly it is not.
    double[] exact = {Double.MAX_VALUE, 1e-300, 1e291, -1e291};
    assertEquals(4, CHECKED_SUM.order(Order.EXACT).apply(exact).size());
  }

  @Test
  void times() {
    NDArray times = NDArray.of(new long[] {Long.MAX_VALUE, 1, -3}).astype(DType.of("m8[s]"));
    assertEquals(
        "[9223372036854775807 9223372036854775807 9223372036854775804]",
        SUM.overflow(SATURATE).apply(times).toString());
    refused(
        "add overflows timedelta64[s] at index (1,): 9223372036854775808",
        () -> CHECKED_SUM.apply(times));
    NDArray negative = NDArray.of(new long[] {-Long.MAX_VALUE, -1, 1}).astype(DType.of("m8[s]"));
    assertEquals(
        "[-9223372036854775807 -9223372036854775807 -9223372036854775806]",
        SUM.overflow(SATURATE).apply(negative).toString());
    // The sum would be NaT.
    refused(
        "add overflows timedelta64[s] at index (1,): -9223372036854775808",
        () -> CHECKED_SUM.apply(negative));
    NDArray missing = NDArray.of(new long[] {5, Long.MIN_VALUE, 1}).astype(DType.of("m8[s]"));
    assertEquals("[    5 'NaT' 'NaT']", CHECKED_SUM.apply(missing).toString());
    NDArray out = NDArray.zeros(DType.INT64, 3);
    assertEquals("[5 0 0]", SUM.overflow(SATURATE).apply(missing, out).toString());
    refused(
        "add: int64 cannot hold the result at index (1,): -9223372036854775808",
        () -> CHECKED_SUM.apply(missing, out));
    NDArray nanos = NDArray.zeros(DType.of("m8[ns]"), 3);
    refused(
        "add: timedelta64[ns] cannot hold the element at index (0,): 9223372036854775807",
        () -> CHECKED_SUM.apply(times, nanos));
    assertEquals(
        "[9223372036854775807 9223372036854775807 9223372033854775807]",
        SUM.overflow(SATURATE).apply(times, nanos).toString());
  }

  @Test
  void objects() {
    Object[] a = {BigInteger.TEN.pow(400), new BigDecimal("1.5")};
    assertEquals(2, CHECKED_SUM.dtype(DType.OBJECT).apply(NDArray.of(List.of(a))).size());
    refused(
        "add: float64 cannot hold the element at index (0,): " + a[0],
        () -> CHECKED_SUM.dtype(DType.FLOAT64).apply(NDArray.of(List.of(a))));
    NDArray durations = NDArray.of(List.of(Duration.ofSeconds(Long.MAX_VALUE)));
    NDArray nanos = NDArray.zeros(DType.of("m8[ns]"), 1);
    assertEquals(
        "[9223372036854775807]",
        SUM.overflow(SATURATE).dtype(DType.OBJECT).apply(durations, nanos).toString());
    refused(
        "add: timedelta64[ns] cannot hold the result at index (0,): PT2562047788015215H30M7S",
        () -> CHECKED_SUM.dtype(DType.OBJECT).apply(durations, nanos));
  }

  @Test
  void functionsOfTheCaller() {
    Scan scan = Scan.of(Operator.ofLongs((a, b) -> 3 * a + b)).dtype(DType.UINT8);
    byte[] a = {20, 20, 20};
    assertEquals("[ 20  80 255]", scan.overflow(SATURATE).apply(a).toString());
    refused(
        "a function on longs overflows uint8 at index (2,): 260",
        () -> scan.overflow(CHECKED).apply(a));
    Scan less = Scan.of(Operator.ofLongs((x, y) -> x - y)).dtype(DType.UINT8);
    assertEquals("[20  0  0]", less.overflow(SATURATE).apply(new byte[] {20, 21, 0}).toString());
    Scan exact = Scan.of(Operator.ofLongs(Math::addExact)).overflow(CHECKED);
    assertThrows(ArithmeticException.class, () -> exact.apply(new long[] {Long.MAX_VALUE, 1}));
    Scan doubles = Scan.of(Operator.ofDoubles((x, y) -> y / x)).overflow(CHECKED);
    assertEquals("[2.  0.5]", doubles.apply(new double[] {2, 1}).toString());
    refused(
        "a function on doubles overflows float64 at index (1,): inf",
        () -> doubles.apply(new double[] {0, 1, 1}));
    refused(
        "a function on doubles overflows float32 at index (1,): 1.0000000118763894e+60",
        () -> doubles.apply(new float[] {1e-30f, 1e30f}));
  }

  @ParameterizedTest
  @CsvSource({
    "int8, 127",
    "uint8, 255",
    "int64, 9223372036854775807",
    "uint64, 18446744073709551615"
  })
  void recurrences(String name, BigInteger most) {
    DType type = DType.of(name);
    Scan twice = Scan.of(Operator.recurrence(2)).dtype(type);
    BigInteger half = most.shiftRight(1);
    check(twice, type, List.of(half, BigInteger.ONE), List.of(half, most));
    NDArray a =
        NDArray.of(List.of(half, BigInteger.TWO, BigInteger.ONE), DType.OBJECT).astype(type);
    assertEquals(
        NDArray.of(List.of(half, most, most), DType.OBJECT).toString(),
        objects(twice.overflow(SATURATE).apply(a)));
    refused(
        "%s overflows %s at index (1,): %s"
            .formatted(twice.request().fold, name, most.add(BigInteger.ONE)),
        () -> twice.overflow(CHECKED).apply(a));
    Scan large = Scan.of(Operator.recurrence(most.add(BigInteger.ONE).doubleValue())).dtype(type);
    ArithmeticException refusal =
        assertThrows(ArithmeticException.class, () -> large.overflow(CHECKED).apply(a));
    assertEquals(
        true, String.valueOf(refusal.getMessage()).contains(name + " cannot hold the coefficient"));
    Scan floats = Scan.of(Operator.recurrence(10.0)).overflow(CHECKED);
    assertEquals(
        "[1.e+307     inf     nan]",
        floats.apply(new double[] {1e307, Double.POSITIVE_INFINITY, Double.NaN}).toString());
    assertThrows(ArithmeticException.class, () -> floats.apply(new double[] {1, 1e308, 0}));
  }

  @Test
  void complexProducts() {
    Scan product = Scan.of(Operator.MULTIPLY).overflow(CHECKED);
    double infinity = Double.POSITIVE_INFINITY;
    NDArray fine = NDArray.of(List.of(new Complex(1e200, 1), new Complex(0, infinity)));
    assertEquals(2, product.apply(fine).size());
    NDArray a =
        NDArray.of(List.of(new Complex(1, 1), new Complex(1e200, 0), new Complex(1e200, 0)));
    refused("multiply overflows complex128 at index (2,): (inf+infj)", () -> product.apply(a));
    NDArray out = NDArray.zeros(DType.COMPLEX64, 2);
    refused(
        "multiply: complex64 cannot hold the result at index (1,): (1e+200+1e+200j)",
        () -> product.apply(a.slice(":2"), out));
  }

  @Test
  void nothingElseOverflows() {
    for (Operator operator :
        List.of(Operator.MAXIMUM, Operator.BITWISE_XOR, Operator.LOGICAL_OR, Operator.ADD)) {
      Scan scan = Scan.of(operator).dtype(DType.BOOL);
      boolean[] a = {true, true, false};
      String expected = scan.apply(a).toString();
      assertEquals(expected, scan.overflow(CHECKED).apply(a).toString());
      assertEquals(expected, scan.overflow(SATURATE).apply(a).toString());
    }
    Scan and = Scan.of(Operator.BITWISE_AND).overflow(CHECKED).exclusive();
    assertEquals("[255   3]", and.dtype(DType.UINT8).apply(new byte[] {3, 1}).toString());
  }

  @Test
  void outputIsUntouchedThoughItIsTheInput() {
    long[] a = {1, Long.MAX_VALUE, 5, 6};
    NDArray in = NDArray.wrap(a, 4);
    refused(
        "add overflows int64 at index (1,): 9223372036854775808", () -> CHECKED_SUM.apply(in, in));
    refused(
        "add overflows int64 at index (1,): 9223372036854775808",
        () -> CHECKED_SUM.apply(in.slice(":3"), in.slice("1:")));
    assertArrayEquals(new long[] {1, Long.MAX_VALUE, 5, 6}, a);
  }

  @Test
  void streamsRefuseChunksWhole() {
    ScanStream stream = CHECKED_SUM.dtype(DType.INT8).stream(DType.INT32);
    assertEquals("[100 120]", stream.feed(new int[] {100, 20}).toString());
    NDArray out = NDArray.of(new byte[] {9, 9, 9});
    refused("add overflows int8 at index (4,): 128", () -> stream.feed(new int[] {1, 6, 1}, out));
    assertEquals("[9 9 9]", out.toString());
    refused(
        "add: int8 cannot hold the element at index (2,): 128", () -> stream.feed(new int[] {128}));
    assertEquals(2, stream.position());
    assertEquals("[121 127 127]", stream.feed(new int[] {1, 6, 0}, out).toString());
    ScanStream later = CHECKED_SUM.dtype(DType.INT8).resume(stream.snapshot());
    refused("add overflows int8 at index (5,): 128", () -> later.feed(new int[] {1}));
    assertEquals("[126]", later.feed(new int[] {-1}).toString());
    assertThrows(
        IllegalArgumentException.class, () -> SUM.dtype(DType.INT8).resume(later.snapshot()));
  }

  @Test
  void exclusiveStreamsRefuseATotalThatTheNextChunkWouldBeginWith() {
    ScanStream rows = CHECKED_SUM.exclusive().axis(0).stream(DType.INT64, -1, 2);
    rows.feed(new long[][] {{1, 2}, {3, Long.MAX_VALUE - 2}});
    refused(
        "add overflows int64 at index (3, 1): 9223372036854775808",
        () -> rows.feed(new long[][] {{1, 1}}));
    assertEquals("[[4 9223372036854775807]]", objects(rows.feed(new long[][] {{1, 0}})));
    ScanStream floats = CHECKED_SUM.exclusive().stream(DType.FLOAT64);
    floats.feed(new double[] {1e308});
    refused(
        "add overflows float64 at index (2,): 2.0000000000000000e+308",
        () -> floats.feed(new double[] {1e308}));
    NDArray out = NDArray.zeros(DType.INT8, 1);
    refused(
        "add: int8 cannot hold the result at index (1,): 1e+308",
        () -> floats.feed(new double[] {1}, out));
  }

  @Test
  void nanPolicies() {
    double nan = Double.NaN;
    Scan sum = CHECKED_SUM.dtype(DType.INT8);
    refused(
        "add: int8 cannot hold the element at index (1,): nan",
        () -> sum.apply(new double[] {1, nan}));
    assertEquals("[1 1 3]", sum.nan(NaNPolicy.SKIP).apply(new double[] {1, nan, 2}).toString());
    refused(
        "add overflows float64 at index (2,): 2.0000000000000000e+308",
        () -> CHECKED_SUM.nan(NaNPolicy.KEEP).apply(new double[] {1e308, nan, 1e308}));
  }

  private static void refused(String message, Runnable request) {
    assertEquals(message, assertThrows(ArithmeticException.class, request::run).getMessage());
  }

  @Test
  void segmentsAreCheckedOneByOne() {
    Scan sum = Scan.of(Operator.ADD).dtype(DType.INT8).overflow(OverflowPolicy.CHECKED);
    byte[] a = {100, 27, 100, 27, 100, 28, 1};
    assertEquals(
        "[100 127 100 127 100]",
        sum.segmentsByLengths(2, 2, 1).apply(new byte[] {100, 27, 100, 27, 100}).toString());
    refused("add overflows int8 at index (5,): 128", () -> sum.segmentsByLengths(2, 2, 3).apply(a));
    // The totals of segments are not among exclusive results.
    assertEquals(
        "[  0 100   0 100   0 100]",
        sum.exclusive()
            .segmentsByLengths(2, 2, 2)
            .apply(new byte[] {100, 28, 100, 28, 100, 28})
            .toString());
    refused(
        "add overflows int8 at index (6,): 128",
        () -> sum.exclusive().segmentsByLengths(2, 2, 3).apply(a));
    refused(
        "add overflows int8 at index (4,): -129",
        () -> sum.reverse().segmentsByOffsets(0, 4, 6).apply(new byte[] {1, 1, 1, 1, -100, -29}));
    // Elements of one key stand apart; the index is that of the caller's array.
    refused(
        "add overflows int8 at index (3,): 128",
        () ->
            sum.segmentsByKey(new int[] {7, 8, 8, 7, 8}).apply(new byte[] {100, 100, 1, 28, 100}));
    refused(
        "add overflows int8 at index (1,): 201",
        () ->
            sum.reverse()
                .segmentsByKey(new int[] {7, 8, 8, 7, 8})
                .apply(new byte[] {100, 100, 1, 27, 100}));
  }
}
