package org.cumulus.bench;

import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/**
 * What {@code java -jar benchmarks.jar} does: {@code cells} lists the grid, {@code table} measures
 * it beside NumPy, {@code operators} every operator beside the sum, {@code files} the command
 * beside {@code cp}, {@code jmh} measures the grid with JMH, and anything else goes to JMH itself.
 */
public final class Main {
  private Main() {}

  /** Runs one of the commands. */
  public static void main(String[] arguments) throws IOException, RunnerException {
    List<String> all = List.of(arguments);
    List<String> rest = all.subList(Math.min(1, all.size()), all.size());
    switch (all.isEmpty() ? "" : all.getFirst()) {
      case "cells" ->
          Cells.of(rest.isEmpty() ? Cells.Size.FULL : Cells.Size.of(rest.getFirst()))
              .forEach(cell -> System.out.println(cell.id()));
      case "table" -> Report.make(TableOptions.parse(rest));
      case "operators" -> OperatorTable.make(rest);
      case "files" -> FileTable.make(rest);
      case "jmh" -> JmhRun.run(rest);
      default -> org.openjdk.jmh.Main.main(arguments);
    }
  }
}
