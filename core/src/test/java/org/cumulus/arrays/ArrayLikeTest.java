package org.cumulus.arrays;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cumulus.Complex;
import org.cumulus.Cumulus;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.Operator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is an array, of which shape and dtype, and what is refused. */
class ArrayLikeTest {
  /** The repr tells dtype, shape and values at once. */
  @ParameterizedTest
  @MethodSource
  void arrays(Object arrayLike, String repr) {
    assertEquals(repr, NDArray.of(arrayLike).repr());
  }

  static Stream<Arguments> arrays() {
    ByteBuffer bytes = ByteBuffer.wrap(new byte[] {9, 0, 1, 0, 2, 9});
    return Stream.of(
        Arguments.of(List.of(), "array([], dtype=float64)"),
        Arguments.of(List.of(List.of()), "array([], shape=(1, 0), dtype=float64)"),
        Arguments.of(new Integer[0][0], "array([], shape=(0, 0), dtype=int32)"),
        Arguments.of(new double[0], "array([], dtype=float64)"),
        Arguments.of(new Object[0], "array([], dtype=float64)"),
        Arguments.of(5, "array(5, dtype=int32)"),
        Arguments.of(List.of(true, 2L), "array([1, 2])"),
        Arguments.of(List.of((byte) 1, (short) 300), "array([  1, 300], dtype=int16)"),
        Arguments.of(List.of(1, 2.5f), "array([1. , 2.5])"),
        Arguments.of(List.of((short) 1, 2.5f), "array([1. , 2.5], dtype=float32)"),
        Arguments.of(List.of(1L, 2.5, true), "array([1. , 2.5, 1. ])"),
        Arguments.of(List.of(1.5f, new Complex(0, 1)), "array([1.5+0.j, 0. +1.j])"),
        Arguments.of(new int[][] {{1, 2}, {3, 4}}, "array([[1, 2],\n       [3, 4]], dtype=int32)"),
        Arguments.of(
            List.of(new byte[] {1, 2}, new long[] {3, 4}), "array([[1, 2],\n       [3, 4]])"),
        Arguments.of(
            List.of(new boolean[] {true}, List.of(2)), "array([[1],\n       [2]], dtype=int32)"),
        Arguments.of(
            List.of(NDArray.of(new float[] {1}), new short[] {2}),
            "array([[1.],\n       [2.]], dtype=float32)"),
        Arguments.of(new ArrayDeque<>(List.of(3, 1, 2)), "array([3, 1, 2], dtype=int32)"),
        Arguments.of(new LinkedHashSet<>(List.of(3, 1)), "array([3, 1], dtype=int32)"),
        Arguments.of(Collections.nCopies(3, 0.5), "array([0.5, 0.5, 0.5])"),
        Arguments.of(
            bytes.slice(1, 4).order(ByteOrder.BIG_ENDIAN).asShortBuffer(),
            "array([1, 2], dtype='>i2')"),
        Arguments.of(
            bytes.slice(2, 4).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer(),
            "array([   1, 2306], dtype=int16)"),
        Arguments.of(bytes.slice(2, 3), "array([1, 0, 2], dtype=int8)"),
        Arguments.of(
            MemorySegment.ofArray(new short[] {1, 2}).asSlice(2), "array([2, 0], dtype=int8)"),
        Arguments.of(
            List.of(BigInteger.TWO.pow(70), 1), "array([1180591620717411303424, 1], dtype=object)"),
        Arguments.of(List.of(BigInteger.ONE, true), "array([1, 1], dtype=object)"));
  }

  @Test
  void buffersFromTheirPosition() {
    ByteBuffer buffer = ByteBuffer.allocateDirect(32).order(ByteOrder.nativeOrder());
    buffer.putDouble(1).putDouble(2).putDouble(3).putDouble(4).flip().position(8).limit(24);
    assertEquals("[2. 5.]", Cumulus.cumsum(buffer.asDoubleBuffer()).toString());
    assertEquals(16, NDArray.of(buffer).size());
  }

