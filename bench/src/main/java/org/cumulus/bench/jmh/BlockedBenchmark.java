package org.cumulus.bench.jmh;

import org.cumulus.bench.cells.Workload;
import org.cumulus.bench.contestants.Call;
import org.cumulus.bench.contestants.Local;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** Cumulus in the order {@code BLOCKED}, for floats. */
public class BlockedBenchmark extends CellBenchmark {
  @Param({
    "float64:4096:axis0:plain",
    "float64:10000000:axis0:plain",
    "float32:10000000:axis0:plain",
    "float64:10000x1000:axis0:plain"
  })
  private String cell = "";

  private Call blocked = () -> "";

  @Override
  String cell() {
    return cell;
  }

  @Override
  void enter(Workload ready) {
    blocked = Local.BLOCKED.call(ready);
  }

  /** Into an array that is there already. */
  @Benchmark
  public Object blocked() {
    return blocked.run();
  }
}
