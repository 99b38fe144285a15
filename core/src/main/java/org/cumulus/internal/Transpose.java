package org.cumulus.internal;

/** Turns dense tiles over, a small square at a time so that both sides stay in the L1 cache. */
final class Transpose {
  private static final int SQUARE = 8;

  private Transpose() {}

  /**
   * Makes each column of the source a row of the target; both are of the same carrier.
   *
   * @param rows the rows of the target
   * @param columns the columns of the target
   */
  static void transpose(
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
    for (int row = 0; row < rows; row += SQUARE) {
      int lastRow = Math.min(row + SQUARE, rows);
      for (int column = 0; column < columns; column += SQUARE) {
        int lastColumn = Math.min(column + SQUARE, columns);
        for (int i = row; i < lastRow; i++) {
          for (int j = column; j < lastColumn; j++) {
            to[toAt + i * toPitch + j] = from[fromAt + j * fromPitch + i];
          }
        }
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
    for (int row = 0; row < rows; row += SQUARE) {
      int lastRow = Math.min(row + SQUARE, rows);
      for (int column = 0; column < columns; column += SQUARE) {
        int lastColumn = Math.min(column + SQUARE, columns);
        for (int i = row; i < lastRow; i++) {
          for (int j = column; j < lastColumn; j++) {
            to[toAt + i * toPitch + j] = from[fromAt + j * fromPitch + i];
          }
        }
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
    for (int row = 0; row < rows; row += SQUARE) {
      int lastRow = Math.min(row + SQUARE, rows);
      for (int column = 0; column < columns; column += SQUARE) {
        int lastColumn = Math.min(column + SQUARE, columns);
        for (int i = row; i < lastRow; i++) {
          for (int j = column; j < lastColumn; j++) {
            to[toAt + i * toPitch + j] = from[fromAt + j * fromPitch + i];
          }
        }
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
    for (int row = 0; row < rows; row += SQUARE) {
      int lastRow = Math.min(row + SQUARE, rows);
      for (int column = 0; column < columns; column += SQUARE) {
        int lastColumn = Math.min(column + SQUARE, columns);
        for (int i = row; i < lastRow; i++) {
          for (int j = column; j < lastColumn; j++) {
            to[toAt + i * toPitch + j] = from[fromAt + j * fromPitch + i];
          }
        }
      }
    }
  }
}
