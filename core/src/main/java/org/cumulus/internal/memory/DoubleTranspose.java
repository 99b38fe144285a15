package org.cumulus.internal.memory;

/**
 * Turns a dense tile of doubles over, eight rows at a time: eight neighbours are read at once, and
 * each of the eight rows is written from one end to the other.
 */
final class DoubleTranspose {
  private static final int AT_ONCE = 8;

  private DoubleTranspose() {}

  static void transpose(
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
}
