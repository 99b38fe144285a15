package org.cumulus.bench.jmh;

import org.cumulus.bench.cells.Workload;
import org.cumulus.bench.contestants.Call;
import org.cumulus.bench.contestants.Local;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** The JDK's own prefix sums, where it has them. */
public class PrefixBenchmark extends CellBenchmark {
  @Param({"float64:10000000:axis0:plain", "int64:10000000:axis0:plain"})
  private String cell = "";

  private Call parallelPrefix = () -> "";

  @Override
  String cell() {
    return cell;
  }

  @Override
  void enter(Workload ready) {
    parallelPrefix = Local.PREFIX.call(ready);
  }

  /** Line by line and in place. */
  @Benchmark
  public Object parallelPrefix() {
    return parallelPrefix.run();
  }
}
