package org.cumulus.internal.memory;

/** Turns dense tiles over. */
public final class Transpose {
  private Transpose() {}

  /**
   * Makes each column of the source a row of the target; both are of the same carrier.
   *
   * @param rows the rows of the target
   * @param columns the columns of the target
   */
  public static void transpose(
      Object from,
      int fromAt,
      int fromPitch,
      Object to,
      int toAt,
      int toPitch,
      int rows,
      int columns) {
    switch (from) {
      case long[] array ->
          LongTranspose.transpose(
              array, fromAt, fromPitch, (long[]) to, toAt, toPitch, rows, columns);
      case double[] array ->
          DoubleTranspose.transpose(
              array, fromAt, fromPitch, (double[]) to, toAt, toPitch, rows, columns);
      case float[] array ->
          FloatTranspose.transpose(
              array, fromAt, fromPitch, (float[]) to, toAt, toPitch, rows, columns);
      default ->
          ObjectTranspose.transpose(
              (Object[]) from, fromAt, fromPitch, (Object[]) to, toAt, toPitch, rows, columns);
    }
  }
}
