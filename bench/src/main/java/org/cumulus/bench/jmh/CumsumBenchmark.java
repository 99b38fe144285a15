package org.cumulus.bench.jmh;

import org.cumulus.bench.cells.Workload;
import org.cumulus.bench.contestants.Call;
import org.cumulus.bench.contestants.Local;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** Cumulus: into a warm array and into a fresh one. */
public class CumsumBenchmark extends CellBenchmark {
  @Param({
    "float64:10:axis0:plain",
    "float64:10000000:axis0:plain",
    "int32:10000000:axis0:plain",
    "float64:10000x1000:axis0:plain",
    "float64:1000000x10:axis1:plain"
  })
  private String cell = "";

  private Call warm = () -> "";
  private Call fresh = () -> "";

  @Override
  String cell() {
    return cell;
  }

  @Override
  void enter(Workload ready) {
    warm = Local.CUMULUS.call(ready);
    fresh = Local.FRESH.call(ready);
  }

  /** Into an array that is there already. */
  @Benchmark
  public Object warm() {
    return warm.run();
  }

  /** Into an array that the call allocates. */
  @Benchmark
  public Object fresh() {
    return fresh.run();
  }
}
