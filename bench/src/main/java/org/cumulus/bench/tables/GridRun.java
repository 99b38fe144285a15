package org.cumulus.bench.tables;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.cumulus.Order;
import org.cumulus.Scan;
import org.cumulus.bench.cells.Cell;
import org.cumulus.bench.cells.Workload;
import org.cumulus.bench.contestants.Contestant;
import org.cumulus.bench.contestants.Local;
import org.cumulus.bench.contestants.Pollution;
import org.cumulus.bench.contestants.PythonPeers;
import org.jspecify.annotations.Nullable;

/** Measures the cells of the grid, with every contestant that there is. */
final class GridRun {
  private final GridOptions options;
  private final @Nullable PythonPeers python;
  private final List<Contestant> peers;

  /**
   * A run to come.
   *
   * @param python who runs NumPy and its neighbours; null to go without
   */
  GridRun(GridOptions options, @Nullable PythonPeers python) {
    this.options = options;
    this.python = python;
    List<Contestant> services =
        ServiceLoader.load(Contestant.class).stream().map(ServiceLoader.Provider::get).toList();
    peers = new ArrayList<>(python == null ? List.of() : python.contestants());
    peers.addAll(services);
  }

  /** The titles of all but NumPy that do not run in this JVM or are not Cumulus. */
  List<String> peers() {
    return peers.stream()
        .map(Contestant::title)
        .filter(title -> !title.equals(PythonPeers.WARM) && !title.equals(PythonPeers.FRESH))
        .toList();
  }

  /** Measures all cells of the options. */
  List<Measurement> run() throws IOException {
    List<Cell> cells = options.cells();
    List<Contestant> contestants =
        Stream.concat(Stream.of(Local.values()), peers.stream()).toList();
    List<Measurement> measurements = new ArrayList<>();
    Pollution.pollute(options.rounds().warmUp() * 10);
    for (Cell cell : cells) {
      try (Workload workload = new Workload(cell)) {
        if (Local.BLOCKED.canDo(cell)) {
          checkBlocked(workload);
        }
        measurements.add(options.rounds().measure(workload, contestants, python));
      }
      System.err.printf("%d/%d %s%n", measurements.size(), cells.size(), cell.id());
    }
    return measurements;
  }

  /** The order's bits are nobody else's, but do not depend on the number of threads. */
  private static void checkBlocked(Workload workload) {
    Scan scan = workload.scan().order(Order.BLOCKED);
    Object byAll = scan.apply(workload.input()).toFlatArray();
    Object byOne = scan.parallelism(1).apply(workload.input()).toFlatArray();
    if (!Objects.deepEquals(byAll, byOne)) {
      throw new AssertionError("threads change the bits of " + workload.cell().id());
    }
  }
}
