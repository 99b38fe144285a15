package org.cumulus.bench.tables;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.cumulus.bench.cells.Workload;
import org.cumulus.bench.contestants.Contestant;
import org.cumulus.bench.contestants.PythonPeers;
import org.cumulus.bench.contestants.Timed;
import org.jspecify.annotations.Nullable;

/**
 * How cells are measured: in rounds, each of which runs all contestants one after the other, so
 * that the ratios within a round hardly feel what else the machine does.
 *
 * @param count how many, each giving one sample of everything
 * @param sample how long a sample takes, in seconds
 * @param warmUp how long what runs in this JVM does so before its first sample, in seconds
 */
public record Rounds(int count, double sample, double warmUp) {
  /**
   * Measures a cell, whose results are first compared with those of obvious loops, and with
   * NumPy's.
   *
   * @param contestants who takes part if it can, those of Python, if any, among them
   */
  public Measurement measure(
      Workload workload, List<Contestant> contestants, @Nullable PythonPeers python)
      throws IOException {
    workload.check(workload.fresh());
    workload.check(workload.warm());
    List<Entry> order = new ArrayList<>();
    for (Contestant contestant : contestants) {
      Timed timed = contestant.enter(workload);
      if (timed != null) {
        if (!contestant.isWarm()) {
          timed.sample(warmUp);
        }
        order.add(new Entry(contestant, timed));
      }
    }
    if (python != null) {
      python.check(workload, workload.warm());
    }
    Measurement measurement = new Measurement(workload.cell());
    System.gc(); // what the cell before has left is not this one's to collect
    for (int round = 0; round < count; round++) {
      for (Entry entry : order) {
        measurement.add(entry.contestant().title(), entry.timed().sample(sample));
      }
      // Forth and back, so that nobody is always the one after the same other.
      Collections.reverse(order);
    }
    for (Entry entry : order) {
      String title = entry.contestant().title();
      measurement.setBytes(title, entry.timed().bytesPerCall() - workload.resultBytes());
      if (python != null && python.isClose(title)) {
        measurement.setApproximate(title);
      }
    }
    return measurement;
  }

  /** Who takes part in a cell, and what of it is timed. */
  private record Entry(Contestant contestant, Timed timed) {}
}
