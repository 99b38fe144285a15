package org.cumulus.bench;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.CRC32;
import org.cumulus.NDArray;
import org.cumulus.Operator;
import org.cumulus.Scan;
import org.jspecify.annotations.Nullable;

/**
 * The arrays of a cell, allocated and touched before anything is measured. Closing it deletes its
 * file.
 */
public final class Workload implements AutoCloseable {
  private final Cell cell;
  private final Path file;
  private final NDArray input;
  private final NDArray output;
  private final Scan scan;
  private @Nullable NDArray plainInput;
  private @Nullable Copy copy;

  Workload(Cell cell) throws IOException {
    this.cell = cell;
    file = Files.createTempFile("cumulus-bench", ".npy");
    input = cell.layout().input(cell, file);
    output = NDArray.zeros(cell.resultDtype(), sumShape(cell));
    scan = Scan.of(Operator.ADD).axis(cell.axis());
  }

  private static long[] sumShape(Cell cell) {
    return cell.axis() == null ? new long[] {cell.size()} : cell.dimensions();
  }

  /** What it is the workload of. */
  public Cell cell() {
    return cell;
  }

  /** The file that a mapped input lies in. */
  Path file() {
    return file;
  }

  /** What is summed, in the cell's layout. */
  public NDArray input() {
    return input;
  }

  /** Where the sums go: in C order, warm. */
  NDArray output() {
    return output;
  }

  /** The sum along the cell's axis. */
  public Scan scan() {
    return scan;
  }

  /** The input in C order. */
  NDArray plainInput() {
    if (plainInput == null) {
      plainInput = input.astype(cell.dtype()).copy();
    }
    return plainInput;
  }

  /** The copy of as many bytes as the result has. */
  Copy copy() {
    if (copy == null) {
      copy = new Copy(cell.resultBytes());
    }
    return copy;
  }

  /** Fails unless sums are those of the obvious loops. */
  void check(NDArray sums) {
    if (!Objects.deepEquals(flat(sums), ObviousSum.of(cell, input))) {
      throw new AssertionError("wrong sums in " + cell.id());
    }
  }

  private static Object flat(NDArray sums) {
    return sums.copy().toFlatArray();
  }

  /** The checksum of the sums' bytes, to compare with NumPy's. */
  static long checksum(NDArray sums) {
    CRC32 checksum = new CRC32();
    MemorySegment bytes = sums.copy().memory().orElseThrow();
    byte[] part = new byte[1 << 16];
    for (long offset = 0; offset < bytes.byteSize(); offset += part.length) {
      int length = (int) Math.min(part.length, bytes.byteSize() - offset);
      MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, offset, part, 0, length);
      checksum.update(part, 0, length);
    }
    return checksum.getValue();
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
