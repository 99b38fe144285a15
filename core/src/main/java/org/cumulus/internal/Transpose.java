package org.cumulus.internal;

/** Turns dense tiles over, a small square at a time so that both sides stay in the L1 cache. */
final class Transpose {
  private static final int SQUARE = 8;

  private Transpose() {}

  /**
   * Makes each column of the source a row of the target.
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
    for (int row = 0; row < rows; row += SQUARE) {
      int lastRow = Math.min(row + SQUARE, rows);
      for (int column = 0; column < columns; column += SQUARE) {
        int count = Math.min(SQUARE, columns - column);
        for (int i = row; i < lastRow; i++) {
          gather(
              from,
              fromAt + column * fromPitch + i,
              fromPitch,
              to,
              toAt + i * toPitch + column,
              count);
        }
      }
    }
  }

  private static void gather(Object from, int at, int step, Object to, int start, int count) {
    switch (from) {
      case long[] values -> strided(values, at, step, (long[]) to, start, count);
      case double[] values -> strided(values, at, step, (double[]) to, start, count);
      case float[] values -> strided(values, at, step, (float[]) to, start, count);
      default -> strided((Object[]) from, at, step, (Object[]) to, start, count);
    }
  }

  private static void strided(long[] from, int at, int step, long[] to, int start, int count) {
    for (int i = 0; i < count; i++) {
      to[start + i] = from[at + i * step];
    }
  }

  private static void strided(double[] from, int at, int step, double[] to, int start, int count) {
    for (int i = 0; i < count; i++) {
      to[start + i] = from[at + i * step];
    }
  }

  private static void strided(float[] from, int at, int step, float[] to, int start, int count) {
    for (int i = 0; i < count; i++) {
      to[start + i] = from[at + i * step];
    }
  }

  private static void strided(Object[] from, int at, int step, Object[] to, int start, int count) {
    for (int i = 0; i < count; i++) {
      to[start + i] = from[at + i * step];
    }
  }
}
