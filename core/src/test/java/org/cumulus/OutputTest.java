package org.cumulus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.cumulus.internal.digits.PythonTuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Outputs that are refused, before anything is written; and what an output does to the sum. */
class OutputTest {
  private static final int[][] SQUARE = {{1, 2, 3}, {4, 5, 6}};

  private static String refused(Object a, @Nullable Integer axis, NDArray out) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> Cumulus.cumsum(a, axis, null, out));
    return String.valueOf(refusal.getMessage());
  }

  @Test
  void readOnlyOutputs() {
    long[] elements = {7, 7, 7};
    NDArray out = NDArray.wrap(elements).asReadOnly();
    assertEquals("output array is read-only", refused(new int[] {1, 2, 3}, 0, out));
    MemorySegment segment = MemorySegment.ofArray(elements).asReadOnly();
    assertEquals(
        "output array is read-only",
        refused(new int[] {1, 2, 3}, 0, NDArray.wrap(segment, DType.INT64, 3)));
    NDArray repeated = NDArray.wrap(elements).slice("0").broadcastTo(3);
    assertEquals("output array is read-only", refused(new int[] {1, 2, 3}, 0, repeated));
    assertArrayEquals(new long[] {7, 7, 7}, elements);
  }

  /**
   * What NumPy takes too, or crashes on, is refused as well: 0-d, empty and broadcasting outputs.
   */
  @ParameterizedTest
  @ValueSource(strings = {"()", "0", "6", "2", "3", "3,2", "1,3", "2,1", "2,3,1", "1,2,3", "0,3"})
  void outputsOfAnotherShape(String text) {
    long[] shape = shape(text);
    NDArray out = NDArray.zeros(DType.INT64, shape);
    String message = refused(SQUARE, 1, out);
    assertTrue(message.startsWith("provided out is the wrong size for the accumulation."), message);
    assertTrue(message.contains("(2, 3)"), message);
    assertArrayEquals(
        NDArray.zeros(DType.INT64, shape).ravel().toString().toCharArray(),
        out.ravel().toString().toCharArray());
  }

  @Test
  void aFlattenedSumWantsOneDimension() {
    String message = refused(SQUARE, null, NDArray.zeros(DType.INT64, 2, 3));
    assertTrue(message.contains("(6,)"), message);
    NDArray out = NDArray.zeros(DType.INT64, 6);
    assertSame(out, Cumulus.cumsum(SQUARE, null, null, out));
    assertEquals("[ 1  3  6 10 15 21]", out.toString());
  }

  @Test
  void aNumberMakesOneElement() {
    NDArray out = NDArray.zeros(DType.FLOAT64, 1);
    assertSame(out, Cumulus.cumsum(5, null, null, out));
    assertEquals("[5.]", out.toString());
    assertEquals("(1,)", shapeText(Cumulus.cumsum(5).shape()));
    assertEquals("(1,)", shapeText(Cumulus.cumsum(5, -1).shape()));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, -3, 7, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void axesOutOfBounds(int axis) {
    String expected = "axis " + axis + " is out of bounds for array of dimension 2";
    assertEquals(
        expected,
        assertThrows(IllegalArgumentException.class, () -> Cumulus.cumsum(SQUARE, axis))
            .getMessage());
    assertEquals(expected, refused(SQUARE, axis, NDArray.zeros(DType.INT64, 2, 3)));
  }

  @Test
  void aNumberHasOneAxis() {
    assertEquals(
        "axis 1 is out of bounds for array of dimension 1",
        assertThrows(IllegalArgumentException.class, () -> Cumulus.cumsum(5, 1)).getMessage());
  }

  @Test
  void theOutputTakesPartInTheChoiceOfTheArithmetic() {
    NDArray bytes = NDArray.zeros(DType.INT8, 3);
    assertEquals(
        "[100 -56  44]", Cumulus.cumsum(new byte[] {100, 100, 100}, 0, null, bytes).toString());
    NDArray unsigned = NDArray.zeros(DType.UINT64, 3);
    long[] large = {1L << 53, 1, 1};
    assertEquals(
        "[9007199254740992 9007199254740992 9007199254740992]",
        Cumulus.cumsum(large, 0, null, unsigned).toString());
    NDArray doubles = NDArray.zeros(DType.FLOAT64, 3);
    byte[] a = {120, 120, 120};
    assertEquals("[120. -16. 104.]", Cumulus.cumsum(a, 0, DType.INT8, doubles).toString());
  }

  /** Objects whose sum fails half way leave the output as it was. */
  @Test
  void aFailingSumWritesNothing() {
    NDArray out = NDArray.zeros(DType.INT64, 2);
    NDArray mixed = NDArray.of(List.of(1, "text"), DType.OBJECT);
    assertThrows(IllegalArgumentException.class, () -> Cumulus.cumsum(mixed, 0, null, out));
    NDArray small = NDArray.zeros(DType.INT8, 2);
    NDArray large = NDArray.of(List.of(1, 300), DType.OBJECT);
    assertThrows(ArithmeticException.class, () -> Cumulus.cumsum(large, 0, null, small));
    assertEquals("[0 0] [0 0]", out + " " + small);
  }

  private static long[] shape(String text) {
    return text.equals("()")
        ? new long[0]
        : List.of(text.split(",", -1)).stream().mapToLong(Long::parseLong).toArray();
  }

  private static String shapeText(long[] shape) {
    return PythonTuple.of(shape);
  }
}
