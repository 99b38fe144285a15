package org.cumulus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The ways to say what the segments of a line are, and what is refused. */
class SegmentsTest {
  private static final Scan SUM = Scan.of(Operator.ADD);
  private static final int[] FIVE = {1, 2, 3, 4, 5};

  @Test
  void lengthsOffsetsAndFlags() {
    same("[ 1  3  3  7 12]", SUM.segmentsByLengths(2, 0, 3));
    same("[ 1  3  3  7 12]", SUM.segmentsByOffsets(0, 2, 2, 5));
    boolean[] flags = {false, false, true, false, false};
    same("[ 1  3  3  7 12]", SUM.segmentsByFlags(flags));
    same("[ 1  3  3  7 12]", SUM.segmentsByFlags(NDArray.wrap(flags)));
    same("[ 1  3  3  7 12]", SUM.segmentsByFlags(List.of(true, false, true, false, false)));
    assertEquals("[]", SUM.segmentsByLengths().apply(new int[0]).toString());
    assertEquals("[]", SUM.segmentsByLengths(0, 0).exclusive().apply(new int[0]).toString());
    assertEquals("[]", SUM.segmentsByOffsets(0).reverse().apply(new int[0]).toString());
    assertEquals("[7]", SUM.segmentsByLengths(0, 1).initial(7).exclusive().apply(3).toString());
  }

  @Test
  void modes() {
    Scan segments = SUM.segmentsByLengths(2, 3);
    same("[ 3  2 12  9  5]", segments.reverse());
    same("[0 1 0 3 7]", segments.exclusive());
    same("[2 0 9 5 0]", segments.exclusive().reverse());
    same("[12 10 19 15 10]", segments.initial(10).exclusive().reverse());
    same("[11 13 13 17 22]", segments.initial(10));
    double[] line = {1, Double.NaN, 2, Double.NaN, 3};
    assertEquals("[ 1. nan  2. nan  5.]", segments.nan(NaNPolicy.KEEP).apply(line).toString());
    assertEquals("[1. 1. 2. 2. 5.]", segments.nan(NaNPolicy.SKIP).apply(line).toString());
    assertEquals(
        "[ 1.  1. nan nan  5.]",
        SUM.segmentsByKey(new int[] {1, 2, 3, 3, 1})
            .nan(NaNPolicy.KEEP)
            .apply(new double[] {1, 1, Double.NaN, Double.NaN, 4})
            .toString());
    refused(
        "NaN at index (1,)",
        () -> SUM.segmentsByKey(new int[] {2, 1, 2, 1, 2}).nan(NaNPolicy.REFUSE).apply(line));
    int[][] rows = {{1, 2, 3}, {4, 5, 6}};
    assertEquals(
        "[[ 1  2  5]\n [ 4  5 11]]", SUM.axis(1).segmentsByLengths(1, 2).apply(rows).toString());
    assertEquals("[ 1  2  5  9  5 11]", SUM.segmentsByLengths(1, 3, 2).apply(rows).toString());
    NDArray bytes = NDArray.zeros(DType.INT8, 5);
    SUM.segmentsByLengths(5).initial(120).apply(new byte[] {1, 2, 3, 4, 5}, bytes);
    assertEquals("[ 121  123  126 -126 -121]", bytes.toString());
  }

  @Test
  void keys() {
    String expected = "[1 2 4 6 9]";
    same(expected, SUM.segmentsByKey(new int[] {3, 8, 3, 8, 3}));
    same(
        expected,
        SUM.segmentsByKey(
            new long[] {1L << 62, Long.MIN_VALUE, 1L << 62, Long.MIN_VALUE, 1L << 62}));
    same(expected, SUM.segmentsByKey(new byte[] {0, 1, 0, 1, 0}));
    same(expected, SUM.segmentsByKey(new boolean[] {true, false, true, false, true}));
    same(expected, SUM.segmentsByKey(new String[] {"a", "b", "a", "b", "a"}));
    same(expected, SUM.segmentsByKey(List.of("a", "b", "a", "b", "a")));
    same(expected, SUM.segmentsByKey(List.of(1, 2, 1L, (short) 2, (byte) 1)));
    DayOfWeek one = DayOfWeek.MONDAY;
    DayOfWeek two = DayOfWeek.FRIDAY;
    same(expected, SUM.segmentsByKey(new DayOfWeek[] {one, two, one, two, one}));
    same(expected, SUM.segmentsByKey(Arrays.asList(null, 2, null, 2, null)));
    double nan = Double.NaN;
    double other = Double.longBitsToDouble(0xfff8_0000_0000_0001L);
    same(expected, SUM.segmentsByKey(new double[] {nan, 0.0, other, -0.0, nan}));
    same(expected, SUM.segmentsByKey(new float[] {1.5f, 0.0f, 1.5f, -0.0f, 1.5f}));
    same(expected, SUM.segmentsByKey(List.of(nan, 0.0, other, -0.0, nan)));
    NDArray complex =
        NDArray.of(
            new Object[] {
              new Complex(nan, 1), 0.0, new Complex(nan, 1), -0.0, new Complex(nan, 1)
            });
    same(expected, SUM.segmentsByKey(complex));
    same(
        expected, SUM.segmentsByKey(NDArray.of(new int[] {9, 7, 9, 7, 9}).astype(DType.of(">u2"))));
    NDArray times = NDArray.of(new long[] {9, 7, 9, 7, 9}).astype(DType.of("m8[s]"));
    same(expected, SUM.segmentsByKey(times));
    assertEquals("[1 2]", SUM.segmentsByKey(List.of(1, "1")).apply(new int[] {1, 2}).toString());
  }

