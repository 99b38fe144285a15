package org.cumulus.bench.contestants;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.cumulus.Cumulus;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.Operator;
import org.cumulus.Order;
import org.cumulus.Scan;
import org.cumulus.bench.cells.Cell;
import org.cumulus.bench.cells.CellLayout;
import org.cumulus.bench.cells.Workload;

/**
 * Shows the JVM everything before it compiles anything: all dtypes, in heap, native and mapped
 * memory, along all axes, with and without casts.
 *
 * <p>A JVM that has only ever seen one dtype compiles code for that dtype alone, and such a figure
 * is not what a program gets that uses several.
 */
public final class Pollution {
  private static final List<String> DTYPES =
      List.of(
          "bool",
          "int8",
          "int16",
          "int32",
          "int64",
          "uint8",
          "uint16",
          "uint32",
          "uint64",
          "float16",
          "float32",
          "float64",
          "complex64",
          "complex128",
          "timedelta64[ns]");

  private static final long BEFORE_VECTORS = 1L << 30;

  private Pollution() {}

  /** Scans everything for so long. */
  public static void pollute(double seconds) throws IOException {
    try (Arena arena = Arena.ofShared()) {
      List<NDArray> inputs = inputs(arena);
      List<NDArray> outputs = inputs.stream().map(Pollution::output).toList();
      for (long start = System.nanoTime(); System.nanoTime() - start < seconds * 1e9; ) {
        for (int index = 0; index < inputs.size(); index++) {
          scan(inputs.get(index), outputs.get(index));
        }
      }
    }
  }

  /** Scans what it takes until a process uses vectors, if it may; so that all arrays have them. */
  public static void scanUntilVectors() {
    NDArray line = NDArray.zeros(DType.FLOAT64, 1 << 20);
    for (long scanned = 0; scanned < BEFORE_VECTORS; scanned += line.size()) {
      NDArray _ = Cumulus.cumsum(line, null, null, line);
    }
  }

  private static List<NDArray> inputs(Arena arena) throws IOException {
    List<NDArray> inputs = new ArrayList<>();
    for (String dtype : DTYPES) {
      for (String shape : List.of("40x50", "3x700", "700x3")) {
        for (CellLayout layout : CellLayout.values()) {
          Cell cell = Cell.parse(String.join(":", dtype, shape, "axis0", layout.text()));
          try (Workload workload = new Workload(cell)) {
            inputs.add(workload.input());
            if (layout == CellLayout.PLAIN) {
              inputs.add(inNativeMemory(workload.input(), arena));
            }
          }
        }
      }
    }
    return inputs;
  }

  private static NDArray inNativeMemory(NDArray array, Arena arena) {
    MemorySegment memory = arena.allocate(array.size() * array.dtype().itemSize(), 16);
    NDArray copy = NDArray.wrap(memory, array.dtype(), array.shape());
    array.copyTo(copy);
    return copy;
  }

  private static NDArray output(NDArray input) {
    DType narrow = input.dtype().kind() == DType.Kind.TIMEDELTA64 ? input.dtype() : DType.FLOAT32;
    return NDArray.zeros(narrow, input.shape());
  }

  private static void scan(NDArray input, NDArray output) {
    Scan sum = Scan.of(Operator.ADD);
    NDArray flat = sum.apply(input);
    NDArray down = sum.axis(0).apply(input);
    NDArray right = sum.axis(1).parallelism(1).apply(input);
    NDArray blocked = sum.axis(1).order(Order.BLOCKED).apply(input);
    sum.axis(1).apply(input, output);
    if (flat.size() + down.size() + right.size() + blocked.size() != 4 * output.size()) {
      throw new AssertionError("sums were lost");
    }
  }
}
