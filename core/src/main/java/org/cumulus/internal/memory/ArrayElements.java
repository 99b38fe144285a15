package org.cumulus.internal.memory;

/** Elements of Java arrays that stand some distance apart; the two arrays are of the same type. */
final class ArrayElements {
  private ArrayElements() {}

  /** {@code target[to + i] = source[from + i * step]}; packs in place too, towards the front. */
  static void gather(Object source, int from, int step, Object target, int to, int count) {
    switch (source) {
      case byte[] array -> {
        byte[] packed = (byte[]) target;
        for (int i = 0; i < count; i++) {
          packed[to + i] = array[from + i * step];
        }
      }
      case short[] array -> {
        short[] packed = (short[]) target;
        for (int i = 0; i < count; i++) {
          packed[to + i] = array[from + i * step];
        }
      }
      case int[] array -> {
        int[] packed = (int[]) target;
        for (int i = 0; i < count; i++) {
          packed[to + i] = array[from + i * step];
        }
      }
      case long[] array -> {
        long[] packed = (long[]) target;
        for (int i = 0; i < count; i++) {
          packed[to + i] = array[from + i * step];
        }
      }
      case float[] array -> {
        float[] packed = (float[]) target;
        for (int i = 0; i < count; i++) {
          packed[to + i] = array[from + i * step];
        }
      }
      case double[] array -> {
        double[] packed = (double[]) target;
        for (int i = 0; i < count; i++) {
          packed[to + i] = array[from + i * step];
        }
      }
      case boolean[] array -> {
        boolean[] packed = (boolean[]) target;
        for (int i = 0; i < count; i++) {
          packed[to + i] = array[from + i * step];
        }
      }
      case Object[] array -> {
        Object[] packed = (Object[]) target;
        for (int i = 0; i < count; i++) {
          packed[to + i] = array[from + i * step];
        }
      }
      default -> throw new IllegalArgumentException(source.getClass().getName());
    }
  }

  /** {@code target[to + i * step] = source[from + i]}. */
  static void scatter(Object source, int from, Object target, int to, int step, int count) {
    switch (source) {
      case byte[] packed -> {
        byte[] array = (byte[]) target;
        for (int i = 0; i < count; i++) {
          array[to + i * step] = packed[from + i];
        }
      }
      case short[] packed -> {
        short[] array = (short[]) target;
        for (int i = 0; i < count; i++) {
          array[to + i * step] = packed[from + i];
        }
      }
      case int[] packed -> {
        int[] array = (int[]) target;
        for (int i = 0; i < count; i++) {
          array[to + i * step] = packed[from + i];
        }
      }
      case long[] packed -> {
        long[] array = (long[]) target;
        for (int i = 0; i < count; i++) {
          array[to + i * step] = packed[from + i];
        }
      }
      case float[] packed -> {
        float[] array = (float[]) target;
        for (int i = 0; i < count; i++) {
          array[to + i * step] = packed[from + i];
        }
      }
      case double[] packed -> {
        double[] array = (double[]) target;
        for (int i = 0; i < count; i++) {
          array[to + i * step] = packed[from + i];
        }
      }
      case boolean[] packed -> {
        boolean[] array = (boolean[]) target;
        for (int i = 0; i < count; i++) {
          array[to + i * step] = packed[from + i];
        }
      }
      case Object[] packed -> {
        Object[] array = (Object[]) target;
        for (int i = 0; i < count; i++) {
          array[to + i * step] = packed[from + i];
        }
      }
      default -> throw new IllegalArgumentException(source.getClass().getName());
    }
  }
}
