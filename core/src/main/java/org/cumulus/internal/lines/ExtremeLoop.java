package org.cumulus.internal.lines;

import org.cumulus.DType.Kind;
import org.cumulus.internal.units.TimeUnit;

/**
 * Tells which elements are the extreme so far. An element is if it has the extreme's bits; NaN and
 * NaT are if none was before.
 */
@FunctionalInterface
interface ExtremeLoop {
  /**
   * Goes through elements that are neighbours.
   *
   * @param x the elements, from {@code i} on
   * @param y the extremes of those up to them, from {@code j} on
   * @param z the extremes of those before them, from {@code k} on
   * @param isExtreme the answers, from the first place on
   */
  void run(Object x, int i, Object y, int j, Object z, int k, boolean[] isExtreme, int count);

  /** The loop for a kind whose elements have an order. */
  static ExtremeLoop of(Kind kind) {
    return switch (kind) {
      case BOOL, INT8, UINT8 ->
          (x, i, y, j, _, _, isExtreme, count) ->
              bytes((byte[]) x, i, (byte[]) y, j, isExtreme, count);
      case INT16, UINT16 ->
          (x, i, y, j, _, _, isExtreme, count) ->
              shorts((short[]) x, i, (short[]) y, j, isExtreme, count);
      case INT32, UINT32 ->
          (x, i, y, j, _, _, isExtreme, count) ->
              ints((int[]) x, i, (int[]) y, j, isExtreme, count);
      case INT64, UINT64 ->
          (x, i, y, j, _, _, isExtreme, count) ->
              longs((long[]) x, i, (long[]) y, j, isExtreme, count);
      case TIMEDELTA64 ->
          (x, i, y, j, z, k, isExtreme, count) ->
              ticks((long[]) x, i, (long[]) y, j, (long[]) z, k, isExtreme, count);
      case FLOAT16 ->
          (x, i, y, j, z, k, isExtreme, count) ->
              halves((short[]) x, i, (short[]) y, j, (short[]) z, k, isExtreme, count);
      case FLOAT32 ->
          (x, i, y, j, z, k, isExtreme, count) ->
              floats((float[]) x, i, (float[]) y, j, (float[]) z, k, isExtreme, count);
      case FLOAT64 ->
          (x, i, y, j, z, k, isExtreme, count) ->
              doubles((double[]) x, i, (double[]) y, j, (double[]) z, k, isExtreme, count);
      case COMPLEX64, COMPLEX128, OBJECT ->
          throw new IllegalArgumentException(kind + " has no order");
    };
  }

  private static void bytes(byte[] x, int i, byte[] y, int j, boolean[] isExtreme, int count) {
    for (int n = 0; n < count; n++) {
      isExtreme[n] = x[i + n] == y[j + n];
    }
  }

  private static void shorts(short[] x, int i, short[] y, int j, boolean[] isExtreme, int count) {
    for (int n = 0; n < count; n++) {
      isExtreme[n] = x[i + n] == y[j + n];
    }
  }

  private static void ints(int[] x, int i, int[] y, int j, boolean[] isExtreme, int count) {
    for (int n = 0; n < count; n++) {
      isExtreme[n] = x[i + n] == y[j + n];
    }
  }

  private static void longs(long[] x, int i, long[] y, int j, boolean[] isExtreme, int count) {
    for (int n = 0; n < count; n++) {
      isExtreme[n] = x[i + n] == y[j + n];
    }
  }

  private static void ticks(
      long[] x, int i, long[] y, int j, long[] z, int k, boolean[] isExtreme, int count) {
    for (int n = 0; n < count; n++) {
      isExtreme[n] = x[i + n] == TimeUnit.NAT ? z[k + n] != TimeUnit.NAT : x[i + n] == y[j + n];
    }
  }

  private static void halves(
      short[] x, int i, short[] y, int j, short[] z, int k, boolean[] isExtreme, int count) {
    for (int n = 0; n < count; n++) {
      isExtreme[n] = isNaN(x[i + n]) ? !isNaN(z[k + n]) : x[i + n] == y[j + n];
    }
  }

  private static void floats(
      float[] x, int i, float[] y, int j, float[] z, int k, boolean[] isExtreme, int count) {
    for (int n = 0; n < count; n++) {
      // Most are not even equal, which a processor foresees.
      boolean differs = Math.abs(x[i + n] - y[j + n]) > 0;
      isExtreme[n] = !differs && isExtreme(x[i + n], y[j + n], z[k + n]);
    }
  }

  private static void doubles(
      double[] x, int i, double[] y, int j, double[] z, int k, boolean[] isExtreme, int count) {
    for (int n = 0; n < count; n++) {
      // Most are not even equal, which a processor foresees.
      boolean differs = Math.abs(x[i + n] - y[j + n]) > 0;
      isExtreme[n] = !differs && isExtreme(x[i + n], y[j + n], z[k + n]);
    }
  }

  private static boolean isExtreme(float x, float y, float z) {
    return Float.isNaN(x)
        ? !Float.isNaN(z)
        : Float.floatToRawIntBits(x) == Float.floatToRawIntBits(y);
  }

  private static boolean isExtreme(double x, double y, double z) {
    return Double.isNaN(x)
        ? !Double.isNaN(z)
        : Double.doubleToRawLongBits(x) == Double.doubleToRawLongBits(y);
  }

  private static boolean isNaN(short half) {
    return (half & 0x7fff) > 0x7c00;
  }
}
