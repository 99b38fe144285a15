package org.cumulus.bench.jmh;

import org.cumulus.bench.cells.Workload;
import org.cumulus.bench.contestants.Call;
import org.cumulus.bench.contestants.Local;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** The ceiling of every scan: copying as many bytes as it writes, into memory that is there. */
public class CopyBenchmark extends CellBenchmark {
  @Param({"float64:10:axis0:plain", "float64:10000000:axis0:plain"})
  private String cell = "";

  private Call oneThread = () -> "";

  @Override
  String cell() {
    return cell;
  }

  @Override
  void enter(Workload ready) {
    oneThread = Local.COPY_ONE.call(ready);
  }

  /** On the caller's thread. */
  @Benchmark
  public Object oneThread() {
    return oneThread.run();
  }
}