  @ParameterizedTest
  @MethodSource
  void ragged(Object arrayLike, int after, String shape) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> NDArray.of(arrayLike)).getMessage();
    assertEquals(
        "setting an array element with a sequence. The requested array has an inhomogeneous shape"
            + " after %d dimensions. The detected shape was %s + inhomogeneous part."
                .formatted(after, shape),
        message);
  }

  /** Shapes as NumPy finds them. */
  static Stream<Arguments> ragged() {
    return Stream.of(
        Arguments.of(List.of(List.of(1), List.of(1, 2)), 1, "(2,)"),
        Arguments.of(List.of(1, List.of(2)), 1, "(2,)"),
        Arguments.of(new int[][] {{1}, {2, 3}}, 1, "(2,)"),
        Arguments.of(
            List.of(List.of(List.of(1), List.of(2)), List.of(List.of(3), List.of(4, 5))),
            2,
            "(2, 2)"),
        Arguments.of(List.of(new int[2][3], new int[2][4]), 2, "(2, 2)"),
        Arguments.of(List.of(new int[2][3], new int[3][3]), 1, "(2,)"),
        Arguments.of(List.of(List.of(), List.of(1)), 1, "(2,)"));
  }

  @Test
  void tooDeep() {
    Object nested = 1;
    for (int depth = 0; depth < 64; depth++) {
      nested = List.of(nested);
    }
    assertEquals(64, NDArray.of(nested).ndim());
    Object deeper = List.of(nested);
    assertEquals(
        "setting an array element with a sequence. The requested array would exceed the maximum"
            + " number of dimension of 64.",
        assertThrows(IllegalArgumentException.class, () -> NDArray.of(deeper)).getMessage());
  }

  @ParameterizedTest
  @MethodSource
  void refused(@Nullable Object arrayLike, String part) {
    Object list = Arrays.asList(arrayLike, arrayLike);
    for (Object a : new Object[] {list, arrayLike == null ? list : arrayLike}) {
      IllegalArgumentException refusal =
          assertThrows(IllegalArgumentException.class, () -> Cumulus.cumsum(a));
      assertTrue(String.valueOf(refusal.getMessage()).contains(part), refusal::toString);
    }
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of(null, "null is not a number"),
        Arguments.of(Set.of(1), "java.util.ImmutableCollections"),
        Arguments.of(new HashSet<>(List.of(1)), "java.util.HashSet"),
        Arguments.of(Map.of(1, 2), "a map is not an array"),
        Arguments.of('x', "java.lang.Character"),
        Arguments.of(new char[] {'x'}, "char[]"),
        Arguments.of(Path.of("a.npy"), "Npy.read(Path.of(\"a.npy\"))"),
        Arguments.of(new Object(), "java.lang.Object"),
        Arguments.of(Stream.of(1), "a stream is not an array"),
        Arguments.of("abc", "text is not a number: 'abc'"));
  }

  @Test
  void textIsRefused() {
    String[] text = {"abc", "b"};
    refusesText(() -> Cumulus.cumprod(text));
    refusesText(() -> Cumulus.cummax(text));
    refusesText(() -> Cumulus.accumulate(Operator.LOGADDEXP, text));
    refusesText(() -> Cumulus.diff(text));
    refusesText(() -> NDArray.of(text));
  }

  private static void refusesText(Executable call) {
    assertEquals(
        "text is not a number: 'abc'; Double.parseDouble makes it one, if it is",
        assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  @Test
  void exactObjects() {
    List<Object> decimals = List.of(new BigDecimal("0.10"), 2);
    assertEquals("[0.10 2.10]", Cumulus.cumsum(decimals).toString());
    List<Duration> durations = List.of(Duration.ofSeconds(90), Duration.ofMillis(-500));
    assertEquals(Duration.ofMillis(89_500), Cumulus.cumsum(durations).get(1));
    assertEquals(
        BigInteger.TWO.pow(64),
        Cumulus.cumsum(List.of(BigInteger.TWO.pow(63), BigInteger.TWO.pow(63))).get(1));
    for (Object inexact : new Object[] {0.5, 1.5f, new Complex(1, 0), Duration.ZERO}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> NDArray.of(List.of(BigInteger.ONE, inexact)),
          inexact.toString());
    }
    assertThrows(IllegalArgumentException.class, () -> NDArray.of(List.of(Duration.ZERO, 1)));
  }

  /** The number is the one that was given, whatever it has become on the way. */
  @Test
  void inexactNumbersAreNamed() {
    assertRefused("an array of BigInteger cannot hold 2.5 exactly", BigInteger.ONE, 2.5f);
    assertRefused("an array of BigDecimal cannot hold NaN exactly", BigDecimal.ONE, Double.NaN);
    assertRefused("an array of Duration cannot hold 1: expected durations only", Duration.ZERO, 1);
  }

  private static void assertRefused(String message, Object... elements) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> NDArray.of(elements)).getMessage());
  }

  @Test
  void durationsThatOverflowAreNamed() {
    Duration longest = Duration.ofSeconds(Long.MAX_VALUE);
    assertEquals(
        longest + " + PT1S is too large for a Duration",
        assertThrows(
                ArithmeticException.class,
                () -> Cumulus.cumsum(List.of(longest, Duration.ofSeconds(1))))
            .getMessage());
  }

  /** The array is made before the dtype is looked at, so elements wrap. */
  @Test
  void castsOfArrayLikes() {
    assertEquals("[255]", Cumulus.cumsum(List.of(-1), 0, DType.UINT8).toString());
    assertEquals("[44]", Cumulus.cumsum(List.of(300), 0, DType.UINT8).toString());
    assertEquals(
        "18446744073709551616 does not fit int64 (-9223372036854775808 to 9223372036854775807)",
        assertThrows(
                ArithmeticException.class,
                () -> Cumulus.cumsum(List.of(BigInteger.TWO.pow(64)), 0, DType.INT64))
            .getMessage());
  }
}
