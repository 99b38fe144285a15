package org.cumulus.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import org.cumulus.NDArray;
import org.cumulus.Order;
import org.cumulus.Scan;
import org.jspecify.annotations.Nullable;

/**
 * Measures cells in rounds, each of which runs all contestants one after the other, so that the
 * ratios within a round hardly feel what else the machine does.
 */
final class TableRun {
  private final TableOptions options;
  private final @Nullable NumPy numpy;
  private final List<Contestant> peers;

  /**
   * A run to come.
   *
   * @param numpy who runs NumPy; null to go without
   */
  TableRun(TableOptions options, @Nullable NumPy numpy) {
    this.options = options;
    this.numpy = numpy;
    peers = ServiceLoader.load(Contestant.class).stream().map(ServiceLoader.Provider::get).toList();
  }

  List<String> peers() {
    return peers.stream().map(Contestant::title).toList();
  }

  /** Measures all cells of the options. */
  List<Measurement> run() throws IOException {
    List<Cell> cells = options.cells();
    List<Measurement> measurements = new ArrayList<>();
    Pollution.pollute(options.warmUp() * 10);
    for (Cell cell : cells) {
      try (Workload workload = new Workload(cell)) {
        measurements.add(measure(workload));
      }
      System.err.printf("%d/%d %s%n", measurements.size(), cells.size(), cell.id());
    }
    return measurements;
  }

  private Measurement measure(Workload workload) {
    check(workload);
    List<Entry> order = new ArrayList<>();
    for (Contestant contestant : contestants()) {
      Timed timed = contestant.enter(workload);
      if (timed != null) {
        timed.sample(options.warmUp());
        order.add(new Entry(contestant, timed));
      }
    }
    if (numpy != null) {
      numpy.check(workload.cell(), Workload.checksum(workload.scan().apply(workload.input())));
    }
    Measurement measurement = new Measurement(workload.cell());
    System.gc(); // what the cell before has left is not this one's to collect
    for (int round = 0; round < options.rounds(); round++) {
      for (Entry entry : order) {
        measurement.add(entry.contestant(), entry.timed().sample(options.sample()));
      }
      // Forth and back, so that nobody is always the one after the same other.
      Collections.reverse(order);
    }
    for (Entry entry : order) {
      measurement.setBytes(entry.contestant(), entry.timed().bytesPerCall());
    }
    return measurement;
  }

  /** Who takes part in a cell, and what of it is timed. */
  private record Entry(Contestant contestant, Timed timed) {}

  private static void check(Workload workload) {
    workload.check(workload.scan().apply(workload.input()));
    NDArray output = workload.scan().apply(workload.input(), workload.output());
    workload.check(output);
    if (Local.BLOCKED.canDo(workload.cell())) {
      checkBlocked(workload);
    }
  }

  /** The order's bits are nobody else's, but do not depend on the number of threads. */
  private static void checkBlocked(Workload workload) {
    Scan scan = workload.scan().order(Order.BLOCKED);
    long bits = Workload.checksum(scan.apply(workload.input(), workload.output()));
    Scan byOne = scan.parallelism(1);
    if (Workload.checksum(byOne.apply(workload.input(), workload.output())) != bits) {
      throw new AssertionError("threads change the bits of " + workload.cell().id());
    }
  }

  private List<Contestant> contestants() {
    List<Contestant> contestants = new ArrayList<>(List.of(Local.values()));
    if (numpy != null) {
      contestants.addAll(numpy.contestants());
    }
    contestants.addAll(peers);
    return contestants;
  }
}
