package org.cumulus.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.cumulus.Complex;
import org.cumulus.Cumulus;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.Operator;
import org.cumulus.Order;
import org.cumulus.Scan;
import org.cumulus.golden.Layout;
import org.cumulus.npy.Npy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way for lines to lie in memory gives the bits of the reference. */
final class BlockedPathsTest {
  private static final Scan BLOCKED = Scan.of(Operator.ADD).order(Order.BLOCKED);
  private static final String[] DTYPES = {"f8", "f4", "f2", ">f8", ">f4", ">f2"};

  @ParameterizedTest
  @ValueSource(
      ints = {
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 1023, 1024, 1025, 1032, 2047, 2048, 2049, 5000,
        32767, 32768, 32769, 100_003
      })
  void lineOfAnyLength(int length) {
    for (int seed = 0; seed < 3; seed++) {
      double[] random = Lines.random(length, seed);
      double[] special = Lines.special(length, seed);
      for (String name : DTYPES) {
        DType dtype = DType.of(name);
        String reproducer = name + "[" + length + "], seed " + seed;
        check(random, dtype, reproducer);
        check(special, dtype, "special " + reproducer);
      }
    }
  }

  private static void check(double[] line, DType dtype, String reproducer) {
    double[] expected = Lines.expected(line, dtype);
    NDArray array = NDArray.of(line).astype(dtype);
    Lines.assertSame(expected, Lines.toDoubles(BLOCKED.apply(array)), reproducer);
    NDArray reversed = NDArray.of(line).flip(0).astype(dtype).flip(0);
    Lines.assertSame(expected, Lines.toDoubles(BLOCKED.apply(reversed)), "reversed " + reproducer);
    BLOCKED.apply(array, array);
    Lines.assertSame(expected, Lines.toDoubles(array), "in place " + reproducer);
    BLOCKED.apply(reversed, reversed);
    Lines.assertSame(expected, Lines.toDoubles(reversed), "reversed in place " + reproducer);
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void axesOfAnyLayout(Layout layout) {
    long[][] shapes = {
      {7, 5},
      {1100, 3},
      {3, 1100},
      {37, 70},
      {1030, 33},
      {100, 300},
      {9, 4100},
      {3, 20, 41},
      {20, 3, 50},
      {2, 1027, 40},
      {5, 33, 65},
      {20_000, 5},
      {2, 3, 2, 1025}
    };
    for (long[] shape : shapes) {
      for (String name : new String[] {"f8", "f4", "f2", ">f8"}) {
        DType dtype = DType.of(name);
        NDArray base = NDArray.zeros(dtype, layout.baseShape(shape));
        NDArray values = NDArray.of(Lines.random((int) base.size(), 7)).astype(dtype);
        values.reshape(base.shape()).copyTo(base);
        NDArray array = layout.view(base, shape);
        String reproducer = layout + " " + name + Arrays.toString(shape);
        for (int axis = 0; axis < shape.length; axis++) {
          NDArray sums = BLOCKED.axis(axis).apply(array);
          checkLines(array, sums, axis, dtype, reproducer + " axis " + axis);
          NDArray out = NDArray.zeros(dtype, shape);
          BLOCKED.axis(axis).apply(array, out);
          checkLines(array, out, axis, dtype, reproducer + " into C order, axis " + axis);
        }
        Lines.assertSame(
            Lines.expected(Lines.toDoubles(array.ravel()), dtype),
            Lines.toDoubles(BLOCKED.apply(array)),
            reproducer + " flat");
      }
    }
  }

  private static void checkLines(
      NDArray array, NDArray sums, int axis, DType dtype, String reproducer) {
    int length = (int) array.shape()[axis];
    double[] elements = Lines.toDoubles(axisLast(array, axis).copy());
    double[] actual = Lines.toDoubles(axisLast(sums, axis).copy());
    for (int line = 0; line < elements.length; line += length) {
      double[] one = Arrays.copyOfRange(elements, line, line + length);
      double[] of = Arrays.copyOfRange(actual, line, line + length);
      Lines.assertSame(Lines.expected(one, dtype), of, reproducer + " line at " + line);
    }
  }

  private static NDArray axisLast(NDArray array, int axis) {
    int[] axes = new int[array.ndim()];
    int at = 0;
    for (int other = 0; other < axes.length; other++) {
      if (other != axis) {
        axes[at++] = other;
      }
    }
    axes[at] = axis;
    return array.transpose(axes);
  }

  @Test
  void memoryOfAnyKind(@TempDir Path folder) throws IOException {
    for (String name : DTYPES) {
      DType dtype = DType.of(name);
      double[] line = Lines.random(10_007, 3);
      double[] expected = Lines.expected(line, dtype);
      NDArray heap = NDArray.of(line).astype(dtype);
      int bytes = 10_007 * dtype.itemSize();
      try (Arena arena = Arena.ofConfined()) {
        for (int offset : new int[] {0, 1, 8}) {
          NDArray native1 =
              NDArray.wrap(
                  arena.allocate(bytes + offset, 8).asSlice(offset, bytes), dtype, line.length);
          heap.copyTo(native1);
          NDArray native2 =
              NDArray.wrap(
                  arena.allocate(bytes + offset, 8).asSlice(offset, bytes), dtype, line.length);
          BLOCKED.apply(native1, native2);
          Lines.assertSame(expected, Lines.toDoubles(native2), name + " off-heap + " + offset);
          NDArray inBytes =
              NDArray.wrap(
                  MemorySegment.ofArray(new byte[bytes + offset]).asSlice(offset, bytes),
                  dtype,
                  line.length);
          BLOCKED.apply(native1, inBytes);
          Lines.assertSame(expected, Lines.toDoubles(inBytes), name + " byte[] + " + offset);
        }
      }
      Path file = folder.resolve("line.npy");
      Npy.write(file, heap);
      NDArray mapped = Npy.map(file);
      Lines.assertSame(expected, Lines.toDoubles(BLOCKED.apply(mapped)), name + " mapped");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"c16", "c8", ">c16"})
  void complexByParts(String name) {
    DType dtype = DType.of(name);
    DType part = DType.of(dtype.itemSize() == 16 ? "f8" : "f4");
    for (int length : new int[] {1, 7, 9, 1025, 5000, 140_000}) {
      double[] parts = Lines.random(2 * length, length);
      double[] real = new double[length];
      double[] imaginary = new double[length];
      double[] lanes = new double[2 * length];
      for (int i = 0; i < length; i++) {
        real[i] = parts[2 * i];
        imaginary[i] = parts[2 * i + 1];
      }
      NDArray array = NDArray.wrap(MemorySegment.ofArray(lanes), DType.COMPLEX128, length);
      System.arraycopy(parts, 0, lanes, 0, parts.length);
      NDArray sums = BLOCKED.apply(array.astype(dtype));
      double[] expectedReal = Lines.expected(real, part);
      double[] expectedImaginary = Lines.expected(imaginary, part);
      for (int i = 0; i < length; i++) {
        Complex sum = (Complex) Objects.requireNonNull(sums.get(i));
        assertEquals(expectedReal[i], sum.re(), name + " real " + i);
        assertEquals(expectedImaginary[i], sum.im(), name + " imaginary " + i);
      }
    }
  }

  /** The operation's dtype is that of the additions, and of the rounding, whatever out's is. */
  @Test
  void castsComeAfterRounding() {
    double[] line = Lines.random(3000, 11);
    NDArray halves = NDArray.of(line).astype(DType.FLOAT16);
    NDArray out = NDArray.zeros(DType.FLOAT64, line.length);
    BLOCKED.dtype(DType.FLOAT16).apply(halves, out);
    Lines.assertSame(Lines.expected(line, DType.FLOAT16), Lines.toDoubles(out), "f2 into f8");
    BLOCKED.dtype(DType.FLOAT32).apply(NDArray.of(line), out);
    Lines.assertSame(Lines.expected(line, DType.FLOAT32), Lines.toDoubles(out), "f4 into f8");
  }

  /** In the dtypes that do not round an order makes no difference; by default it is NumPy's. */
  @Test
  void otherDTypesAndDefault() {
    for (String name : new String[] {"?", "i1", "u8", ">i4", "m8[s]", "O"}) {
      NDArray array = NDArray.of(Lines.random(3000, 5)).astype(DType.of("i8"));
      NDArray cast = array.astype(DType.of(name).withByteOrder(ByteOrder.nativeOrder()));
      assertEquals(
          Cumulus.cumsum(cast).repr(), BLOCKED.apply(cast).repr(), name + " in order BLOCKED");
    }
    NDArray line = NDArray.of(Lines.random(3000, 5));
    double[] sums = Lines.toDoubles(Scan.of(Operator.ADD).apply(line));
    Lines.assertSame(sums, Lines.toDoubles(Cumulus.cumsum(line)), "default");
    double[] numpy = Lines.toDoubles(Scan.of(Operator.ADD).order(Order.NUMPY).apply(line));
    Lines.assertSame(sums, numpy, "order(NUMPY)");
  }
}
