package org.cumulus.bench;

import java.io.IOException;
import java.util.List;
import org.cumulus.bench.cells.CellSet;
import org.cumulus.bench.cells.Grid;
import org.cumulus.bench.comparison.ComparisonRun;
import org.cumulus.bench.files.FileTable;
import org.cumulus.bench.jmh.JmhRun;
import org.cumulus.bench.tables.OperatorTable;
import org.cumulus.bench.tables.RunReport;
import org.openjdk.jmh.runner.RunnerException;

/**
 * What {@code java -jar benchmarks.jar} does: {@code cells} lists the grid, {@code table} measures
 * it beside NumPy, {@code peers} sets Cumulus beside the libraries of a Python, {@code operators}
 * every operator beside the sum, {@code files} the command beside {@code cp}, {@code jmh} measures
 * the grid with JMH, and anything else goes to JMH itself.
 */
public final class Benchmarks {
  private Benchmarks() {}

  /** Runs one of the commands. */
  public static void main(String[] arguments) throws IOException, RunnerException {
    List<String> all = List.of(arguments);
    List<String> rest = all.subList(Math.min(1, all.size()), all.size());
    switch (all.isEmpty() ? "" : all.getFirst()) {
      case "cells" ->
          Grid.of(rest.isEmpty() ? CellSet.FULL : CellSet.of(rest.getFirst()))
              .forEach(cell -> System.out.println(cell.id()));
      case "table" -> RunReport.make(rest);
      case "peers" -> ComparisonRun.make(rest);
      case "operators" -> OperatorTable.make(rest);
      case "files" -> FileTable.make(rest);
      case "jmh" -> JmhRun.run(rest);
      default -> org.openjdk.jmh.Main.main(arguments);
    }
  }
}
