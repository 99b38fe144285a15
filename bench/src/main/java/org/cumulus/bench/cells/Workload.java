package org.cumulus.bench.cells;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.cumulus.Cumulus;
import org.cumulus.NDArray;
import org.cumulus.Operator;
import org.cumulus.Scan;
import org.cumulus.npy.Npy;
import org.jspecify.annotations.Nullable;

/**
 * The arrays of a cell, allocated and touched before anything is measured. Closing it deletes its
 * file.
 */
public final class Workload implements AutoCloseable {
  /** Beyond it the obvious sums would not fit; they are compared with NumPy's only. */
  private static final int MOST_OBVIOUS = 50_000_000;

  private final Cell cell;
  private final Path file;
  private final NDArray input;
  private final NDArray output;
  private final Scan scan;
  private @Nullable NDArray plainInput;
  private @Nullable CopiedBytes copy;

  /** Makes the arrays. */
  public Workload(Cell cell) throws IOException {
    this.cell = cell;
    file = Files.createTempFile("cumulus-bench", ".npy");
    NDArray base = Values.array(cell.dtype(), cell.data(), cell.layout().baseShape(cell));
    Npy.write(file, base);
    input = cell.layout().view(base, file);
    scan = Scan.of(operator(cell)).axis(cell.axis());
    NDArray result = fresh();
    output = NDArray.zeros(result.dtype(), result.shape());
  }

  private static Operator operator(Cell cell) {
    if (isDiff(cell)) {
      return Operator.ADD; // not used
    }
    return Operator.UFUNCS.stream()
        .filter(operator -> operator.toString().equals(cell.operation()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    cell.operation() + " is none of " + Operator.UFUNCS + " or diff"));
  }

  private static boolean isDiff(Cell cell) {
    return cell.operation().equals("diff");
  }

  /** What it is the workload of. */
  public Cell cell() {
    return cell;
  }

  /** The file that a mapped input lies in: the array in C order that the input is a view of. */
  public Path file() {
    return file;
  }

  /** What is scanned, in the cell's layout. */
  public NDArray input() {
    return input;
  }

  /** Where the results go: in C order, warm. */
  public NDArray output() {
    return output;
  }

  /** The scan along the cell's axis. */
  public Scan scan() {
    return scan;
  }

  /** Into an array that is there already, but for differences, which always come in a new one. */
  public NDArray warm() {
    return isDiff(cell) ? fresh() : scan.apply(input, output);
  }

  /** Into a new array. */
  public NDArray fresh() {
    return isDiff(cell)
        ? Cumulus.diff(input, 1, Objects.requireNonNull(cell.axis()))
        : scan.apply(input);
  }

  /** The input in C order. */
  public NDArray plainInput() {
    if (plainInput == null) {
      plainInput = input.astype(cell.dtype()).copy();
    }
    return plainInput;
  }

  /** The bytes of the results' elements, which every scan must at least write. */
  public long resultBytes() {
    return output.size() * output.dtype().itemSize();
  }

  /** The copy of as many bytes as the result has. */
  public CopiedBytes copy() {
    if (copy == null) {
      copy = new CopiedBytes(Math.toIntExact(resultBytes()));
    }
    return copy;
  }

  /** Fails unless results, if they are sums, are those of the obvious loops. */
  public void check(NDArray results) {
    if (cell.isSum()
        && cell.size() <= MOST_OBVIOUS
        && !Objects.deepEquals(flat(results), ObviousSum.of(cell, input))) {
      throw new AssertionError("wrong sums in " + cell.id());
    }
  }

  private static Object flat(NDArray sums) {
    return sums.copy().toFlatArray();
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
