package org.cumulus.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.cumulus.AllocatedBytes;
import org.cumulus.Complex;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.NDArray;
import org.cumulus.golden.ElementValues;
import org.cumulus.golden.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Single elements of every dtype, byte order, layout and kind of memory, by all methods that give
 * them, against the bytes they are made of.
 */
class ElementAccessTest {
  private static final long ROWS = 5;
  private static final long COLUMNS = 7;

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OBJECT")
  void everyMethodGivesTheElement(Kind kind) {
    for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
      DType dtype = OracleArrays.type(kind).withByteOrder(order);
      for (Store store : Store.values()) {
        byte[] bytes = ElementValues.bytes(dtype, ROWS * COLUMNS, ElementValues.Mode.ANY, 4_711);
        NDArray table = store.array(dtype, bytes, ROWS, COLUMNS);
        for (NDArray view : List.of(table, table.transpose(), table.flip(), table.copy())) {
          check(view, dtype + " in " + store);
        }
        check(table, ByteBuffer.wrap(bytes).order(order), dtype + " in " + store);
      }
    }
  }

  /** The elements of a table in C order are those of its bytes. */
  private static void check(NDArray table, ByteBuffer bytes, String what) {
    DType dtype = table.dtype();
    boolean isComplex = dtype.kind().isComplex();
    for (int i = 0; i < ROWS * COLUMNS; i++) {
      int at = i * dtype.itemSize();
      Complex expected =
          isComplex
              ? new Complex(
                  number(dtype.kind(), bytes, at),
                  number(dtype.kind(), bytes, at + dtype.itemSize() / 2))
              : new Complex(number(dtype.kind(), bytes, at), 0);
      assertEquals(expected, table.getComplex(i / COLUMNS, i % COLUMNS), what);
    }
  }

  private static double number(Kind kind, ByteBuffer bytes, int at) {
    return switch (kind) {
      case BOOL -> bytes.get(at) == 0 ? 0 : 1;
      case INT8 -> bytes.get(at);
      case UINT8 -> Byte.toUnsignedInt(bytes.get(at));
      case INT16 -> bytes.getShort(at);
      case UINT16 -> Short.toUnsignedInt(bytes.getShort(at));
      case INT32 -> bytes.getInt(at);
      case UINT32 -> Integer.toUnsignedLong(bytes.getInt(at));
      case INT64, TIMEDELTA64 -> bytes.getLong(at);
      case UINT64 -> new BigInteger(Long.toUnsignedString(bytes.getLong(at))).doubleValue();
      case FLOAT16 -> Float.float16ToFloat(bytes.getShort(at));
      case FLOAT32, COMPLEX64 -> bytes.getFloat(at);
      case FLOAT64, COMPLEX128 -> bytes.getDouble(at);
      case OBJECT -> throw new AssertionError();
    };
  }

  /** All methods agree, with indices from either end. */
  private static void check(NDArray view, String what) {
    boolean hasLongs = !view.dtype().kind().isFloat() && !view.dtype().kind().isComplex();
    long[] shape = view.shape();
    for (long i = -shape[0]; i < shape[0]; i++) {
      for (long j = -shape[1]; j < shape[1]; j++) {
        NDArray row = view.select(0, i);
        NDArray scalar = row.select(0, j);
        Object element = view.get(i, j);
        assertEquals(element, row.get(j), what);
        assertEquals(element, scalar.get(), what);
        assertEquals(view.getComplex(i, j), scalar.getComplex(), what);
        if (!view.dtype().kind().isComplex()) {
          double expected =
              element instanceof Boolean truth
                  ? truth ? 1 : 0
                  : element instanceof Number number ? number.doubleValue() : Double.NaN;
          assertEquals(expected, view.getDouble(i, j), what);
          assertEquals(expected, view.getDouble(new long[] {i, j}), what);
          assertEquals(expected, row.getDouble(j), what);
          assertEquals(expected, scalar.getDouble(), what);
        }
        if (hasLongs) {
          long expected =
              element instanceof Boolean truth
                  ? truth ? 1 : 0
                  : element instanceof Number number ? number.longValue() : 0;
          assertEquals(expected, view.getLong(i, j), what);
          assertEquals(expected, view.getLong(new long[] {i, j}), what);
          assertEquals(expected, row.getLong(j), what);
          assertEquals(expected, scalar.getLong(), what);
        }
      }
    }
  }

  /** What costs nothing must not make garbage. */
  @Test
  void elementsAreNotBoxed() {
    NDArray table = NDArray.zeros(DType.FLOAT64, 1000, 10);
    NDArray line = NDArray.zeros(DType.of(">i4"), 10_000);
    double[] sum = new double[1];
    Runnable all =
        () -> {
          for (int i = 0; i < 10_000; i++) {
            sum[0] += table.getDouble(i / 10, i % 10) + line.getDouble(i) + line.getLong(-i - 1);
          }
        };
    for (int i = 0; i < 20; i++) {
      all.run();
    }
    long before = AllocatedBytes.now();
    all.run();
    long bytes = AllocatedBytes.now() - before;
    assertTrue(bytes < 100_000, bytes + " bytes");
  }

  @Test
  void refusals() {
    NDArray table = NDArray.of(new int[2][3]);
    String count = "an element of shape (2, 3) needs 2 indices, not ";
    assertMessage(count + "[1]", () -> table.getDouble(1));
    assertMessage(count + "[1]", () -> table.getLong(1));
    assertMessage(count + "[]", () -> table.getDouble());
    assertMessage(count + "[1, 2, 0]", () -> table.getLong(1, 2, 0));
    assertMessage(
        "an element of shape (6,) needs 1 indices, not [1, 2]",
        () -> table.ravel().getDouble(1, 2));
    String bounds = "index %d is out of bounds for axis %d with size %d";
    assertMessage(bounds.formatted(3, 1, 3), () -> table.getDouble(0, 3));
    assertMessage(bounds.formatted(-3, 0, 2), () -> table.getLong(-3, 0));
    assertMessage(bounds.formatted(6, 0, 6), () -> table.ravel().getLong(6));
    assertMessage(bounds.formatted(-7, 0, 6), () -> table.ravel().getDouble(-7));
    assertMessage("float64 elements are not integers", () -> NDArray.of(new double[1]).getLong(0));
    assertMessage(
        "complex128 elements are not doubles: 1j",
        () -> NDArray.of(List.of(new Complex(0, 1))).getDouble(0));
    assertMessage(
        "object elements are not doubles: 1",
        () -> NDArray.of(List.of(BigInteger.ONE)).getDouble(0));
  }

  private static void assertMessage(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
