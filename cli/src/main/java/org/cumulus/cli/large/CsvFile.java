package org.cumulus.cli.large;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.cumulus.NDArray;
import org.cumulus.cli.cells.CsvText;
import org.cumulus.cli.sources.ChannelSource;
import org.cumulus.cli.sources.Source;
import org.cumulus.npy.NpyHeader;

/** Writes a table as text, some rows at a time. */
public final class CsvFile {
  private static final int BLOCK_BYTES = 1 << 16;

  private CsvFile() {}

  /**
   * Writes an {@code .npy} file.
   *
   * @param file holds one or two dimensions, in C order
   */
  public static void write(Path file, Appendable out) throws IOException {
    NpyHeader header = NpyHeader.read(file);
    if (header.fortranOrder()) {
      throw new IllegalArgumentException(file + ": in Fortran order, expected C order");
    }
    try (Source source = new ChannelSource(file, header, header.dataOffset())) {
      write(source, out);
    }
  }

  /** Writes elements that lie in C order, of one or two dimensions. */
  static void write(Source source, OutputStream stream) throws IOException {
    Writer out =
        new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.US_ASCII), BLOCK_BYTES);
    write(source, out);
    out.flush();
  }

  private static void write(Source source, Appendable out) throws IOException {
    long[] shape = source.header().shape();
    long width = shape.length < 2 ? 1 : shape[1];
    long rowBytes = width * source.header().dtype().itemSize();
    long rowsAtOnce = Math.max(1, BLOCK_BYTES / rowBytes);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment block = arena.allocate(rowsAtOnce * rowBytes, Long.BYTES);
      for (long row = 0; row < shape[0]; row += rowsAtOnce) {
        long rows = Math.min(rowsAtOnce, shape[0] - row);
        MemorySegment part = block.asSlice(0, rows * rowBytes);
        source.read(row * rowBytes, part);
        CsvText.write(NDArray.wrap(part, source.header().dtype(), rows, width), out);
      }
    }
  }
}
