package org.cumulus.cli.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.NDArray;
import org.jspecify.annotations.Nullable;

/**
 * The lines of an array along an axis, and the few of them that a plot shows.
 *
 * @param array the array
 * @param axis the axis; null stands for all elements in C order, which is one line
 */
record Lines(NDArray array, @Nullable Integer axis) {
  /** As many as can still be told apart. */
  static final int MOST_DRAWN = 6;

  private static final int CHUNK = 1 << 16;

  /** A number is a line of one element. */
  Lines {
    array = array.ndim() == 0 ? array.reshape(1) : array;
  }

  /** How many lines there are. */
  long count() {
    return axis == null ? 1 : Math.max(array.size(), 1) / Math.max(length(), 1);
  }

  /** How many elements each has. */
  long length() {
    return axis == null ? array.size() : array.shape()[place()];
  }

  private int place() {
    return axis == null ? 0 : Math.floorMod(axis, array.ndim());
  }

  /** The numbers of the lines to draw: from the first to the last, evenly apart. */
  List<Long> drawn() {
    long last = count() - 1;
    long gaps = Math.min(last, MOST_DRAWN - 1);
    List<Long> numbers = new ArrayList<>(List.of(0L));
    for (long i = 1; i <= gaps; i++) {
      numbers.add(last / gaps * i + last % gaps * i / gaps);
    }
    return numbers;
  }

  /** A line's index as NumPy writes it: {@code [3, :]}. */
  String index(long number) {
    long rest = number;
    StringBuilder index = new StringBuilder("]");
    for (int i = array.ndim() - 1; i >= 0; i--) {
      if (i == place()) {
        index.insert(0, ":");
      } else {
        index.insert(0, rest % array.shape()[i]);
        rest /= array.shape()[i];
      }
      index.insert(0, i == 0 ? "[" : ", ");
    }
    return index.toString();
  }

  /** The points of one line, for so many columns of pixels. */
  Curve curve(long number, String name, int columns) {
    Downsample points = new Downsample(length(), columns);
    NDArray line = line(number);
    for (long from = 0; from < line.size(); from += CHUNK) {
      NDArray chunk = line.slice(from + ":" + Math.min(line.size(), from + CHUNK));
      double[] values = doubles(chunk);
      points.add(values, values.length);
    }
    return points.curve(name);
  }

  private NDArray line(long number) {
    if (axis == null) {
      return array.ravel();
    }
    NDArray line = array;
    long rest = number;
    for (int i = array.ndim() - 1; i >= 0; i--) {
      if (i != place()) {
        line = line.select(i, rest % array.shape()[i]);
        rest /= array.shape()[i];
      }
    }
    return line;
  }

  /** Durations as so many of their unit; the one that is none, NaT, as NaN. */
  private static double[] doubles(NDArray chunk) {
    if (chunk.dtype().kind() != Kind.TIMEDELTA64) {
      return (double[]) chunk.astype(DType.FLOAT64).toFlatArray();
    }
    long[] ticks = (long[]) chunk.astype(DType.INT64).toFlatArray();
    return Arrays.stream(ticks).mapToDouble(t -> t == Long.MIN_VALUE ? Double.NaN : t).toArray();
  }
}
