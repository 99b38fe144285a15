package org.cumulus.bench.jmh;

import org.cumulus.bench.cells.Workload;
import org.cumulus.bench.contestants.Call;
import org.cumulus.bench.contestants.Local;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** Large arrays: one thread, and the ceiling for all cores. */
public class ParallelBenchmark extends CellBenchmark {
  @Param({"float64:10000000:axis0:plain", "float64:10000x1000:axis0:plain"})
  private String cell = "";

  private Call oneThread = () -> "";
  private Call copyOnAllCores = () -> "";

  @Override
  String cell() {
    return cell;
  }

  @Override
  void enter(Workload ready) {
    oneThread = Local.ONE_THREAD.call(ready);
    copyOnAllCores = Local.COPY_ALL.call(ready);
  }

  /** Cumulus on the caller's thread alone, into a warm array. */
  @Benchmark
  public Object oneThread() {
    return oneThread.run();
  }

  /** The copy, split evenly over all cores. */
  @Benchmark
  public Object copyOnAllCores() {
    return copyOnAllCores.run();
  }
}
