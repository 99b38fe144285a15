package org.cumulus.cli.plot;

import java.util.Arrays;

/**
 * Makes a line of any length a curve of a few thousand points that looks the same: of all elements
 * that fall into one column of pixels it keeps the first, the smallest, the largest and the last.
 * The elements come in chunks, from first to last, and none is kept but these.
 *
 * {@snippet :
 * Downsample points = new Downsample(3, 1000);
 * points.add(new double[] {2, 6}, 2);
 * points.add(new double[] {12}, 1);
 * Curve curve = points.curve("running total");   // (0, 2), (1, 6), (2, 12)
 * }
 *
 * <p>A column that holds nothing but NaN and infinities is a gap in the curve. In a column that
 * holds numbers too they cannot be seen; {@link Curve#undrawn} counts all of them.
 */
final class Downsample {
  private static final int POINTS_OF_A_COLUMN = 4;

  private final long length;
  private final int columns;
  private final double[] positions;
  private final double[] values;
  private int size;
  private long undrawn;

  private long position;
  private int column;
  private long columnEnd;

  /** Where the column begun has its numbers; -1 if it has none yet. */
  private long first = -1;

  private long smallest;
  private long largest;
  private long last;
  private double firstValue;
  private double smallestValue;
  private double largestValue;
  private double lastValue;

  /**
   * Prepares for a line.
   *
   * @param length how many elements will come
   * @param columns how many columns of pixels there are for them
   */
  Downsample(long length, int columns) {
    this.length = length;
    this.columns = (int) Math.min(length, columns);
    positions = new double[POINTS_OF_A_COLUMN * this.columns];
    values = new double[positions.length];
    columnEnd = endOf(0);
  }

  /** Where a column ends: the line is cut into stretches whose lengths differ by one at most. */
  private long endOf(int which) {
    long whole = length / Math.max(columns, 1);
    long rest = length % Math.max(columns, 1);
    return whole * (which + 1) + rest * (which + 1) / Math.max(columns, 1);
  }

  /** The next elements of the line. */
  void add(double[] chunk, int count) {
    for (int i = 0; i < count; i++) {
      add(chunk[i]);
    }
  }

  private void add(double value) {
    if (Double.isFinite(value)) {
      addNumber(value);
    } else {
      undrawn++;
    }
    position++;
    if (position == columnEnd) {
      finishColumn();
      column++;
      columnEnd = column < columns ? endOf(column) : Long.MAX_VALUE;
    }
  }

  private void addNumber(double value) {
    if (first < 0) {
      first = position;
      smallest = position;
      largest = position;
      firstValue = value;
      smallestValue = value;
      largestValue = value;
    } else if (value < smallestValue) {
      smallest = position;
      smallestValue = value;
    } else if (value > largestValue) {
      largest = position;
      largestValue = value;
    }
    last = position;
    lastValue = value;
  }

  private void finishColumn() {
    if (first < 0) {
      point(position - 1, Double.NaN);
      return;
    }
    boolean falling = largest < smallest;
    point(first, firstValue);
    point(falling ? largest : smallest, falling ? largestValue : smallestValue);
    point(falling ? smallest : largest, falling ? smallestValue : largestValue);
    point(last, lastValue);
    first = -1;
  }

  /** Adds a point, unless it is there already. */
  private void point(long where, double value) {
    if (size == 0 || positions[size - 1] != where) {
      positions[size] = where;
      values[size] = value;
      size++;
    }
  }

  /**
   * The curve of all elements.
   *
   * @throws IllegalStateException if elements are missing, or there were too many
   */
  Curve curve(String name) {
    if (position != length) {
      throw new IllegalStateException(position + " elements came, expected " + length);
    }
    return new Curve(name, Arrays.copyOf(positions, size), Arrays.copyOf(values, size), undrawn);
  }
}
