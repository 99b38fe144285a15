package org.cumulus.peers;

import org.cumulus.NDArray;
import org.cumulus.bench.cells.Cell;
import org.cumulus.bench.cells.Workload;
import org.cumulus.bench.contestants.Contestant;
import org.cumulus.bench.contestants.Timed;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.custom.CumSum;

/** ND4J into an array that is there already; it sums floats only. */
public final class Nd4j implements Contestant {
  @Override
  public String title() {
    return "ND4J";
  }

  @Override
  public @Nullable Timed enter(Workload workload) {
    Cell cell = workload.cell();
    Integer axis = cell.axis();
    NDArray input = workload.input();
    if (axis == null || !cell.isPlain()) {
      return null;
    }
    INDArray values =
        switch (input.toFlatArray()) {
          case double[] doubles when cell.dtype().name().equals("float64") ->
              org.nd4j.linalg.factory.Nd4j.create(doubles, input.shape(), DataType.DOUBLE);
          case float[] floats when cell.dtype().name().equals("float32") ->
              org.nd4j.linalg.factory.Nd4j.create(floats, input.shape(), DataType.FLOAT);
          default -> null;
        };
    if (values == null) {
      return null;
    }
    INDArray sums =
        org.nd4j.linalg.factory.Nd4j.createUninitialized(values.dataType(), input.shape());
    CumSum sum = new CumSum(values, sums, false, false, axis);
    Timed timed = Contestant.timed(() -> org.nd4j.linalg.factory.Nd4j.exec(sum));
    timed.sample(0);
    Agreement.check(workload, sums.dup().data().asDouble());
    return timed;
  }
}
