package org.cumulus.cli.commands;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cumulus.ArrayFormat;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.NDArray;
import org.cumulus.cli.output.Progress;
import org.cumulus.npy.NpyHeader;

/**
 * The smallest and the largest element of an array, and how many are none, being NaN or NaT. The
 * elements come in parts, so that an array may be larger than memory.
 */
final class Statistics {
  private static final int CHUNK_BYTES = 1 << 20;

  private final DType dtype;
  private long missing;
  private boolean some;

  /** Of floats. */
  private double smallest;

  private double largest;

  /** Of all others, in an order that is that of longs. */
  private long least;

  private long most;

  private Statistics(DType dtype) {
    this.dtype = dtype;
  }

  /**
   * The lines that tell of an array in memory.
   *
   * @throws UnsupportedOperationException if its elements have no order
   */
  static List<String> of(NDArray array) {
    Statistics statistics = new Statistics(checked(array.dtype()));
    NDArray line = array.ravel();
    long chunk = CHUNK_BYTES / array.dtype().itemSize();
    for (long from = 0; from < line.size(); from += chunk) {
      statistics.add(line.slice(from + ":" + Math.min(line.size(), from + chunk)));
    }
    return statistics.lines();
  }

  /**
   * The same of an {@code .npy} file, which is read from beginning to end.
   *
   * @throws UnsupportedOperationException if its elements have no order
   */
  static List<String> of(Path file, Progress.Display display) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      NpyHeader header = NpyHeader.read(in);
      Statistics statistics = new Statistics(checked(header.dtype()));
      try (Progress progress = display.start("info", header.byteSize())) {
        statistics.add(in, header.byteSize(), progress);
      }
      return statistics.lines();
    }
  }

  private static DType checked(DType dtype) {
    if (dtype.kind().isComplex() || dtype.kind() == Kind.OBJECT) {
      throw new UnsupportedOperationException(
          "--stats needs elements that have an order, and those of " + dtype.name() + " have none");
    }
    return dtype;
  }

  private void add(InputStream in, long byteSize, Progress progress) throws IOException {
    int itemSize = dtype.itemSize();
    byte[] chunk = new byte[(int) Math.min(byteSize, CHUNK_BYTES / itemSize * (long) itemSize)];
    for (long left = byteSize; left > 0; left -= chunk.length) {
      int wanted = (int) Math.min(left, chunk.length);
      int got = in.readNBytes(chunk, 0, wanted);
      if (got < wanted) {
        throw new IOException("ends too early: %d bytes are missing".formatted(left - got));
      }
      MemorySegment bytes = MemorySegment.ofArray(chunk);
      add(NDArray.wrap(bytes, dtype, wanted / itemSize));
      progress.advance(wanted);
    }
  }

  private void add(NDArray chunk) {
    if (dtype.kind().isFloat()) {
      for (double value : (double[]) chunk.astype(DType.FLOAT64).toFlatArray()) {
        addFloat(value);
      }
    } else {
      for (long value : (long[]) chunk.astype(DType.INT64).toFlatArray()) {
        addInteger(value);
      }
    }
  }

  private void addFloat(double value) {
    if (Double.isNaN(value)) {
      missing++;
      return;
    }
    smallest = some ? Math.min(smallest, value) : value;
    largest = some ? Math.max(largest, value) : value;
    some = true;
  }

  private void addInteger(long value) {
    if (value == Long.MIN_VALUE && dtype.kind() == Kind.TIMEDELTA64) {
      missing++;
      return;
    }
    long ordered = value ^ signOfUnsigned();
    least = some ? Math.min(least, ordered) : ordered;
    most = some ? Math.max(most, ordered) : ordered;
    some = true;
  }

  /** Turned around, the highest bit of unsigned numbers orders them like signed ones. */
  private long signOfUnsigned() {
    return dtype.kind() == Kind.UINT64 ? Long.MIN_VALUE : 0;
  }

  private List<String> lines() {
    boolean isFloat = dtype.kind().isFloat();
    String none = isFloat ? "NaN:    " : "NaT:    ";
    boolean canMiss = isFloat || dtype.kind() == Kind.TIMEDELTA64;
    return List.of(
            "min:    " + (isFloat ? text(smallest) : text(least)),
            "max:    " + (isFloat ? text(largest) : text(most)),
            none + missing)
        .subList(0, canMiss ? 3 : 2);
  }

  private String text(double value) {
    return some ? text(NDArray.of(value)) : "none";
  }

  private String text(long ordered) {
    return some ? text(NDArray.of(ordered ^ signOfUnsigned())) : "none";
  }

  /** A value as NumPy prints one of the dtype, in which it is exact. */
  private String text(NDArray value) {
    DType plain = dtype.toNativeOrder();
    return ArrayFormat.scalar(value.astype(plain).get(), plain);
  }
}
