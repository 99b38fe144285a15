package org.cumulus.internal;

import org.cumulus.DType.Kind;

/**
 * Leaves those indices alone whose element is the extreme so far, and makes all others -1. It is if
 * it has the extreme's bits; NaN and NaT are if none was before.
 */
@FunctionalInterface
interface ExtremeLoop {
  int NONE = -1;

  /**
   * Goes through elements that are neighbours.
   *
   * @param x the elements, from {@code i} on
   * @param y the extremes of those up to them, from {@code j} on
   * @param z the extremes of those before them, from {@code k} on
   * @param indices theirs, from {@code m} on
   */
  void run(Object x, int i, Object y, int j, Object z, int k, long[] indices, int m, int count);

  /** The loop for a kind whose elements have an order. */
  static ExtremeLoop of(Kind kind) {
    return switch (kind) {
      case BOOL, INT8, UINT8 ->
          (x, i, y, j, _, _, indices, m, count) ->
              bytes((byte[]) x, i, (byte[]) y, j, indices, m, count);
      case INT16, UINT16 ->
          (x, i, y, j, _, _, indices, m, count) ->
              shorts((short[]) x, i, (short[]) y, j, indices, m, count);
      case INT32, UINT32 ->
          (x, i, y, j, _, _, indices, m, count) ->
              ints((int[]) x, i, (int[]) y, j, indices, m, count);
      case INT64, UINT64 ->
          (x, i, y, j, _, _, indices, m, count) ->
              longs((long[]) x, i, (long[]) y, j, indices, m, count);
      case TIMEDELTA64 ->
          (x, i, y, j, z, k, indices, m, count) ->
              ticks((long[]) x, i, (long[]) y, j, (long[]) z, k, indices, m, count);
      case FLOAT16 ->
          (x, i, y, j, z, k, indices, m, count) ->
              halves((short[]) x, i, (short[]) y, j, (short[]) z, k, indices, m, count);
      case FLOAT32 ->
          (x, i, y, j, z, k, indices, m, count) ->
              floats((float[]) x, i, (float[]) y, j, (float[]) z, k, indices, m, count);
      case FLOAT64 ->
          (x, i, y, j, z, k, indices, m, count) ->
              doubles((double[]) x, i, (double[]) y, j, (double[]) z, k, indices, m, count);
      case COMPLEX64, COMPLEX128, OBJECT ->
          throw new IllegalArgumentException(kind + " has no order");
    };
  }

  private static void bytes(byte[] x, int i, byte[] y, int j, long[] indices, int m, int count) {
    for (int n = 0; n < count; n++) {
      boolean isExtreme = x[i + n] == y[j + n];
      indices[m + n] = isExtreme ? indices[m + n] : NONE;
    }
  }

  private static void shorts(short[] x, int i, short[] y, int j, long[] indices, int m, int count) {
    for (int n = 0; n < count; n++) {
      boolean isExtreme = x[i + n] == y[j + n];
      indices[m + n] = isExtreme ? indices[m + n] : NONE;
    }
  }

  private static void ints(int[] x, int i, int[] y, int j, long[] indices, int m, int count) {
    for (int n = 0; n < count; n++) {
      boolean isExtreme = x[i + n] == y[j + n];
      indices[m + n] = isExtreme ? indices[m + n] : NONE;
    }
  }

  private static void longs(long[] x, int i, long[] y, int j, long[] indices, int m, int count) {
    for (int n = 0; n < count; n++) {
      boolean isExtreme = x[i + n] == y[j + n];
      indices[m + n] = isExtreme ? indices[m + n] : NONE;
    }
  }

  private static void ticks(
      long[] x, int i, long[] y, int j, long[] z, int k, long[] indices, int m, int count) {
    for (int n = 0; n < count; n++) {
      boolean isExtreme =
          x[i + n] == TimeUnit.NAT ? z[k + n] != TimeUnit.NAT : x[i + n] == y[j + n];
      indices[m + n] = isExtreme ? indices[m + n] : NONE;
    }
  }

  private static void halves(
      short[] x, int i, short[] y, int j, short[] z, int k, long[] indices, int m, int count) {
    for (int n = 0; n < count; n++) {
      boolean isExtreme = isNaN(x[i + n]) ? !isNaN(z[k + n]) : x[i + n] == y[j + n];
      indices[m + n] = isExtreme ? indices[m + n] : NONE;
    }
  }

  private static void floats(
      float[] x, int i, float[] y, int j, float[] z, int k, long[] indices, int m, int count) {
    for (int n = 0; n < count; n++) {
      boolean isExtreme =
          Float.isNaN(x[i + n])
              ? !Float.isNaN(z[k + n])
              : Float.floatToRawIntBits(x[i + n]) == Float.floatToRawIntBits(y[j + n]);
      indices[m + n] = isExtreme ? indices[m + n] : NONE;
    }
  }

  private static void doubles(
      double[] x, int i, double[] y, int j, double[] z, int k, long[] indices, int m, int count) {
    for (int n = 0; n < count; n++) {
      boolean isExtreme =
          Double.isNaN(x[i + n])
              ? !Double.isNaN(z[k + n])
              : Double.doubleToRawLongBits(x[i + n]) == Double.doubleToRawLongBits(y[j + n]);
      indices[m + n] = isExtreme ? indices[m + n] : NONE;
    }
  }

  private static boolean isNaN(short half) {
    return (half & 0x7fff) > 0x7c00;
  }
}
