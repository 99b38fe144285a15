package org.cumulus.bench;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The ceiling of every scan: copying as many elements, into memory that is already there. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgs = {"-Xms4g", "-Xmx4g", "-XX:+AlwaysPreTouch"})
public class CopyBenchmark {
  @Param({"10000", "10000000"})
  private int length;

  private double[] source = {};
  private double[] target = {};

  /** Makes both arrays, so that no measurement pays for a fresh page. */
  @Setup
  public void allocate() {
    source = new double[length];
    target = new double[length];
    Arrays.setAll(source, index -> index * 0.1);
  }

  /** Copies all elements. */
  @Benchmark
  public double[] copy() {
    System.arraycopy(source, 0, target, 0, length);
    return target;
  }
}
