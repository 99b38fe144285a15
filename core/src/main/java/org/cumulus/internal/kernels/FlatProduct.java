package org.cumulus.internal.kernels;

/** Products of whole primitive arrays, as {@link FlatSum}. */
public final class FlatProduct {
  private FlatProduct() {}

  /** Multiplies doubles in their order; the arrays have the same length and may be one. */
  public static void multiply(double[] a, double[] out) {
    double product = 1.0;
    for (int i = 0; i < a.length; i++) {
      product *= a[i];
      out[i] = product;
    }
  }

  /** Multiplies floats in their order; the arrays have the same length and may be one. */
  public static void multiply(float[] a, float[] out) {
    float product = 1.0f;
    for (int i = 0; i < a.length; i++) {
      product *= a[i];
      out[i] = product;
    }
  }

  /** Multiplies longs; the arrays have the same length and may be one. */
  public static void multiply(long[] a, long[] out) {
    long product = 1;
    for (int i = 0; i < a.length; i++) {
      product *= a[i];
      out[i] = product;
    }
  }

  /** Multiplies ints as longs; the arrays have the same length. */
  public static void multiply(int[] a, long[] out) {
    long product = 1;
    for (int i = 0; i < a.length; i++) {
      product *= a[i];
      out[i] = product;
    }
  }

  /** Multiplies shorts as longs; the arrays have the same length. */
  public static void multiply(short[] a, long[] out) {
    long product = 1;
    for (int i = 0; i < a.length; i++) {
      product *= a[i];
      out[i] = product;
    }
  }

  /** Multiplies bytes as longs; the arrays have the same length. */
  public static void multiply(byte[] a, long[] out) {
    long product = 1;
    for (int i = 0; i < a.length; i++) {
      product *= a[i];
      out[i] = product;
    }
  }

  /** Multiplies true as one and false as zero; the arrays have the same length. */
  public static void multiply(boolean[] a, long[] out) {
    long product = 1;
    for (int i = 0; i < a.length; i++) {
      product *= a[i] ? 1 : 0;
      out[i] = product;
    }
  }
}
