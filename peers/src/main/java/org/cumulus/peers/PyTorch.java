package org.cumulus.peers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.cumulus.bench.cells.Cell;
import org.cumulus.bench.cells.Workload;
import org.cumulus.bench.contestants.Contestant;
import org.cumulus.bench.contestants.Timed;
import org.jspecify.annotations.Nullable;

/** PyTorch through DJL, which has no way to give it an array for the result. */
public final class PyTorch implements Contestant {
  /** Frees the arrays of the cell before. */
  private @Nullable NDManager manager;

  @Override
  public String title() {
    return "DJL/PyTorch, fresh";
  }

  @Override
  public @Nullable Timed enter(Workload workload) {
    if (manager != null) {
      manager.close();
    }
    NDManager own = NDManager.newBaseManager("PyTorch");
    manager = own;
    Cell cell = workload.cell();
    Integer axis = cell.axis();
    if (axis == null || !cell.isPlain()) {
      return null;
    }
    Shape shape = new Shape(cell.dimensions());
    NDArray values =
        switch (workload.input().toFlatArray()) {
          case double[] doubles when cell.dtype().name().equals("float64") ->
              own.create(doubles, shape);
          case float[] floats when cell.dtype().name().equals("float32") ->
              own.create(floats, shape);
          case long[] longs when cell.dtype().name().equals("int64") -> own.create(longs, shape);
          case int[] ints when cell.dtype().name().equals("int32") -> own.create(ints, shape);
          default -> null;
        };
    if (values == null) {
      return null;
    }
    try (NDArray sums = values.cumSum(axis);
        NDArray doubles = sums.toType(DataType.FLOAT64, true)) {
      Agreement.check(workload, doubles.toDoubleArray());
    }
    return Contestant.timed(
        () -> {
          try (NDArray sums = values.cumSum(axis)) {
            return sums.getShape();
          }
        });
  }
}
