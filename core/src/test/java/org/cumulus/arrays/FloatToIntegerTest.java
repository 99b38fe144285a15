package org.cumulus.arrays;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.cumulus.Complex;
import org.cumulus.Cumulus;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Floats that fit no integer of the wanted type. NumPy's answers depend on the processor; ours are
 * Java's: {@code (long) x} and {@code (int) x}, and for the narrower and unsigned types the low
 * bits of {@code (long) x}.
 */
class FloatToIntegerTest {
  @ParameterizedTest
  @CsvSource({
    // value, int8, uint8, int16, uint16, int32, uint32, int64, uint64
    "NaN, 0, 0, 0, 0, 0, 0, 0, 0",
    "Infinity, -1, 255, -1, 65535, 2147483647, 4294967295, 9223372036854775807, 0",
    "-Infinity, 0, 0, 0, 0, -2147483648, 0, -9223372036854775808, 9223372036854775808",
    "300.7, 44, 44, 300, 300, 300, 300, 300, 300",
    "-1.5, -1, 255, -1, 65535, -1, 4294967295, -1, 18446744073709551615",
    "40000, 64, 64, -25536, 40000, 40000, 40000, 40000, 40000",
    "3e9, 0, 0, 24064, 24064, 2147483647, 3000000000, 3000000000, 3000000000",
    "-3e9, 0, 0, -24064, 41472, -2147483648, 1294967296, -3000000000, 18446744070709551616",
    "1e10, 0, 0, -7168, 58368, 2147483647, 1410065408, 10000000000, 10000000000",
    "1e19, -1, 255, -1, 65535, 2147483647, 4294967295, 9223372036854775807, 10000000000000000000",
    "18446744073709549568, -1, 255, -1, 65535, 2147483647, 4294967295, 9223372036854775807,"
        + " 18446744073709549568",
    "18446744073709551616, -1, 255, -1, 65535, 2147483647, 4294967295, 9223372036854775807, 0",
    "-0.9, 0, 0, 0, 0, 0, 0, 0, 0",
  })
  void outOfRange(
      double value,
      String int8,
      String uint8,
      String int16,
      String uint16,
      String int32,
      String uint32,
      String int64,
      String uint64) {
    List<String> types =
        List.of("int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64");
    List<String> expected = List.of(int8, uint8, int16, uint16, int32, uint32, int64, uint64);
    for (int i = 0; i < types.size(); i++) {
      DType type = DType.of(types.get(i));
      NDArray one = NDArray.of(new double[] {value});
      assertEquals(expected.get(i), text(Cumulus.cumsum(one, 0, type)), types.get(i));
      assertEquals(expected.get(i), text(one.astype(type)), types.get(i));
      NDArray complex = NDArray.of(List.of(new Complex(value, 7)));
      assertEquals(expected.get(i), text(Cumulus.cumsum(complex, 0, type)), types.get(i));
      NDArray out = NDArray.zeros(type, 1);
      assertEquals(expected.get(i), text(Cumulus.cumsum(one, 0, null, out)), types.get(i));
      if (value == (float) value || Double.isNaN(value)) {
        NDArray single = one.astype(DType.FLOAT32);
        assertEquals(expected.get(i), text(Cumulus.cumsum(single, 0, type)), types.get(i));
      }
    }
  }

  private static String text(NDArray array) {
    return String.valueOf(array.get(0));
  }

  @Test
  void theInputIsCastBeforeTheSumAndTheSumForTheOutput() {
    double[] sixths = {0.6, 0.6, 0.6};
    assertEquals("[0 0 0]", Cumulus.cumsum((Object) sixths, 0, DType.INT64).toString());
    NDArray out = NDArray.zeros(DType.INT64, 3);
    assertEquals("[0 1 1]", Cumulus.cumsum(sixths, 0, null, out).toString());
  }

  @Test
  void truthOfFloats() {
    double[] values = {0.0, -0.0, Double.MIN_VALUE, Double.NaN, 0.4};
    assertEquals(
        "[False False  True  True  True]", NDArray.of(values).astype(DType.BOOL).toString());
    NDArray complex =
        NDArray.of(List.of(new Complex(0, 0), new Complex(0, 0.1), new Complex(-0.0, Double.NaN)));
    assertEquals("[False  True  True]", complex.astype(DType.BOOL).toString());
  }
}
