package org.cumulus.bench.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.cumulus.DType;
import org.cumulus.npy.NpyHeader;

/**
 * A file of random numbers, and what the sums of it must be.
 *
 * @param file an {@code .npy} file of float64, of two dimensions
 */
record SummedFile(Path file, long rows, int columns) {
  private static final long SEED = 20261126;

  /** Writes the file; row by row, so that it may be larger than memory. */
  static SummedFile write(Path file, long rows, int columns) throws IOException {
    Random random = new Random(SEED);
    byte[] bytes = new byte[Double.BYTES * columns];
    ByteBuffer row = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      out.write(NpyHeader.of(DType.FLOAT64, false, rows, columns).toBytes());
      for (long i = 0; i < rows; i++) {
        for (int column = 0; column < columns; column++) {
          row.putDouble(Double.BYTES * column, random.nextDouble() - 0.5);
        }
        out.write(bytes);
      }
    }
    return new SummedFile(file, rows, columns);
  }

  private static ByteBuffer row(int columns) {
    return ByteBuffer.allocate(Double.BYTES * columns).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Compares all sums with those of a plain loop.
   *
   * @throws IllegalStateException if they have other bits
   */
  void check(Path sums, int axis) throws IOException {
    long header = NpyHeader.of(DType.FLOAT64, false, rows, columns).toBytes().length;
    if (Files.size(sums) != Files.size(file)) {
      throw new IllegalStateException(sums + ": " + Files.size(sums) + " bytes");
    }
    double[] total = new double[columns];
    ByteBuffer elements = row(columns);
    ByteBuffer results = row(columns);
    try (FileChannel in = FileChannel.open(file);
        FileChannel out = FileChannel.open(sums)) {
      in.position(header);
      out.position(header);
      for (long row = 0; row < rows; row++) {
        fill(elements, in);
        fill(results, out);
        for (int column = 0; column < columns; column++) {
          boolean begins = axis == 0 ? row == 0 : column == 0;
          double before = begins ? 0 : total[axis == 0 ? column : column - 1];
          double element = elements.getDouble(Double.BYTES * column);
          total[column] = begins ? element : before + element;
          double found = results.getDouble(Double.BYTES * column);
          if (Double.doubleToRawLongBits(found) != Double.doubleToRawLongBits(total[column])) {
            throw new IllegalStateException(
                "axis %d, row %d, column %d: %s, expected %s"
                    .formatted(axis, row, column, found, total[column]));
          }
        }
      }
    }
  }

  private static void fill(ByteBuffer row, FileChannel channel) throws IOException {
    row.clear();
    while (row.hasRemaining()) {
      if (channel.read(row) < 0) {
        throw new IOException("the file ends too early");
      }
    }
  }
}
