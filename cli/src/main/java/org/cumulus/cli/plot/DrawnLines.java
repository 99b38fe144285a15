package org.cumulus.cli.plot;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
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
record DrawnLines(NDArray array, @Nullable Integer axis) {
  /** As many as can still be told apart. */
  static final int MOST_DRAWN = 6;

  private static final int CHUNK = 1 << 16;
  private static final int CHUNK_BYTES = 32 << 20;

  /** A number is a line of one element. */
  DrawnLines {
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
    add(axis == null ? array : line(number), points);
    return points.curve(name);
  }

  /** All elements of a part in C order, so many at once that a copy of them is small. */
  private void add(NDArray part, Downsample points) {
    long rows = part.shape()[0];
    long rowSize = part.size() / Math.max(rows, 1);
    long taken = part.ndim() == 1 ? chunk(part) : Math.max(CHUNK / Math.max(rowSize, 1), 1);
    for (long from = 0; from < rows; from += taken) {
      NDArray chunk = part.slice(from + ":" + Math.min(rows, from + taken));
      if (chunk.ndim() > 1 && chunk.size() > CHUNK) {
        add(chunk.select(0, 0), points);
      } else {
        double[] values = doubles(chunk.ravel());
        points.add(values, values.length);
        unload();
      }
    }
  }

  /** How many elements of a line to take at once, as the pages they are on are in memory then. */
  private static long chunk(NDArray line) {
    long apart = Math.max(Math.abs(line.strides()[0]), 1);
    return Math.clamp(CHUNK_BYTES / apart, 1, CHUNK);
  }

  /** The pages of a mapped file count as memory of the process until they are given back. */
  private void unload() {
    Stream.of(array, array.transpose())
        .flatMap(view -> view.memory().stream())
        .filter(MemorySegment::isMapped)
        .limit(1)
        .forEach(MemorySegment::unload);
  }

  private NDArray line(long number) {
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
