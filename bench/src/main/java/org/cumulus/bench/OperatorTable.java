package org.cumulus.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.cumulus.Cumulus;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.jspecify.annotations.Nullable;

/**
 * Every operator beside the sum of the same array, and beside NumPy: one line, axis 0, the last
 * axis. All results are fresh, and all figures of a row come from the same rounds.
 */
final class OperatorTable {
  /** Loops in vectors are compiled for each operator, which takes a while. */
  private static final double WARM_UP = 0.5;

  private static final double SAMPLE = 0.02;

  /** What a process has scanned when it begins to use vectors; so that all arrays have them. */
  private static final long BEFORE_VECTORS = 1L << 30;

  private final @Nullable NumPy numpy;
  private final int rounds;
  private final StringBuilder text = new StringBuilder();

  private OperatorTable(@Nullable NumPy numpy, int rounds) {
    this.numpy = numpy;
    this.rounds = rounds;
  }

  /** Measures, prints, and writes the file if the arguments name a folder. */
  static void make(List<String> arguments) throws IOException {
    TableOptions options = TableOptions.parse(arguments);
    double load = Machine.load();
    try (NumPy numpy = NumPy.start()) {
      OperatorTable table = new OperatorTable(numpy, options.rounds());
      table.head(numpy == null ? "none" : numpy.version(), load);
      Pollution.pollute(options.warmUp() * 10);
      scanUntilVectors();
      for (Cell cell : Cells.of(Cells.Size.OPERATORS)) {
        try (Workload workload = new Workload(cell)) {
          table.measure(workload);
        }
        System.err.println(cell.id());
      }
      System.out.print(table.text);
      if (options.folder() != null) {
        Report.write(options.folder(), "-operators", table.text.toString());
      }
    }
  }

  private static void scanUntilVectors() {
    NDArray line = NDArray.zeros(DType.FLOAT64, 1 << 20);
    for (long scanned = 0; scanned < BEFORE_VECTORS; scanned += line.size()) {
      NDArray _ = Cumulus.cumsum(line, null, null, line);
    }
  }

  private void measure(Workload workload) {
    Cell cell = workload.cell();
    int axis = Objects.requireNonNull(cell.axis());
    List<Contestant> contestants = new ArrayList<>();
    List<Timed> timed = new ArrayList<>();
    if (numpy != null) {
      numpy.prepare(workload);
    }
    for (Work work : Work.of(cell.dtype())) {
      NDArray input = workload.input();
      contestants.add(new Named(work.name()));
      timed.add(Contestant.timed(() -> work.call().apply(input, axis)));
      if (numpy != null && numpy.has(work)) {
        numpy.check(workload, work);
        contestants.add(new Named(numPys(work)));
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
        measurement.add(contestants.get(i), timed.get(i).sample(SAMPLE));
      }
    }
    for (Work work : Work.of(cell.dtype())) {
      row(measurement, work);
    }
  }

  /** A column of a measurement. */
  private record Named(String title) implements Contestant {
    @Override
    public @Nullable Timed enter(Workload workload) {
      return null;
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
            Report.title("All operators", numpyVersion, load),
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
            Table.number(measurement.nanosPerElement(work.name())),
            Table.number(measurement.nanosPerElement(numPys(work))),
            Table.number(measurement.ratio(work.name(), "add")),
            Table.number(measurement.ratio(numPys(work), work.name()))));
  }
}
