package org.cumulus.bench.jmh;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cumulus.bench.cells.Cell;
import org.cumulus.bench.cells.CellSet;
import org.cumulus.bench.cells.Grid;
import org.cumulus.bench.contestants.Local;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** JMH over a few cells, or over all that each benchmark can do. */
public final class JmhRun {
  private static final Map<Class<?>, Local> BENCHMARKS =
      Map.of(
          BlockedBenchmark.class, Local.BLOCKED,
          CumsumBenchmark.class, Local.CUMULUS,
          CopyBenchmark.class, Local.COPY_ONE,
          ParallelBenchmark.class, Local.ONE_THREAD,
          PrefixBenchmark.class, Local.PREFIX,
          PrimitiveBenchmark.class, Local.PRIMITIVE);

  private JmhRun() {}

  /**
   * Runs all benchmarks, on the cells that they name themselves or, for {@code full}, on the grid.
   */
  public static void run(List<String> arguments) throws IOException, RunnerException {
    boolean isFull = arguments.contains("full");
    for (Map.Entry<Class<?>, Local> entry : BENCHMARKS.entrySet()) {
      String name = entry.getKey().getSimpleName();
      OptionsBuilder options = new OptionsBuilder();
      options
          .include(name)
          .addProfiler(GCProfiler.class)
          .resultFormat(ResultFormatType.JSON)
          .result(Path.of("bench", "target", name + ".json").toString());
      if (isFull) {
        options.param("cell", cells(entry.getValue()));
      }
      new Runner(options.build()).run();
    }
  }

  private static String[] cells(Local contestant) {
    return Grid.of(CellSet.FULL).stream()
        .filter(contestant::canDo)
        .map(Cell::id)
        .toArray(String[]::new);
  }
}
