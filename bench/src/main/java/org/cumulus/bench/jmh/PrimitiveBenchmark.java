package org.cumulus.bench.jmh;

import org.cumulus.bench.cells.Workload;
import org.cumulus.bench.contestants.Call;
import org.cumulus.bench.contestants.Local;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** The overloads for primitive arrays, where a call costs more than its additions. */
public class PrimitiveBenchmark extends CellBenchmark {
  @Param({"float64:10:axis0:plain", "float64:1000:axis0:plain", "int32:10:axis0:plain"})
  private String cell = "";

  private Call primitive = () -> "";

  @Override
  String cell() {
    return cell;
  }

  @Override
  void enter(Workload ready) {
    primitive = Local.PRIMITIVE.call(ready);
  }

  /** Into an array that the call allocates. */
  @Benchmark
  public Object primitive() {
    return primitive.run();
  }
}
