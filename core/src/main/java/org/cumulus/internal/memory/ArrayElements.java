package org.cumulus.internal.memory;

/** Elements of Java arrays that stand some distance apart; the two arrays are of the same type. */
public final class ArrayElements {
  private ArrayElements() {}

  /** {@code target[to + i] = source[from + i * step]}; packs in place too, towards the front. */
  static void gather(Object source, int from, int step, Object target, int to, int count) {
    switch (source) {
      case byte[] a -> ByteRuns.gather(a, from, step, (byte[]) target, to, count);
      case short[] a -> ShortRuns.gather(a, from, step, (short[]) target, to, count);
      case int[] a -> IntRuns.gather(a, from, step, (int[]) target, to, count);
      case long[] a -> LongRuns.gather(a, from, step, (long[]) target, to, count);
      case float[] a -> FloatRuns.gather(a, from, step, (float[]) target, to, count);
      case double[] a -> DoubleRuns.gather(a, from, step, (double[]) target, to, count);
      case boolean[] a -> BooleanRuns.gather(a, from, step, (boolean[]) target, to, count);
      case Object[] a -> ObjectRuns.gather(a, from, step, (Object[]) target, to, count);
      default -> throw new IllegalArgumentException(source.getClass().getName());
    }
  }

  /** {@code target[to + i * step] = source[from + i]}. */
  static void scatter(Object source, int from, Object target, int to, int step, int count) {
    switch (source) {
      case byte[] a -> ByteRuns.scatter(a, from, (byte[]) target, to, step, count);
      case short[] a -> ShortRuns.scatter(a, from, (short[]) target, to, step, count);
      case int[] a -> IntRuns.scatter(a, from, (int[]) target, to, step, count);
      case long[] a -> LongRuns.scatter(a, from, (long[]) target, to, step, count);
      case float[] a -> FloatRuns.scatter(a, from, (float[]) target, to, step, count);
      case double[] a -> DoubleRuns.scatter(a, from, (double[]) target, to, step, count);
      case boolean[] a -> BooleanRuns.scatter(a, from, (boolean[]) target, to, step, count);
      case Object[] a -> ObjectRuns.scatter(a, from, (Object[]) target, to, step, count);
      default -> throw new IllegalArgumentException(source.getClass().getName());
    }
  }

  /** {@code target[to + i * stepTo] = source[from + order[i] * step]}, for the whole order. */
  public static void permute(
      Object source, int from, int step, Object target, int to, int stepTo, int[] order) {
    switch (source) {
      case byte[] a -> ByteRuns.permute(a, from, step, (byte[]) target, to, stepTo, order);
      case short[] a -> ShortRuns.permute(a, from, step, (short[]) target, to, stepTo, order);
      case int[] a -> IntRuns.permute(a, from, step, (int[]) target, to, stepTo, order);
      case long[] a -> LongRuns.permute(a, from, step, (long[]) target, to, stepTo, order);
      case float[] a -> FloatRuns.permute(a, from, step, (float[]) target, to, stepTo, order);
      case double[] a -> DoubleRuns.permute(a, from, step, (double[]) target, to, stepTo, order);
      case boolean[] a -> BooleanRuns.permute(a, from, step, (boolean[]) target, to, stepTo, order);
      case Object[] a -> ObjectRuns.permute(a, from, step, (Object[]) target, to, stepTo, order);
      default -> throw new IllegalArgumentException(source.getClass().getName());
    }
  }
}
