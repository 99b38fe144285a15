package org.cumulus.internal;

/** Turns dense tiles over, a small square at a time so that both sides stay in the L1 cache. */
final class Transpose {
  private static final int SQUARE = 8;

  private Transpose() {}

  /** {@code to[row][column] = from[column][row]}, the tiles being of the same carrier. */
  static void transpose(Tile<?> from, Tile<?> to, int rows, int columns) {
    for (int row = 0; row < rows; row += SQUARE) {
      int lastRow = Math.min(row + SQUARE, rows);
      for (int column = 0; column < columns; column += SQUARE) {
        int lastColumn = Math.min(column + SQUARE, columns);
        square(from, to, row, lastRow, column, lastColumn);
      }
    }
  }

  private static void square(
      Tile<?> from, Tile<?> to, int row, int lastRow, int column, int lastColumn) {
    for (int i = row; i < lastRow; i++) {
      int source = from.start() + column * from.pitch() + i;
      int target = to.start() + i * to.pitch() + column;
      int count = lastColumn - column;
      switch (from.array()) {
        case long[] values ->
            strided(values, source, from.pitch(), (long[]) to.array(), target, count);
        case double[] values ->
            strided(values, source, from.pitch(), (double[]) to.array(), target, count);
        case float[] values ->
            strided(values, source, from.pitch(), (float[]) to.array(), target, count);
        default ->
            strided(
                (Object[]) from.array(),
                source,
                from.pitch(),
                (Object[]) to.array(),
                target,
                count);
      }
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
