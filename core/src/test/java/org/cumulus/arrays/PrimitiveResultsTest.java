package org.cumulus.arrays;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.cumulus.Cumulus;
import org.cumulus.NDArray;
import org.cumulus.Operator;
import org.cumulus.Scan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The overloads for primitive arrays give what the ones for any array-like give. */
class PrimitiveResultsTest {
  private static final List<Class<?>> FEW =
      List.of(int[].class, long[].class, float[].class, double[].class);

  /** Every overload that there is, on arrays around the sizes of loops, beside its relative. */
  @Test
  void everyOverloadHasItsRelative() throws ReflectiveOperationException {
    int calls = 0;
    for (Method method : Cumulus.class.getDeclaredMethods()) {
      Class<?>[] types = method.getParameterTypes();
      boolean isPublic = Modifier.isPublic(method.getModifiers());
      boolean isOfOne = types[0].isArray() && (types.length == 1 || !types[1].isArray());
      if (!isPublic || !isOfOne || method.getName().equals("offsets")) {
        continue;
      }
      Class<?>[] any = types.clone();
      any[0] = Object.class;
      Method relative = Cumulus.class.getMethod(method.getName(), any);
      for (int length : new int[] {0, 1, 2, 7, 100}) {
        for (Integer axis : axes(types)) {
          Object[] arguments = Arrays.copyOf(new Object[] {0, axis, axis}, types.length);
          arguments[0] = array(types[0].getComponentType(), length);
          if (types.length > 1 && method.getName().equals("diff")) {
            arguments[1] = 2;
          } else if (types.length > 2) {
            arguments[2] = true;
          }
          NDArray expected = (NDArray) relative.invoke(null, arguments);
          Object actual = method.invoke(null, arguments);
          String what = method + " " + Arrays.toString(arguments) + " " + length;
          assertEquals(method.getReturnType(), actual.getClass(), what);
          assertEquals(actual.getClass(), expected.toFlatArray().getClass(), what);
          assertTrue(expected.contentEquals(NDArray.wrap(actual)), what);
          calls++;
        }
      }
    }
    assertTrue(calls > 500, "calls: " + calls);
  }

  private static List<Integer> axes(Class<?>[] types) {
    List<Integer> axes = new ArrayList<>(List.of(0, -1));
    if (types.length > 1 && types[1] == Integer.class) {
      axes.add(null);
    }
    return axes;
  }

  private static Object array(Class<?> type, int length) {
    Random random = new Random(20261201 + length);
    Object array = Array.newInstance(type, length);
    for (int i = 0; i < length; i++) {
      double value = i % 5 == 3 ? Double.NaN : random.nextGaussian();
      switch (array) {
        case boolean[] booleans -> booleans[i] = random.nextBoolean();
        case byte[] bytes -> bytes[i] = (byte) random.nextInt();
        case short[] shorts -> shorts[i] = (short) random.nextInt();
        case int[] ints -> ints[i] = random.nextInt();
        case long[] longs -> longs[i] = random.nextLong();
        case float[] floats -> floats[i] = (float) value;
        default -> Array.setDouble(array, i, value);
      }
    }
    return array;
  }

  /** Whoever has an overload has one for an axis as well, which gives the same kind of result. */
  @Test
  void anAxisDoesNotChangeTheKind() throws ReflectiveOperationException {
    int pairs = 0;
    for (Method method : Cumulus.class.getDeclaredMethods()) {
      Class<?>[] types = method.getParameterTypes();
      boolean isAlone = types.length == 1 && Modifier.isPublic(method.getModifiers());
      if (!isAlone || method.getName().equals("offsets")) {
        continue;
      }
      Class<?>[] withAxis =
          method.getName().equals("diff")
              ? new Class<?>[] {types[0], int.class, int.class}
              : new Class<?>[] {types[0], Integer.class};
      Method other = Cumulus.class.getMethod(method.getName(), withAxis);
      assertEquals(method.getReturnType(), other.getReturnType(), method.toString());
      if (types[0] == double[].class) {
        Object[] arguments = {new double[2], 1, 1};
        InvocationTargetException thrown =
            assertThrows(
                InvocationTargetException.class,
                () -> other.invoke(null, Arrays.copyOf(arguments, withAxis.length)));
        assertEquals(
            "axis 1 is out of bounds for array of dimension 1",
            String.valueOf(thrown.getCause()).replaceFirst(".*Exception: ", ""));
      }
      pairs++;
    }
    assertTrue(pairs > 40, "pairs: " + pairs);
    for (Class<?> type : FEW) {
      assertEquals(type, Cumulus.class.getMethod("diff", type).getReturnType());
    }
  }

  @Test
  void offsets() {
    assertArrayEquals(new int[] {0}, Cumulus.offsets(new int[0]));
    assertArrayEquals(new int[] {0, 2, 2, 5}, Cumulus.offsets(new int[] {2, 0, 3}));
    assertArrayEquals(new long[] {0, 2, 2, 5}, Cumulus.offsets(new long[] {2, 0, 3}));
    int most = Integer.MAX_VALUE;
    assertArrayEquals(new int[] {0, most, most}, Cumulus.offsets(new int[] {most, 0}));
    assertMessage(
        "offsets overflow int32 at index (3,): 2147483648",
        () -> Cumulus.offsets(new int[] {most - 1, 1, 1}));
    assertMessage(
        "offsets overflow int64 at index (2,): 18446744073709551614",
        () -> Cumulus.offsets(new long[] {Long.MAX_VALUE, Long.MAX_VALUE}));
    assertMessage("length -2 at index (1,) is negative", () -> Cumulus.offsets(new int[] {1, -2}));
    assertMessage(
        "length -1 at index (0,) is negative", () -> Cumulus.offsets(new long[] {-1, -2}));
    int[] rows = Cumulus.offsets(new int[] {2, 0, 1});
    Scan sums = Scan.of(Operator.ADD);
    assertEquals("[1 3 3]", sums.segmentsByOffsets(rows).apply(new int[] {1, 2, 3}).toString());
    assertEquals(
        "[1 3 3]",
        sums.segmentsByLengths(new int[] {2, 0, 1}).apply(new int[] {1, 2, 3}).toString());
  }

  private static void assertMessage(String expected, Executable call) {
    assertEquals(expected, assertThrows(RuntimeException.class, call).getMessage());
  }
}
