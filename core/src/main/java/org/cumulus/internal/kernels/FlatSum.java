package org.cumulus.internal.kernels;

import org.cumulus.internal.operations.LineLoop;

/**
 * Sums of whole primitive arrays that are too short to plan for: one loop each, in the order and
 * with the bits of the kernels.
 */
public final class FlatSum {
  private FlatSum() {}

  /** Sums doubles in their order; the arrays have the same length and may be one. */
  public static void sum(double[] a, double[] out) {
    Vectors.count(a.length);
    LineLoop<double[]> loop = Vectors.isOn() ? Vectors.loops().doubleLine() : null;
    if (loop != null && a.length >= loop.shortest()) {
      loop.scan(a, 0, out, 0, a.length, new double[] {-0.0}, 0);
      return;
    }
    double sum = -0.0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i];
      out[i] = sum;
    }
  }

  /** Sums floats in their order; the arrays have the same length and may be one. */
  public static void sum(float[] a, float[] out) {
    Vectors.count(a.length);
    LineLoop<float[]> loop = Vectors.isOn() ? Vectors.loops().floatLine() : null;
    if (loop != null && a.length >= loop.shortest()) {
      loop.scan(a, 0, out, 0, a.length, new float[] {-0.0f}, 0);
      return;
    }
    float sum = -0.0f;
    for (int i = 0; i < a.length; i++) {
      sum += a[i];
      out[i] = sum;
    }
  }

  /** Sums longs; the arrays have the same length and may be one. */
  public static void sum(long[] a, long[] out) {
    long sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i];
      out[i] = sum;
    }
  }

  /** Sums ints as longs; the arrays have the same length. */
  public static void sum(int[] a, long[] out) {
    long sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i];
      out[i] = sum;
    }
  }

  /** Sums shorts as longs; the arrays have the same length. */
  public static void sum(short[] a, long[] out) {
    long sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i];
      out[i] = sum;
    }
  }

  /** Sums bytes as longs; the arrays have the same length. */
  public static void sum(byte[] a, long[] out) {
    long sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i];
      out[i] = sum;
    }
  }

  /** Counts true elements; the arrays have the same length. */
  public static void sum(boolean[] a, long[] out) {
    long sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] ? 1 : 0;
      out[i] = sum;
    }
  }
}
