package org.cumulus.bench.jmh;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.cumulus.bench.cells.Cell;
import org.cumulus.bench.cells.Workload;
import org.cumulus.bench.contestants.Pollution;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What all benchmarks share: how JMH runs them, and the arrays of one cell. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgs = {"-Xms4g", "-Xmx4g", "-XX:+AlwaysPreTouch", "-XX:+UseTransparentHugePages"})
public abstract class CellBenchmark {
  private @Nullable Workload workload;

  /** The cell's name; the benchmarks differ in what they can do, so each names its own. */
  abstract String cell();

  /** Picks the calls to measure out of the arrays that are ready. */
  abstract void enter(Workload ready);

  /** Dirties the profile, makes the arrays, and compares the sums with those of plain loops. */
  @Setup(Level.Trial)
  public void prepare() throws IOException {
    Pollution.pollute(3);
    workload = new Workload(Cell.parse(cell()));
    workload.check(workload.fresh());
    workload.check(workload.warm());
    enter(workload);
  }

  /** Deletes what lies outside the heap. */
  @TearDown(Level.Trial)
  public void tearDown() throws IOException {
    if (workload != null) {
      workload.close();
    }
  }
}
