package org.cumulus.internal.memory;

/**
 * Reverses the bytes of integers in place. A bulk copy can do that too, but one element at a time;
 * these loops are turned into vector code.
 */
final class SwappedBytes {
  private SwappedBytes() {}

  /** Reverses the bytes of each of the first elements of a {@code short[]}, int[] or long[]. */
  static void reverse(Object array, int count) {
    switch (array) {
      case short[] values -> {
        for (int i = 0; i < count; i++) {
          values[i] = Short.reverseBytes(values[i]);
        }
      }
      case int[] values -> {
        for (int i = 0; i < count; i++) {
          values[i] = Integer.reverseBytes(values[i]);
        }
      }
      case long[] values -> {
        for (int i = 0; i < count; i++) {
          values[i] = Long.reverseBytes(values[i]);
        }
      }
      default -> throw new IllegalArgumentException(array.getClass().getName());
    }
  }
}
