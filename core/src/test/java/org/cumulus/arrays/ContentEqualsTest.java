package org.cumulus.arrays;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cumulus.Complex;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.junit.jupiter.api.Test;

/** Whether arrays hold the same. */
class ContentEqualsTest {
  private static final long ODD = (1L << 53) + 1;

  /** Arrays of no dimensions in classes: those of one are the same, those of two are not. */
  private static final List<List<NDArray>> CLASSES =
      List.of(
          numbers(0.0, -0.0, 0f, (byte) 0, false, new Complex(-0.0, 0), BigInteger.ZERO),
          numbers(1.0, 1, 1L, true, new Complex(1, -0.0), new BigDecimal("1.00")),
          numbers(ODD, BigInteger.valueOf(ODD), new BigDecimal(ODD)),
          numbers(0x1p53, 1L << 53, new Complex(0x1p53, 0)),
          numbers(Long.MAX_VALUE, BigInteger.valueOf(Long.MAX_VALUE)),
          numbers(0x1p63, 0x1p63f, BigInteger.ONE.shiftLeft(63)),
          List.of(
              NDArray.of(-1L).astype(DType.UINT64),
              NDArray.of(BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE))),
          numbers(-1L, (byte) -1, -1.0),
          numbers(0.1),
          numbers(0.1f, (double) 0.1f),
          numbers(new BigDecimal("0.1")),
          numbers(Double.NaN, Float.NaN, new Complex(Double.NaN, 0)),
          numbers(new Complex(Double.NaN, Double.NaN)),
          numbers(Double.POSITIVE_INFINITY, Float.POSITIVE_INFINITY),
          numbers(new Complex(1, 2)),
          numbers(Duration.ofSeconds(1)),
          List.of(NDArray.of("1", DType.OBJECT)),
          List.of(NDArray.of(1L).astype(DType.of("m8[s]")), time(1, ">m8[s]")),
          List.of(time(1, "m8[ms]")),
          List.of(time(Long.MIN_VALUE, "m8[s]")));

  private static NDArray time(long ticks, String dtype) {
    return NDArray.of(ticks).astype(DType.of(dtype));
  }

  private static List<NDArray> numbers(Object... values) {
    List<NDArray> arrays = new ArrayList<>();
    for (Object value : values) {
      NDArray array = NDArray.of(value);
      arrays.add(array);
      arrays.add(array.astype(array.dtype().withByteOrder(java.nio.ByteOrder.BIG_ENDIAN)));
      arrays.add(NDArray.of(value, DType.OBJECT));
    }
    return arrays;
  }

  @Test
  void everyPair() {
    int same = 0;
    for (List<NDArray> left : CLASSES) {
      for (List<NDArray> right : CLASSES) {
        for (NDArray a : left) {
          for (NDArray b : right) {
            boolean expected = left.equals(right); // By the arrays' identities.
            String pair = a.repr() + ", " + b.repr();
            assertEquals(expected, a.contentEquals(b), pair);
            assertEquals(expected, line(a).contentEquals(line(b)), pair);
            same += expected ? 1 : 0;
          }
        }
      }
    }
    assertTrue(same > 300, "same: " + same);
  }

  /** One element at the end of a line. */
  private static NDArray line(NDArray element) {
    NDArray line = NDArray.zeros(element.dtype(), 3);
    element.copyTo(line.slice("2"));
    return line;
  }

  @Test
  void shapesAndLayouts() {
    NDArray a = NDArray.of(new int[][] {{1, 2, 3}, {4, 5, 6}});
    NDArray f = NDArray.of(new double[][] {{1, 4}, {2, 5}, {3, 6}}).transpose();
    assertTrue(a.contentEquals(a) && a.contentEquals(f) && f.contentEquals(a));
    assertTrue(a.flip().contentEquals(f.flip()));
    assertEquals(false, a.contentEquals(a.reshape(3, 2)));
    assertEquals(false, a.contentEquals(a.ravel()));
    assertEquals(false, a.contentEquals(a.flip(0)));
    assertTrue(
        NDArray.of(1).broadcastTo(2, 2).contentEquals(NDArray.of(new int[][] {{1, 1}, {1, 1}})));
    NDArray none = NDArray.zeros(DType.INT8, 2, 0);
    assertTrue(none.contentEquals(NDArray.zeros(DType.of("m8[s]"), 2, 0)));
    assertEquals(false, none.contentEquals(NDArray.zeros(DType.INT8, 0, 2)));
    NDArray times = NDArray.zeros(DType.of("m8[s]"), 2);
    assertTrue(times.contentEquals(NDArray.zeros(DType.of(">m8[s]"), 2)));
    assertEquals(false, times.contentEquals(NDArray.zeros(DType.INT64, 2)));
  }
}
