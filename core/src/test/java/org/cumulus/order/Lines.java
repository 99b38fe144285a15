package org.cumulus.order;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.cumulus.DType;
import org.cumulus.NDArray;

/** Elements whose sums show the order of their additions, and comparisons to the bit. */
final class Lines {
  private Lines() {}

  /** Elements of both signs, over several orders of magnitude, with all the digits of float64. */
  static double[] random(int length, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] line = new double[length];
    Arrays.setAll(line, i -> Math.scalb(random.nextDouble(-1, 1), random.nextInt(-9, 10)));
    return line;
  }

  /** Elements with infinities, NaN and both zeros among them, rare enough to take turns. */
  static double[] special(int length, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] line = new double[length];
    Arrays.fill(line, -0.0);
    for (int i = random.nextInt(2000); i < length; i++) {
      line[i] = random.nextInt(50) == 0 ? random.nextInt(-9, 10) / 8.0 : -0.0;
    }
    double[] odd = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN, 0.0};
    for (int k = random.nextInt(4); k < 4 && length > 0; k++) {
      line[random.nextInt(length)] = odd[k];
    }
    return line;
  }

  static double[] toDoubles(NDArray array) {
    return (double[]) array.astype(DType.FLOAT64).toFlatArray();
  }

  /** What the reference makes of a line that is cast to a dtype first. */
  static double[] expected(double[] line, DType dtype) {
    return expected(line, dtype, -0.0);
  }

  /** The same from an initial value, which is cast too. */
  static double[] expected(double[] line, DType dtype, double initial) {
    boolean isDouble = dtype.kind() == DType.Kind.FLOAT64;
    double[] elements = toDoubles(NDArray.of(line).astype(dtype));
    double start = toDoubles(NDArray.of(new double[] {initial}).astype(dtype))[0];
    double[] sums = BlockedReference.sums(elements, !isDouble, start);
    if (dtype.kind() == DType.Kind.FLOAT16) {
      Arrays.setAll(sums, i -> Float.float16ToFloat(Float.floatToFloat16((float) sums[i])));
    }
    return sums;
  }

  /** Fails where two lines differ in a bit; NaN is a class. */
  static void assertSame(double[] expected, double[] actual, String reproducer) {
    if (expected.length != actual.length) {
      throw new AssertionError(reproducer + ": length " + actual.length);
    }
    for (int i = 0; i < expected.length; i++) {
      if (Double.doubleToLongBits(expected[i]) != Double.doubleToLongBits(actual[i])) {
        throw new AssertionError(
            reproducer + ": at " + i + " " + actual[i] + " instead of " + expected[i]);
      }
    }
  }
}
