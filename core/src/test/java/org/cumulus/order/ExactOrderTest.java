package org.cumulus.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import org.cumulus.Complex;
import org.cumulus.Cumulus;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.Operator;
import org.cumulus.Order;
import org.cumulus.Scan;
import org.cumulus.golden.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums in the order EXACT are those of fixed-point arithmetic, however an array lies in memory. */
final class ExactOrderTest {
  private static final Scan EXACT = Scan.of(Operator.ADD).order(Order.EXACT);

  @ParameterizedTest
  @EnumSource
  void lineOfAnyLength(ExactElements kind) {
    for (String name : new String[] {"f8", "f4", "f2", ">f8", ">f4", ">f2"}) {
      DType dtype = DType.of(name);
      for (int length : new int[] {0, 1, 2, 3, 7, 10, 100, 1000, 2047, 2049, 5000}) {
        for (int seed = 0; seed < (length < 1000 ? 20 : 2); seed++) {
          double[] line = kind.line(length, dtype, seed);
          double[] expected = ExactReference.sums(line, dtype);
          String reproducer = kind + " " + name + "[" + length + "], seed " + seed;
          NDArray array = NDArray.of(line).astype(dtype);
          Lines.assertSame(expected, Lines.toDoubles(EXACT.apply(array)), reproducer);
          NDArray reversed = NDArray.of(line).flip(0).astype(dtype).flip(0);
          EXACT.apply(array, array);
          Lines.assertSame(expected, Lines.toDoubles(array), "in place " + reproducer);
          EXACT.apply(reversed, reversed);
          Lines.assertSame(expected, Lines.toDoubles(reversed), "reversed " + reproducer);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void axesOfAnyLayout(Layout layout) {
    long[][] shapes = {{7, 5}, {300, 3}, {3, 300}, {140, 33}, {9, 2100}, {3, 20, 41}, {5, 130, 7}};
    ExactElements[] kinds = ExactElements.values();
    for (long[] shape : shapes) {
      for (String name : new String[] {"f8", "f4", "f2", ">f8"}) {
        DType dtype = DType.of(name);
        NDArray base = NDArray.zeros(dtype, layout.baseShape(shape));
        int size = (int) base.size();
        ExactElements kind = kinds[(size + name.length()) % kinds.length];
        NDArray.of(kind.line(size, dtype, 7)).astype(dtype).reshape(base.shape()).copyTo(base);
        NDArray array = layout.view(base, shape);
        String reproducer = layout + " " + kind + " " + name + Arrays.toString(shape);
        for (int axis = 0; axis < shape.length; axis++) {
          NDArray sums = EXACT.axis(axis).apply(array);
          checkLines(array, sums, axis, dtype, reproducer + " axis " + axis);
          NDArray out = NDArray.zeros(dtype, shape);
          EXACT.axis(axis).apply(array, out);
          checkLines(array, out, axis, dtype, reproducer + " into C order, axis " + axis);
        }
        double[] expected = ExactReference.sums(Lines.toDoubles(array.ravel()), dtype);
        Lines.assertSame(expected, Lines.toDoubles(EXACT.apply(array)), reproducer + " flat");
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
      Lines.assertSame(ExactReference.sums(one, dtype), of, reproducer + " line at " + line);
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

  /** Lines that threads share, or take turns at. */
  @ParameterizedTest
  @ValueSource(strings = {"f8", "f4", "f2"})
  void threadsDoNotShow(String name) {
    long[][] shapes = {{1_100_000, 1}, {2, 70_000}, {40_000, 4}, {1000, 150}};
    DType dtype = DType.of(name);
    for (long[] shape : shapes) {
      int size = (int) (shape[0] * shape[1]);
      double[] elements = ExactElements.NOISE.line(size, dtype, size);
      NDArray array = NDArray.of(elements).astype(dtype).reshape(shape);
      NDArray turned = array.transpose();
      double[] expectedFlat = ExactReference.sums(Lines.toDoubles(turned.copy()), dtype);
      NDArray expected = EXACT.axis(0).parallelism(1).apply(array);
      checkLines(array, expected, 0, dtype, name + Arrays.toString(shape));
      for (int threads = 1; threads <= 4; threads++) {
        String reproducer = name + Arrays.toString(shape) + " by " + threads;
        Scan scan = EXACT.parallelism(threads);
        try (ForkJoinPool pool = new ForkJoinPool(threads)) {
          double[] sums = pool.submit(() -> Lines.toDoubles(scan.axis(0).apply(array))).join();
          Lines.assertSame(Lines.toDoubles(expected), sums, reproducer);
          double[] flat = pool.submit(() -> Lines.toDoubles(scan.apply(turned))).join();
          Lines.assertSame(expectedFlat, flat, reproducer + " flat");
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"c16", "c8", ">c16", ">c8"})
  void complexByParts(String name) {
    DType dtype = DType.of(name);
    DType part = dtype.itemSize() == 16 ? DType.FLOAT64 : DType.FLOAT32;
    for (ExactElements kind : ExactElements.values()) {
      for (int length : new int[] {1, 7, 3000}) {
        double[] real = kind.line(length, part, length);
        double[] imaginary = kind.line(length, part, length + 1);
        double[] parts = new double[2 * length];
        for (int i = 0; i < length; i++) {
          parts[2 * i] = real[i];
          parts[2 * i + 1] = imaginary[i];
        }
        NDArray array = NDArray.wrap(MemorySegment.ofArray(parts), DType.COMPLEX128, length);
        double[] expectedReal = ExactReference.sums(real, part);
        double[] expectedImaginary = ExactReference.sums(imaginary, part);
        NDArray sums = EXACT.apply(array.astype(dtype));
        for (int i = 0; i < length; i++) {
          Complex sum = (Complex) Objects.requireNonNull(sums.get(i));
          assertEquals(expectedReal[i], sum.re(), kind + " " + name + " real " + i);
          assertEquals(expectedImaginary[i], sum.im(), kind + " " + name + " imaginary " + i);
        }
      }
    }
  }

  /** Elements are cast to the dtype of the operation, sums rounded to it, and then cast to out. */
  @Test
  void castsAreAroundTheRounding() {
    for (String in : new String[] {"f8", "f4", "f2", "i8", "i4", "u1", "?", "c16"}) {
      for (String type : new String[] {"f8", "f4", "f2"}) {
        NDArray array =
            NDArray.of(ExactElements.WHOLE.line(3000, DType.FLOAT64, 5)).astype(DType.of(in));
        DType dtype = DType.of(type);
        double[] expected = ExactReference.sums(Lines.toDoubles(array.astype(dtype)), dtype);
        for (String to : new String[] {"f8", "f4", "f2", "i8"}) {
          NDArray out = NDArray.zeros(DType.of(to), 3000);
          EXACT.dtype(dtype).apply(array, out);
          double[] cast = Lines.toDoubles(NDArray.of(expected).astype(dtype).astype(DType.of(to)));
          Lines.assertSame(cast, Lines.toDoubles(out), in + " as " + type + " into " + to);
        }
      }
    }
  }

  /** The order of the elements does not show in the total. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SPECIAL")
  void permutationsEndInTheSameTotal(ExactElements kind) {
    for (DType dtype : new DType[] {DType.FLOAT64, DType.FLOAT32, DType.FLOAT16}) {
      double[] line = kind.line(1000, dtype, 1);
      double total = ExactReference.sums(line, dtype)[999];
      for (int seed = 0; seed < 30; seed++) {
        NDArray array = NDArray.of(ExactElements.shuffled(line, seed)).astype(dtype);
        double last = Lines.toDoubles(EXACT.apply(array))[999];
        assertEquals(total, last, kind + " " + dtype + ", shuffle " + seed);
      }
    }
  }

  /** In the dtypes that do not round an order makes no difference. */
  @Test
  void otherDTypes() {
    for (String name : new String[] {"?", "i1", "u8", ">i4", "m8[s]", "O"}) {
      NDArray array = NDArray.of(Lines.random(3000, 5)).astype(DType.of("i8"));
      NDArray cast = array.astype(DType.of(name).withByteOrder(ByteOrder.nativeOrder()));
      assertEquals(Cumulus.cumsum(cast).repr(), EXACT.apply(cast).repr(), name);
    }
  }

  /** The example of the documentation: a tenth, ten million times. */
  @Test
  void tenMillionTenths() {
    float[] tenths = new float[10_000_000];
    Arrays.fill(tenths, 0.1f);
    double[] sums = Lines.toDoubles(EXACT.apply(NDArray.wrap(tenths, tenths.length)));
    for (int i = 0; i < tenths.length; i++) {
      double exact = (i + 1) * (double) 0.1f; // In float64 the product is not rounded.
      assertEquals((float) exact, sums[i]);
    }
  }
}