  /** Keys that are far apart go through a hash table, with as many collisions as may be. */
  @Test
  void manyKeys() {
    SplittableRandom random = new SplittableRandom(5);
    long[] keys = random.longs(100_000, 0, 30_000).map(key -> key << 40).toArray();
    long[] ones = new long[keys.length];
    Arrays.fill(ones, 1);
    NDArray counts = SUM.segmentsByKey(keys).apply(ones);
    long[] seen = new long[30_000];
    for (int i = 0; i < keys.length; i++) {
      assertEquals(++seen[(int) (keys[i] >> 40)], counts.getLong(i), "at " + i);
    }
  }

  @Test
  void refusedWhenBuilt() {
    refused("the length of segment 1 is negative: -2", () -> SUM.segmentsByLengths(3, -2));
    refused(
        "the lengths of segments add up to more than 2^63 - 1",
        () -> SUM.segmentsByLengths(Long.MAX_VALUE, 1));
    refused(
        "offsets of segments need at least one, the 0 where the first segment begins",
        () -> SUM.segmentsByOffsets());
    refused("offsets of segments must begin with 0, not 1", () -> SUM.segmentsByOffsets(1, 5));
    refused(
        "offsets of segments must not descend: offset 2 is 2, after 3",
        () -> SUM.segmentsByOffsets(0, 3, 2, 5));
    refused(
        "flags of segments must be booleans in one dimension, not int32 in 1",
        () -> SUM.segmentsByFlags(new int[] {0, 1}));
    refused(
        "flags of segments must be booleans in one dimension, not bool in 2",
        () -> SUM.segmentsByFlags(new boolean[2][2]));
    refused(
        "keys of segments must have one dimension, not 2",
        () -> SUM.segmentsByKey(NDArray.zeros(DType.INT64, 2, 2)));
    refused(
        "keys of segments must be an array or a list, not java.lang.String",
        () -> SUM.segmentsByKey("ab"));
    refused("a key of a segment cannot be an array: int[]", () -> SUM.segmentsByKey(new int[2][2]));
    refused(
        "segments and includeInitial contradict each other: the result would have one more element"
            + " in each segment, and no place for it",
        () -> SUM.segmentsByLengths(1).includeInitial());
    refused(
        "segments and several axes contradict each other: segments are those of one axis",
        () -> SUM.axes(0, 1).segmentsByLengths(1));
    refused(
        "a stream and segments contradict each other: segments are those of a whole line",
        () -> SUM.segmentsByLengths(1).stream(DType.INT64));
  }

  @Test
  void refusedBeforeAnythingIsWritten() {
    long[] out = {9, 9, 9, 9, 9};
    NDArray result = NDArray.wrap(out);
    refused(
        "the lengths of segments are those of 4 elements, not of 5",
        () -> SUM.segmentsByLengths(2, 2).apply(FIVE, result));
    refused(
        "the offsets of segments are those of 6 elements, not of 5",
        () -> SUM.segmentsByOffsets(0, 6).apply(FIVE, result));
    refused(
        "the flags of segments are those of 2 elements, not of 5",
        () -> SUM.segmentsByFlags(new boolean[2]).apply(FIVE, result));
    refused(
        "the keys of segments are those of 3 elements, not of 5",
        () -> SUM.segmentsByKey(new int[] {2, 1, 2}).apply(FIVE, result));
    refused(
        "the keys of segments are those of 2 elements, not of 3",
        () -> SUM.axis(1).segmentsByKey(new int[2]).apply(new int[2][3]));
    assertEquals("[9 9 9 9 9]", result.toString());
  }

  private static void same(String expected, Scan scan) {
    assertEquals(expected, scan.apply(FIVE).toString());
  }

  private static void refused(String message, Runnable request) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, request::run).getMessage());
  }

  @Test
  void numbersOfAnyTypeAreOneKeyIfTheirValuesAre() {
    Scan sum = Scan.of(Operator.ADD);
    int[] a = {1, 2, 4, 8, 16};
    assertEquals(
        "[ 1  3  7 15 31]",
        sum.segmentsByKey(List.of(1, 1.0, 1L, new BigDecimal("1.00"), BigInteger.ONE))
            .apply(a)
            .toString());
    assertEquals(
        "[ 1  2  4  9 18]",
        sum.segmentsByKey(
                List.of(
                    9007199254740993L,
                    9007199254740992.0,
                    0.5,
                    new BigDecimal("9007199254740993"),
                    9007199254740992L))
            .apply(a)
            .toString());
  }
}
