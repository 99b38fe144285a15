package org.cumulus.internal.memory;

/** Elements of Java arrays that stand some distance apart; the two arrays are of the same type. */
public final class ArrayElements {
  private ArrayElements() {}

  /** {@code target[to + i] = source[from + i * pitch]}; packs in place too, towards the front. */
  static void gather(Object source, int from, int pitch, Object target, int to, int count) {
    switch (source) {
      case byte[] a -> ByteRuns.gather(a, from, pitch, (byte[]) target, to, count);
      case short[] a -> ShortRuns.gather(a, from, pitch, (short[]) target, to, count);
      case int[] a -> IntRuns.gather(a, from, pitch, (int[]) target, to, count);
      case long[] a -> LongRuns.gather(a, from, pitch, (long[]) target, to, count);
      case float[] a -> FloatRuns.gather(a, from, pitch, (float[]) target, to, count);
      case double[] a -> DoubleRuns.gather(a, from, pitch, (double[]) target, to, count);
      case boolean[] a -> BooleanRuns.gather(a, from, pitch, (boolean[]) target, to, count);
      case Object[] a -> ObjectRuns.gather(a, from, pitch, (Object[]) target, to, count);
      default -> throw new IllegalArgumentException(source.getClass().getName());
    }
  }

  /** {@code target[to + i * pitch] = source[from + i]}. */
  static void scatter(Object source, int from, Object target, int to, int pitch, int count) {
    switch (source) {
      case byte[] a -> ByteRuns.scatter(a, from, (byte[]) target, to, pitch, count);
      case short[] a -> ShortRuns.scatter(a, from, (short[]) target, to, pitch, count);
      case int[] a -> IntRuns.scatter(a, from, (int[]) target, to, pitch, count);
      case long[] a -> LongRuns.scatter(a, from, (long[]) target, to, pitch, count);
      case float[] a -> FloatRuns.scatter(a, from, (float[]) target, to, pitch, count);
      case double[] a -> DoubleRuns.scatter(a, from, (double[]) target, to, pitch, count);
      case boolean[] a -> BooleanRuns.scatter(a, from, (boolean[]) target, to, pitch, count);
      case Object[] a -> ObjectRuns.scatter(a, from, (Object[]) target, to, pitch, count);
      default -> throw new IllegalArgumentException(source.getClass().getName());
    }
  }

  /**
   * {@code target[to + i * pitchTo] = source[from + permutation[i] * pitch]}, for the whole
   * permutation.
   */
  public static void permute(
      Object source, int from, int pitch, Object target, int to, int pitchTo, int[] permutation) {
    switch (source) {
      case byte[] a -> ByteRuns.permute(a, from, pitch, (byte[]) target, to, pitchTo, permutation);
      case short[] a ->
          ShortRuns.permute(a, from, pitch, (short[]) target, to, pitchTo, permutation);
      case int[] a -> IntRuns.permute(a, from, pitch, (int[]) target, to, pitchTo, permutation);
      case long[] a -> LongRuns.permute(a, from, pitch, (long[]) target, to, pitchTo, permutation);
      case float[] a ->
          FloatRuns.permute(a, from, pitch, (float[]) target, to, pitchTo, permutation);
      case double[] a ->
          DoubleRuns.permute(a, from, pitch, (double[]) target, to, pitchTo, permutation);
      case boolean[] a ->
          BooleanRuns.permute(a, from, pitch, (boolean[]) target, to, pitchTo, permutation);
      case Object[] a ->
          ObjectRuns.permute(a, from, pitch, (Object[]) target, to, pitchTo, permutation);
      default -> throw new IllegalArgumentException(source.getClass().getName());
    }
  }
}
