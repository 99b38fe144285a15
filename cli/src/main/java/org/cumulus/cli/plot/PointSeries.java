package org.cumulus.cli.plot;

import java.util.Arrays;

/**
 * A curve of any number of points, from left to right, of which some thousand are kept: of
 * neighbours the lowest and the highest.
 */
public final class PointSeries {
  private static final int CAPACITY = 1 << 13;

  private final String name;
  private double[] positions = new double[64];
  private double[] values = new double[64];
  private int size;

  /** So many points become two. */
  private long stride = 2;

  private long pending;
  private double lowX;
  private double lowY;
  private double highX;
  private double highY;

  /** A curve without points. */
  public PointSeries(String name) {
    this.name = name;
  }

  /** Adds a point; one that is NaN or infinite has no place in a plot. */
  public void add(double position, double value) {
    if (!Double.isFinite(position) || !Double.isFinite(value)) {
      return;
    }
    if (pending == 0 || value < lowY) {
      lowX = position;
      lowY = value;
    }
    if (pending == 0 || value >= highY) {
      highX = position;
      highY = value;
    }
    if (++pending == stride) {
      keepPending();
    }
  }

  private void keepPending() {
    if (pending > 0) {
      boolean isRising = lowX <= highX;
      keep(isRising ? lowX : highX, isRising ? lowY : highY);
      keep(isRising ? highX : lowX, isRising ? highY : lowY);
      pending = 0;
    }
    if (size >= CAPACITY) {
      thin();
    }
  }

  private void keep(double position, double value) {
    if (size == positions.length) {
      positions = Arrays.copyOf(positions, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    positions[size] = position;
    values[size++] = value;
  }

  /** Keeps two of four. */
  private void thin() {
    int kept = 0;
    for (int from = 0; from + 4 <= size; from += 4) {
      int low = from;
      int high = from;
      for (int i = from; i < from + 4; i++) {
        low = values[i] < values[low] ? i : low;
        high = values[i] >= values[high] ? i : high;
      }
      int first = Math.min(low, high);
      int second = Math.max(low, high);
      positions[kept] = positions[first];
      values[kept++] = values[first];
      positions[kept] = positions[second];
      values[kept++] = values[second];
    }
    size = kept;
    stride *= 2;
  }

  /** What the legend calls it. */
  public String name() {
    return name;
  }

  /** The places of the points that are drawn. */
  double[] positions() {
    keepPending();
    return Arrays.copyOf(positions, size);
  }

  /** The values of the points that are drawn. */
  double[] values() {
    keepPending();
    return Arrays.copyOf(values, size);
  }
}
