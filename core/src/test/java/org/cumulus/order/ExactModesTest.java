package org.cumulus.order;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.cumulus.Complex;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.Operator;
import org.cumulus.Order;
import org.cumulus.Scan;
import org.junit.jupiter.api.Test;

/** The order {@code EXACT} together with the modes of a scan. */
class ExactModesTest {
  private static final Scan EXACT = Scan.of(Operator.ADD).axis(0).order(Order.EXACT);

  private static final double[] CANCELLING = {1e16, 1, -1e16, 0x1p-60, 0.1, 1e308, -1e308, 3};

  /** An initial value is one more element, in front. */
  @Test
  void initialValueIsSummedExactly() {
    for (double initial : new double[] {0.1, -1e16, 1e308, -0.0, 0x1p-1074, Double.NaN}) {
      double[] longer = new double[CANCELLING.length + 1];
      longer[0] = initial;
      System.arraycopy(CANCELLING, 0, longer, 1, CANCELLING.length);
      Object expected = EXACT.apply(longer).slice("1:").toArray();
      assertArrayEquals(
          (double[]) expected,
          (double[]) EXACT.initial(initial).apply(CANCELLING).toArray(),
          "initial " + initial);
    }
  }

  @Test
  void initialValueOfFloatsAndComplexNumbers() {
    float[] floats = {1e8f, 1, -1e8f, 0.1f};
    float[] sums = (float[]) EXACT.initial(0.5f).apply(floats).toArray();
    assertArrayEquals(new float[] {1e8f, 1e8f, 1.5f, 1.6f}, sums);
    NDArray complex = NDArray.of(new double[] {1e16, -1e16}).astype(DType.COMPLEX128);
    NDArray sum = EXACT.initial(new Complex(1, 2)).apply(complex);
    assertEquals(new Complex(1, 2), sum.get(1));
  }

  /** Backwards and exclusively: each result is the sum of what follows. */
  @Test
  void reverseAndExclusive() {
    double[] sums =
        (double[]) EXACT.reverse().exclusive().apply(new double[] {5, 1e16, 1, -1e16}).toArray();
    assertArrayEquals(new double[] {1, 1 - 1e16, -1e16, 0}, sums);
  }

  @Test
  void severalAxesAreRefused() {
    Scan sum = Scan.of(Operator.ADD);
    assertThrows(IllegalArgumentException.class, () -> sum.order(Order.EXACT).axes(0, 1));
    assertThrows(IllegalArgumentException.class, () -> sum.axes(0, 1).order(Order.EXACT));
  }
}
