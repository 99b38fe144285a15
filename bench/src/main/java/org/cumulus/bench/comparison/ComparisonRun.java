package org.cumulus.bench.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cumulus.bench.cells.Cell;
import org.cumulus.bench.cells.CellSet;
import org.cumulus.bench.cells.Grid;
import org.cumulus.bench.cells.Workload;
import org.cumulus.bench.contestants.Contestant;
import org.cumulus.bench.contestants.Local;
import org.cumulus.bench.contestants.Pollution;
import org.cumulus.bench.contestants.PythonPeers;
import org.cumulus.bench.tables.Machine;
import org.cumulus.bench.tables.Rounds;
import org.cumulus.bench.tables.RunReport;
import org.cumulus.bench.tables.VectorState;
import org.jspecify.annotations.Nullable;

/** Sets Cumulus beside other libraries, and writes the page about it with its pictures. */
public final class ComparisonRun {
  private static final String SUFFIX = "-peers";

  private final ComparisonOptions options;
  private final VectorState vectors = VectorState.watch();

  private ComparisonRun(ComparisonOptions options) {
    this.options = options;
  }

  /** Measures, and writes the page, its samples and its pictures to a folder. */
  public static void make(List<String> arguments) throws IOException {
    ComparisonOptions options = ComparisonOptions.parse(arguments);
    ComparisonRun run = new ComparisonRun(options);
    Path folder = options.folder();
    Path files = Files.createDirectories(folder.resolve(RunReport.fileName(SUFFIX)));
    Path file = files.resolve("samples.tsv");
    Samples samples = options.isPart() && Files.exists(file) ? Samples.read(file) : new Samples();
    try (PythonPeers python = start(options.python())) {
      run.measure(samples, python);
      samples.write(file);
      String head = run.head(python == null ? "none" : python.versions(), samples.runs());
      String page = new ComparisonPage(samples).markdown(head, new Pictures(files));
      RunReport.write(folder, SUFFIX, page);
    }
  }

  private static @Nullable PythonPeers start(@Nullable Path python) throws IOException {
    return python == null ? null : PythonPeers.start(python);
  }

  private void measure(Samples samples, @Nullable PythonPeers python) throws IOException {
    double load = Machine.load();
    Instant start = Instant.now();
    List<Contestant> contestants =
        new ArrayList<>(List.of(Local.CUMULUS, Local.COPY_ONE, Local.COPY_ALL));
    if (python != null) {
      contestants.addAll(1, python.contestants());
    }
    Rounds rounds = options.rounds();
    List<Cell> cells =
        options.groups().stream().flatMap(set -> Grid.of(set).stream()).distinct().toList();
    Pollution.pollute(rounds.warmUp() * 10);
    Pollution.scanUntilVectors();
    int done = 0;
    for (Cell cell : cells) {
      try (Workload workload = new Workload(cell)) {
        samples.put(rounds.measure(workload, contestants, python));
      }
      done++;
      System.err.printf("%d/%d %s%n", done, cells.size(), cell.id());
    }
    samples.addRun(
        String.format(
            Locale.ROOT,
            "%s UTC, load average %.2f, %d rounds, %d s: %s",
            start.atOffset(ZoneOffset.UTC).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES),
            load,
            rounds.count(),
            start.until(Instant.now(), ChronoUnit.SECONDS),
            options.groups().stream().map(CellSet::text).collect(Collectors.joining(", "))));
  }

  private String head(String versions, List<String> runs) {
    return String.format(
        Locale.ROOT,
        """
        # Beside other libraries, %s, %s

        | | |
        |---|---|
        | processor | %s; %d cores |
        | system | %s |
        | JVM | %s, heap of %d MiB, touched beforehand; profile polluted beforehand |
        | vectors | before the first cell as many elements were scanned as it takes: "%s" |
        | libraries | %s |
        | runs | %s |

        Nanoseconds an element, medians over the rounds; ratios are medians of the rounds' ratios. In each round all do \
        a cell one after the other: Cumulus, each library, and a copy that moves as many bytes as the result has. Results go \
        into an array that is there already where a library can do that (NumPy, Numba, PyTorch), and so do those of Cumulus. \
        Numba runs loops written by hand, from left to right, parallel along many lines. All may use all \
        cores. Every result was first compared with NumPy's bits; ≈ marks the libraries that add in another order, whose \
        results are near.

        """,
        LocalDate.now(ZoneOffset.UTC),
        Machine.cpu(),
        Machine.cpu(),
        Machine.cores(),
        Machine.system(),
        Machine.jvm(),
        Runtime.getRuntime().maxMemory() >> 20,
        vectors.text(),
        versions,
        String.join("<br>", runs));
  }
}
