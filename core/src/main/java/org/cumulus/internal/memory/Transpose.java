package org.cumulus.internal.memory;

/**
 * Turns dense tiles over, eight rows at a time: eight neighbours are read at once, and each of the
 * eight rows is written from one end to the other.
 */
public final class Transpose {
  private static final int AT_ONCE = 8;

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
          transpose(array, fromAt, fromPitch, (long[]) to, toAt, toPitch, rows, columns);
      case double[] array ->
          transpose(array, fromAt, fromPitch, (double[]) to, toAt, toPitch, rows, columns);
      case float[] array ->
          transpose(array, fromAt, fromPitch, (float[]) to, toAt, toPitch, rows, columns);
      default ->
          transpose(
              (Object[]) from, fromAt, fromPitch, (Object[]) to, toAt, toPitch, rows, columns);
    }
  }

  private static void transpose(
      long[] from,
      int fromAt,
      int fromPitch,
      long[] to,
      int toAt,
      int toPitch,
      int rows,
      int columns) {
    int row = 0;
    for (; row + AT_ONCE <= rows; row += AT_ONCE) {
      for (int column = 0; column < columns; column++) {
        int i = fromAt + column * fromPitch + row;
        int j = toAt + row * toPitch + column;
        to[j] = from[i];
        to[j + toPitch] = from[i + 1];
        to[j + 2 * toPitch] = from[i + 2];
        to[j + 3 * toPitch] = from[i + 3];
        to[j + 4 * toPitch] = from[i + 4];
        to[j + 5 * toPitch] = from[i + 5];
        to[j + 6 * toPitch] = from[i + 6];
        to[j + 7 * toPitch] = from[i + 7];
      }
    }
    for (; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        to[toAt + row * toPitch + column] = from[fromAt + column * fromPitch + row];
      }
    }
  }

  private static void transpose(
      double[] from,
      int fromAt,
      int fromPitch,
      double[] to,
      int toAt,
      int toPitch,
      int rows,
      int columns) {
    int row = 0;
    for (; row + AT_ONCE <= rows; row += AT_ONCE) {
      for (int column = 0; column < columns; column++) {
        int i = fromAt + column * fromPitch + row;
        int j = toAt + row * toPitch + column;
        to[j] = from[i];
        to[j + toPitch] = from[i + 1];
        to[j + 2 * toPitch] = from[i + 2];
        to[j + 3 * toPitch] = from[i + 3];
        to[j + 4 * toPitch] = from[i + 4];
        to[j + 5 * toPitch] = from[i + 5];
        to[j + 6 * toPitch] = from[i + 6];
        to[j + 7 * toPitch] = from[i + 7];
      }
    }
    for (; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        to[toAt + row * toPitch + column] = from[fromAt + column * fromPitch + row];
      }
    }
  }

  private static void transpose(
      float[] from,
      int fromAt,
      int fromPitch,
      float[] to,
      int toAt,
      int toPitch,
      int rows,
      int columns) {
    int row = 0;
    for (; row + AT_ONCE <= rows; row += AT_ONCE) {
      for (int column = 0; column < columns; column++) {
        int i = fromAt + column * fromPitch + row;
        int j = toAt + row * toPitch + column;
        to[j] = from[i];
        to[j + toPitch] = from[i + 1];
        to[j + 2 * toPitch] = from[i + 2];
        to[j + 3 * toPitch] = from[i + 3];
        to[j + 4 * toPitch] = from[i + 4];
        to[j + 5 * toPitch] = from[i + 5];
        to[j + 6 * toPitch] = from[i + 6];
        to[j + 7 * toPitch] = from[i + 7];
      }
    }
    for (; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        to[toAt + row * toPitch + column] = from[fromAt + column * fromPitch + row];
      }
    }
  }

  private static void transpose(
      Object[] from,
      int fromAt,
      int fromPitch,
      Object[] to,
      int toAt,
      int toPitch,
      int rows,
      int columns) {
    int row = 0;
    for (; row + AT_ONCE <= rows; row += AT_ONCE) {
      for (int column = 0; column < columns; column++) {
        int i = fromAt + column * fromPitch + row;
        int j = toAt + row * toPitch + column;
        to[j] = from[i];
        to[j + toPitch] = from[i + 1];
        to[j + 2 * toPitch] = from[i + 2];
        to[j + 3 * toPitch] = from[i + 3];
        to[j + 4 * toPitch] = from[i + 4];
        to[j + 5 * toPitch] = from[i + 5];
        to[j + 6 * toPitch] = from[i + 6];
        to[j + 7 * toPitch] = from[i + 7];
      }
    }
    for (; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        to[toAt + row * toPitch + column] = from[fromAt + column * fromPitch + row];
      }
    }
  }
}
