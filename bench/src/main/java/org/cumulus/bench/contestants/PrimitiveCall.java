package org.cumulus.bench.contestants;

import org.cumulus.Cumulus;
import org.cumulus.bench.cells.Cell;
import org.cumulus.bench.cells.Workload;

/** Calls of the overloads that take a primitive array and return another. */
final class PrimitiveCall {
  private PrimitiveCall() {}

  static boolean canDo(Cell cell) {
    boolean hasOverload =
        switch (cell.dtype().kind()) {
          case INT32, INT64, FLOAT32, FLOAT64 -> true;
          default -> false;
        };
    return hasOverload && cell.isPlain() && cell.shape().size() == 1;
  }

  /** The call for a workload with an overload. */
  static Call of(Workload workload) {
    return switch (workload.input().toFlatArray()) {
      case int[] values -> () -> Cumulus.cumsum(values);
      case long[] values -> () -> Cumulus.cumsum(values);
      case float[] values -> () -> Cumulus.cumsum(values);
      case double[] values -> () -> Cumulus.cumsum(values);
      default -> throw new IllegalArgumentException(workload.cell().id());
    };
  }
}
