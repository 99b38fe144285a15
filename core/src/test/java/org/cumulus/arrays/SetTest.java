package org.cumulus.arrays;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.cumulus.Complex;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Elements and slices that are assigned to, by the rules that NumPy 2.4.6 was seen to have. */
class SetTest {
  /** What NumPy gives for {@code a[0] = value}; "!" where it refuses. */
  @Test
  void oneElementByNumpysRules() {
    assertSet("2", "int8", 2.7);
    assertSet("-2", "int8", -2.7f);
    assertSet("!300 does not fit int8 (-128 to 127)", "int8", 300);
    assertSet("!300 does not fit int8 (-128 to 127)", "int8", 300.0);
    assertSet("!-1 does not fit uint64 (0 to 18446744073709551615)", "uint64", -1L);
    assertSet("18446744073709551615", "uint64", BigInteger.TWO.pow(64).subtract(BigInteger.ONE));
    assertSet("!NaN is not an integer: it does not fit int64", "int64", Double.NaN);
    assertSet(
        "!-Infinity is not an integer: it does not fit int64", "int64", Double.NEGATIVE_INFINITY);
    assertSet("inf", "float32", 1e300);
    assertSet("0.1", "float32", 0.1);
    assertSet("2.048e+03", "float16", 2049);
    assertSet("True", "bool", 3);
    assertSet("True", "bool", Double.NaN);
    assertSet("(1+2j)", "complex64", new Complex(1, 2));
    assertSet("(3+0j)", ">c16", 3);
    assertSet("1", ">i4", true);
    assertSet("5 seconds", "m8[s]", 5);
    assertSet("90 seconds", ">m8[s]", Duration.ofMillis(90_500));
    assertSet("!a timedelta64 takes a Duration or a count of ticks, not 2.5", "m8[s]", 2.5);
    assertSet("7", "int64", NDArray.of(7).slice("..."));
    for (String real : List.of("float64", "int64")) {
      String refusal = "!cannot convert an object of type 'Complex' to " + real + ": (1+2j)";
      assertSet(refusal, real, new Complex(1, 2));
    }
  }

  private static void assertSet(String expected, String dtype, Object value) {
    NDArray a = NDArray.zeros(DType.of(dtype), 2);
    NDArray untouched = a.copy();
    if (expected.startsWith("!")) {
      assertMessage(expected.substring(1), () -> a.set(0, value));
      assertEquals(true, a.contentEquals(untouched));
    } else {
      a.set(-2, value);
      assertEquals(expected, a.slice("0").toString(), dtype + " " + value);
      assertEquals(untouched.slice("1").toString(), a.slice("1").toString());
    }
  }

  @Test
  void everyNumberOfDimensions() {
    long[] memory = new long[24];
    NDArray cube = NDArray.wrap(memory, 2, 3, 4);
    cube.set(new long[] {1, -1, 2}, 5);
    assertEquals(5, memory[12 + 8 + 2]);
    cube.select(0, 0).set(1, -1, 6);
    assertEquals(6, memory[4 + 3]);
    NDArray scalar = NDArray.zeros(DType.INT64);
    scalar.set(new long[0], 7);
    assertEquals("7", scalar.toString());
    cube.slice("0, ::-1, 0").set(0, 8);
    assertEquals(8, memory[8]);
    boolean[] flags = new boolean[2];
    NDArray.wrap(flags).set(1, true);
    assertEquals(true, flags[1]);
    NDArray objects = NDArray.of(List.of("a", "b"), DType.OBJECT);
    objects.set(1, null);
    assertEquals("['a' None]", objects.toString());
  }

  @Test
  void slices() {
    NDArray a = NDArray.of(new int[][] {{1, 2, 3, 4}, {5, 6, 7, 8}});
    a.set("1, ::2", 9);
    a.set("0", List.of(4, 3, 2, 1));
    assertEquals("[[4 3 2 1]\n [9 6 9 8]]", a.toString());
    a.set(":, 1:", a.slice(":, :-1")); // As if the right side were copied first.
    assertEquals("[[4 4 3 2]\n [9 9 6 9]]", a.toString());
    a.set(":", new int[][] {{0}, {1}});
    assertEquals("[[0 0 0 0]\n [1 1 1 1]]", a.toString());
    a.set("0, 0", 5.9);
    assertEquals(5, a.getLong(0, 0));
    assertMessage(
        "3000000000 does not fit int32 (-2147483648 to 2147483647)",
        () -> a.set(":", 3_000_000_000L));
    assertMessage(
        "operands could not be broadcast together with remapped shapes [original->remapped]: (3,)"
            + " and requested shape (4,)",
        () -> a.set("0", new int[3]));
    assertEquals("[[5 0 0 0]\n [1 1 1 1]]", a.toString());
  }

  @Test
  void refusals() {
    NDArray a = NDArray.zeros(DType.FLOAT64, 2);
    assertMessage("index 2 is out of bounds for axis 0 with size 2", () -> a.set(2, 1));
    assertMessage("an element of shape (2,) needs 1 indices, not [0, 0]", () -> a.set(0, 0, 1));
    assertMessage("assignment destination is read-only", () -> a.asReadOnly().set(0, 1));
    assertMessage("assignment destination is read-only", () -> a.asReadOnly().set(":", 1));
    assertMessage("assignment destination is read-only", () -> a.broadcastTo(2, 2).set(0, 0, 1));
    assertMessage(
        "an element is a single value, not an array of shape (1,): to assign to a slice, give its"
            + " index as text, such as \":\"",
        () -> a.set(0, new double[] {1}));
    assertMessage("cannot convert an object of type 'String' to float64: 7", () -> a.set(0, "7"));
    assertMessage("value", () -> a.set(0, null));
    assertEquals("[0. 0.]", a.toString());
  }

  private static void assertMessage(String expected, Executable call) {
    assertEquals(expected, assertThrows(RuntimeException.class, call).getMessage());
  }
}
