package org.cumulus.arrays;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.List;
import org.cumulus.Complex;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.junit.jupiter.api.Test;

/** From an array to Java arrays and single values. */
class ExportTest {
  private static final DType SWAPPED_FLOAT64 = DType.FLOAT64.withByteOrder(ByteOrder.BIG_ENDIAN);

  @Test
  void nestedArrays() {
    NDArray a = NDArray.of(new int[][] {{1, 2, 3}, {4, 5, 6}});
    assertArrayEquals(new int[][] {{1, 2, 3}, {4, 5, 6}}, (int[][]) a.toArray());
    assertArrayEquals(
        new int[][] {{6, 3}, {5, 2}, {4, 1}}, (int[][]) a.flip().transpose().toArray());
    assertArrayEquals(new int[] {6, 3, 5, 2, 4, 1}, (int[]) a.flip().transpose().toFlatArray());
    assertArrayEquals(new int[2][0], (int[][]) a.slice(":, :0").toArray());
    assertArrayEquals(new int[0][3], (int[][]) a.slice(":0").toArray());
    assertEquals(6, a.slice("1, 2").toArray());
    assertArrayEquals(new int[] {6}, (int[]) a.slice("1, 2").toFlatArray());
  }

  @Test
  void everyKind() {
    double[] values = {0, 1, 2.5, 200};
    NDArray a = NDArray.of(values).astype(SWAPPED_FLOAT64);
    assertArrayEquals(values, (double[]) a.toFlatArray());
    assertArrayEquals(
        new boolean[] {false, true, true, true}, (boolean[]) a.astype(DType.BOOL).toFlatArray());
    byte[] bytes = {0, 1, 2, (byte) 200};
    assertArrayEquals(bytes, (byte[]) a.astype(DType.INT8).toFlatArray());
    assertArrayEquals(bytes, (byte[]) a.astype(DType.UINT8).toFlatArray());
    assertArrayEquals(new short[] {0, 1, 2, 200}, (short[]) a.astype(DType.INT16).toFlatArray());
    assertArrayEquals(new short[] {0, 1, 2, 200}, (short[]) a.astype(DType.UINT16).toFlatArray());
    assertArrayEquals(new int[] {0, 1, 2, 200}, (int[]) a.astype(DType.INT32).toFlatArray());
    assertArrayEquals(new int[] {0, 1, 2, 200}, (int[]) a.astype(DType.UINT32).toFlatArray());
    assertArrayEquals(new long[] {0, 1, 2, 200}, (long[]) a.astype(DType.INT64).toFlatArray());
    assertArrayEquals(new long[] {0, 1, 2, 200}, (long[]) a.astype(DType.UINT64).toFlatArray());
    float[] floats = {0, 1, 2.5f, 200};
    assertArrayEquals(floats, (float[]) a.astype(DType.FLOAT16).toFlatArray());
    assertArrayEquals(floats, (float[]) a.astype(DType.FLOAT32).toFlatArray());
    assertArrayEquals(
        new float[][] {{0, 0}, {1, 0}, {2.5f, 0}, {200, 0}},
        (float[][]) a.astype(DType.COMPLEX64).toArray());
    assertArrayEquals(
        new double[] {0, 0, 1, 0, 2.5, 0, 200, 0},
        (double[]) a.astype(DType.COMPLEX128).toFlatArray());
    assertArrayEquals(
        new long[] {0, 1, 2, 200}, (long[]) a.astype(DType.of("m8[s]")).toFlatArray());
    assertArrayEquals(
        new Object[] {0.0, 1.0, 2.5, 200.0}, (Object[]) a.astype(DType.OBJECT).toFlatArray());
  }

  @Test
  void singleElements() {
    NDArray ones = NDArray.of(new long[] {-1});
    assertEquals((byte) -1, ones.astype(DType.INT8).get(0));
    assertEquals((short) 255, ones.astype(DType.UINT8).get(0));
    assertEquals((short) -1, ones.astype(DType.INT16).get(0));
    assertEquals(65535, ones.astype(DType.UINT16).get(0));
    assertEquals(-1, ones.astype(DType.INT32).get(0));
    assertEquals(4294967295L, ones.astype(DType.UINT32).get(0));
    assertEquals(-1L, ones.get(-1));
    NDArray unsigned = ones.astype(DType.UINT64);
    assertEquals(new BigInteger("18446744073709551615"), unsigned.get(0));
    assertEquals(0x1p64, unsigned.getDouble(0));
    assertEquals(-1L, unsigned.getLong(0));
    assertEquals(-1f, ones.astype(DType.FLOAT16).get(0));
    assertEquals(-1f, ones.astype(DType.FLOAT32).get(0));
    assertEquals(true, ones.astype(DType.BOOL).get(0));
    assertEquals(1L, ones.astype(DType.BOOL).getLong(0));
    assertEquals(new Complex(-1, 0), ones.astype(DType.COMPLEX64).get(0));
    assertEquals(new Complex(-1, 0), ones.getComplex(0));
    assertEquals(-1L, ones.astype(DType.of(">m8[ns]")).get(0));
    assertEquals(BigInteger.valueOf(-1), ones.astype(DType.OBJECT).get(0));
  }

  @Test
  void refusedIndicesAndConversions() {
    NDArray a = NDArray.of(new double[][] {{1, 2}, {3, 4}});
    assertEquals(4.0, a.get(-1, -1));
    assertThrows(IllegalArgumentException.class, () -> a.get(2, 0));
    assertThrows(IllegalArgumentException.class, () -> a.get(0, -3));
    assertThrows(IllegalArgumentException.class, () -> a.get(0));
    assertThrows(IllegalArgumentException.class, () -> a.get(0, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> a.getLong(0, 0));
    NDArray complex = NDArray.of(List.of(new Complex(1, 2)));
    assertThrows(IllegalArgumentException.class, () -> complex.getDouble(0));
    assertThrows(IllegalArgumentException.class, () -> complex.getLong(0));
    NDArray objects = NDArray.of(List.of(BigInteger.ONE));
    assertThrows(IllegalArgumentException.class, () -> objects.getDouble(0));
  }
}
