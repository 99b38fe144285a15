package org.cumulus.bench.tables;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.cumulus.NDArray;
import org.cumulus.bench.cells.Cell;
import org.cumulus.bench.cells.CellSet;
import org.cumulus.bench.cells.Grid;
import org.cumulus.bench.cells.Workload;
import org.cumulus.bench.charts.Figures;
import org.cumulus.bench.contestants.Contestant;
import org.cumulus.bench.contestants.Pollution;
import org.cumulus.bench.contestants.PythonPeers;
import org.cumulus.bench.contestants.Timed;
import org.cumulus.bench.contestants.Work;
import org.jspecify.annotations.Nullable;

/**
 * Every operator beside the sum of the same array, and beside NumPy: one line, axis 0, the last
 * axis. All results are fresh, and all figures of a row come from the same rounds.
 */
public final class OperatorTable {
  /** Loops in vectors are compiled for each operator, which takes a while. */
  private static final double WARM_UP = 0.5;

  private static final double SAMPLE = 0.02;

  private final @Nullable PythonPeers numpy;
  private final int rounds;
  private final StringBuilder text = new StringBuilder();

  private OperatorTable(@Nullable PythonPeers numpy, int rounds) {
    this.numpy = numpy;
    this.rounds = rounds;
  }

  /** Measures, prints, and writes the file if the arguments name a folder. */
  public static void make(List<String> arguments) throws IOException {
    GridOptions options = GridOptions.parse(arguments);
    double load = Machine.load();
    try (PythonPeers numpy = PythonPeers.start(null)) {
      OperatorTable table = new OperatorTable(numpy, options.rounds().count());
      table.head(numpy == null ? "none" : numpy.versions(), load);
      Pollution.pollute(options.rounds().warmUp() * 10);
      Pollution.scanUntilVectors();
      for (Cell cell : Grid.of(CellSet.OPERATORS)) {
        try (Workload workload = new Workload(cell)) {
          table.measure(workload);
        }
        System.err.println(cell.id());
      }
      System.out.print(table.text);
      if (options.folder() != null) {
        RunReport.write(options.folder(), "-operators", table.text.toString());
      }
    }
  }

  private void measure(Workload workload) {
    Cell cell = workload.cell();
    int axis = Objects.requireNonNull(cell.axis());
    List<String> titles = new ArrayList<>();
    List<Timed> timed = new ArrayList<>();
    if (numpy != null) {
      numpy.prepare(workload);
    }
    for (Work work : Work.of(cell.dtype())) {
      NDArray input = workload.input();
      titles.add(work.name());
      timed.add(Contestant.timed(() -> work.call().apply(input, axis)));
      if (numpy != null && numpy.has(work)) {
        numpy.check(workload, work);
        titles.add(numPys(work));
        timed.add(numpy.timed(work));
      }
    }
    for (Timed each : timed) {
      each.sample(WARM_UP);
    }
    Measurement measurement = new Measurement(cell);
    System.gc();
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < timed.size(); i++) {
        measurement.add(titles.get(i), timed.get(i).sample(SAMPLE));
      }
    }
    for (Work work : Work.of(cell.dtype())) {
      row(measurement, work);
    }
  }

  private static String numPys(Work work) {
    return "NumPy: " + work.name();
  }

  private void head(String numpyVersion, double load) {
    text.append(
        String.format(
            Locale.ROOT,
            """
            %s| rounds | %d; in each, all operators on an array one after the other |

            Nanoseconds an element, medians over the rounds; ratios are medians of the rounds' ratios. \
            Every call allocates its result. Where NumPy's results have the same bits they were \
            compared first.

            | array | operator | Cumulus | NumPy | ÷ cumsum | × NumPy |
            |---|---|---:|---:|---:|---:|
            """,
            RunReport.title("All operators", numpyVersion, load),
            rounds));
  }

  private void row(Measurement measurement, Work work) {
    Cell cell = measurement.cell();
    text.append(
        String.format(
            Locale.ROOT,
            "| %s %s, axis %s | %s | %s | %s | %s | %s |%n",
            cell.dtype().name(),
            cell.shapeText(),
            cell.axisText(),
            work.name(),
            Figures.number(measurement.nanosPerElement(work.name())),
            Figures.number(measurement.nanosPerElement(numPys(work))),
            Figures.number(measurement.ratio(work.name(), "add")),
            Figures.number(measurement.ratio(numPys(work), work.name()))));
  }
}
