package org.cumulus.printing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cumulus.ArrayFormat;
import org.cumulus.Complex;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.PrintOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrayFormatTest {
  private static final double NAN = Double.NaN;
  private static final double INF = Double.POSITIVE_INFINITY;

  private static String str(double... values) {
    return ArrayFormat.str(NDArray.of(values));
  }

  private static String str(PrintOptions options, double... values) {
    return ArrayFormat.str(NDArray.of(values), options);
  }

  @Test
  void doublesChooseTheirNotationTogether() {
    assertEquals("[0.1    0.0001]", str(0.1, 1e-4));
    assertEquals("[1.00000001e-01 1.00000000e-04]", str(0.1000000012, 1e-4));
    assertEquals("[0.e+00 1.e-05]", str(0, 1e-5));
    assertEquals("[1000.    1.]", str(1000, 1));
    assertEquals("[1.001e+03 1.000e+00]", str(1001, 1));
    assertEquals("[99999999.]", str(99999999));
    assertEquals("[1.e+08]", str(1e8));
    assertEquals("[0.1        0.12345679]", str(0.1, 0.123456789));
    assertEquals("[5.e-324]", str(Double.MIN_VALUE));
    assertEquals("[1.e+100 1.e+000]", str(1e100, 1));
  }

  @Test
  void nonFiniteNumbersTakeTheWidthOfTheOthers() {
    assertEquals("[ -inf   1.5 100. ]", str(-INF, 1.5, 100));
    assertEquals("[   inf 1.e-10]", str(INF, 1e-10));
    assertEquals("[nan]", str(NAN));
    assertEquals("[ nan -1.5]", str(NAN, -1.5));
    assertEquals(
        "[   ? many   1.]",
        str(PrintOptions.DEFAULT.withNanStr("?").withInfStr("many"), NAN, INF, 1));
  }

  @Test
  void narrowFloatsHaveTheirOwnDigitsAndCeilings() {
    assertEquals("[999999.]", NDArray.of(new float[] {999999}).toString());
    assertEquals("[1.e+06]", NDArray.of(new float[] {1e6f}).toString());
    assertEquals("[0.33333334]", NDArray.of(new float[] {1 / 3f}).toString());
    assertEquals("[999.]", NDArray.of(new double[] {999}).astype(DType.FLOAT16).toString());
    assertEquals("[1.e+03]", NDArray.of(new double[] {1000}).astype(DType.FLOAT16).toString());
    assertEquals("[6.55e+04]", NDArray.of(new double[] {65504}).astype(DType.FLOAT16).toString());
  }

  @Test
  void complexPartsAreFormattedApart() {
    assertEquals("[1.+1.e-10j]", ArrayFormat.str(NDArray.of(List.of(new Complex(1, 1e-10)))));
    assertEquals("[inf-infj]", ArrayFormat.str(NDArray.of(List.of(new Complex(INF, -INF)))));
    assertEquals(
        "[ 0.1+100.123j -1.   -2.j   ]",
        ArrayFormat.str(NDArray.of(List.of(new Complex(0.1, 100.123), new Complex(-1, -2)))));
  }

  @Test
  void optionsChangeTheDigits() {
    PrintOptions options = PrintOptions.DEFAULT;
    assertEquals("[0. 2. 2. 4.]", str(options.withPrecision(0), 0.5, 1.5, 2.5, 3.5));
    assertEquals(
        "[ 0.         -0.          0.          0.00000001]",
        str(options.withSuppress(true), 1e-9, -1e-9, 4e-9, 6e-9));
    assertEquals(
        "[1.00e+00 2.67e+00 1.00e-05 1.25e-01 3.75e-01]",
        str(options.withPrecision(2).withFloatMode("fixed"), 1.005, 2.675, 1e-5, .125, .375));
    assertEquals(
        "[0.10000 0.12346]",
        str(options.withPrecision(5).withFloatMode("maxprec_equal"), 0.1, 0.123456789));
    assertEquals(
        "[0.1         0.123456789]",
        str(options.withPrecision(5).withFloatMode("unique"), 0.1, 0.123456789));
    assertEquals(
        "[0.1]", str(options.withPrecision(Integer.MAX_VALUE).withFloatMode("maxprec_equal"), 0.1));
    assertEquals("[1.e-323]", str(options.withPrecision(Integer.MAX_VALUE), 2 * Double.MIN_VALUE));
    assertEquals("[+1. -2.]", str(options.withSign('+'), 1, -2));
    assertEquals("[ 1.  2.]", str(options.withSign(' '), 1, 2));
  }

  @Test
  void digitsOfAValueJustBelowAPowerOfTenCountFromItsOwn() {
    assertEquals("[1.00000000e+23 1.23456789e+25]", str(1e23, 1.2345678901234566e25));
    assertEquals(
        "[9.999999999999999e+22 9.007199254740993e-25]",
        str(PrintOptions.DEFAULT.withPrecision(17), 1e23, 9.007199254740993e-25));
  }

  @Test
  void theExampleOfTheDocumentation() {
    NDArray array = NDArray.of(new double[][] {{1, 0.5}, {1e-5, NAN}});
    assertEquals("[[1.e+00 5.e-01]\n [1.e-05    nan]]", ArrayFormat.str(array));
    assertEquals(
        "array([[1.     , 0.5    ],\n       [0.00001,     nan]])",
        ArrayFormat.repr(array, PrintOptions.DEFAULT.withSuppress(true)));
    NDArray small = NDArray.of(new double[] {1e-9, 0.12345});
    PrintOptions options = PrintOptions.DEFAULT.withPrecision(3).withSuppress(true);
    assertEquals("[0.    0.123]", ArrayFormat.str(small, options));
  }

  @Test
  void swappedGenericTimedeltasAreReadInTheirOwnOrder() {
    NDArray array = NDArray.of(new long[] {6, Long.MIN_VALUE}).astype(DType.of("m8"));
    NDArray swapped = NDArray.zeros(DType.of(">m8"), 2);
    array.copyTo(swapped);
    assertEquals("[    6 'NaT']", ArrayFormat.str(swapped));
  }

  @Test
  void rowsWrapAndBlocksArePartedByBlankLines() {
    NDArray array = NDArray.of(IntStream.range(0, 24).toArray()).reshape(2, 1, 3, 4);
    assertEquals(
        """
        [[[[ 0  1  2  3]
           [ 4  5  6  7]
           [ 8  9 10 11]]]


         [[[12 13 14 15]
           [16 17 18 19]
           [20 21 22 23]]]]\
        """,
        ArrayFormat.str(array));
    assertEquals(
        """
        array([0, 1, 2, 3, 4,
               5, 6],
              dtype=int32)\
        """,
        ArrayFormat.repr(
            NDArray.of(IntStream.range(0, 7).toArray()), PrintOptions.DEFAULT.withLineWidth(22)));
  }

  @Test
  void longArraysAreSummarisedWithTheirShape() {
    NDArray array = NDArray.of(IntStream.range(0, 1001).asLongStream().toArray());
    assertEquals("[   0    1    2 ...  998  999 1000]", ArrayFormat.str(array));
    assertEquals(
        "array([   0,    1,    2, ...,  998,  999, 1000], shape=(1001,))", ArrayFormat.repr(array));
    assertEquals(
        """
        array([[   0, ...,   76],
               ...,
               [ 924, ..., 1000]], shape=(13, 77))\
        """,
        ArrayFormat.repr(array.reshape(13, 77), PrintOptions.DEFAULT.withEdgeItems(1)));
  }

  @Test
  void whatASummaryHidesHasNoSay() {
    double[] values = new double[1001];
    values[500] = 1e20;
    assertEquals("[0. 0. 0. ... 0. 0. 0.]", str(values));
  }

  @Test
  void reprTellsWhatTheNumbersDoNotImply() {
    assertEquals("array([1, 2], dtype=int8)", NDArray.of(new byte[] {1, 2}).repr());
    assertEquals("array([ True, False])", NDArray.of(new boolean[] {true, false}).repr());
    assertEquals("array([], dtype=int64)", NDArray.of(new long[0]).repr());
    assertEquals(
        "array([], shape=(0, 3), dtype=float64)", NDArray.zeros(DType.FLOAT64, 0, 3).repr());
    assertEquals("array([0], dtype='>i4')", NDArray.zeros(DType.of(">i4"), 1).repr());
    assertEquals(
        "array([    0, 'NaT'], dtype='timedelta64[s]')",
        NDArray.of(new long[] {0, Long.MIN_VALUE}).astype(DType.of("m8[s]")).repr());
    assertEquals("array(0.33333333)", NDArray.of(1 / 3.0).repr());
  }

  @Test
  void objectsPrintLikeTheirCounterpartsInPython() {
    List<Object> objects =
        Arrays.asList("it's", null, 1e16, true, BigInteger.TWO.pow(70), new Complex(1, -2));
    assertEquals(
        """
        array(["it's", None, 1e+16, True, 1180591620717411303424, (1-2j)],
              dtype=object)\
        """,
        NDArray.of(objects, DType.OBJECT).repr());
    assertEquals(
        "[1.50 PT2.5S]",
        NDArray.of(List.of(new BigDecimal("1.50"), Duration.ofMillis(2500)), DType.OBJECT)
            .toString());
  }

  @ParameterizedTest
  @CsvSource({
    "float64, 0.1, 0.1",
    "float64, 1, 1.0",
    "float64, -0.0, -0.0",
    "float64, 1e-4, 0.0001",
    "float64, 9.9e-5, 9.9e-05",
    "float64, 1e15, 1000000000000000.0",
    "float64, 1e16, 1e+16",
    "float64, 4.9e-324, 5e-324",
    "float64, 2e23, 2e+23",
    "float32, 1e6, 1e+06",
    "float32, 123456.79, 123456.79",
    "float16, 1e3, 1e+03",
    "float64, NaN, nan",
    "float64, -Infinity, -inf",
  })
  void floatScalarsPrintAllTheirDigits(String dtype, double value, String text) {
    assertEquals(text, ArrayFormat.scalar(value, DType.of(dtype)));
  }

  @Test
  void otherScalarsPrintAsInNumpy() {
    assertEquals("(1+2j)", new Complex(1, 2).toString());
    assertEquals("2j", new Complex(0, 2).toString());
    assertEquals("(-0-2.5j)", new Complex(-0.0, -2.5).toString());
    assertEquals("(nan+infj)", new Complex(NAN, INF).toString());
    assertEquals("True", ArrayFormat.scalar(true, DType.BOOL));
    assertEquals("125 microseconds", ArrayFormat.scalar(5L, DType.of("m8[25us]")));
    assertEquals("NaT", ArrayFormat.scalar(Long.MIN_VALUE, DType.of("m8[s]")));
    assertEquals("it's", ArrayFormat.scalar("it's", DType.OBJECT));
  }

  @Test
  void aMillionNumbersPrintInSeconds() {
    double[] values = IntStream.range(0, 1_000_000).mapToDouble(Math::sqrt).toArray();
    long start = System.nanoTime();
    String text = str(PrintOptions.DEFAULT.withThreshold(Long.MAX_VALUE), values);
    double seconds = (System.nanoTime() - start) / 1e9;
    assertTrue(text.endsWith(" 999.9995    ]"), () -> text.substring(text.length() - 50));
    assertTrue(seconds < 20, () -> "took " + seconds + " s");
  }
}
