package org.cumulus.bench.comparison;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.cumulus.bench.contestants.Local;
import org.cumulus.bench.tables.Measurement;

/**
 * How Cumulus stands in a cell.
 *
 * @param measurement of the cell
 * @param peer the title of the fastest of the others
 */
record Standing(Measurement measurement, String peer) {
  private static final String OURS = Local.CUMULUS.title();

  /** Empty if there were no others. */
  static Optional<Standing> of(Measurement measurement) {
    return peers(measurement).stream()
        .min(Comparator.comparingDouble(measurement::nanos))
        .map(peer -> new Standing(measurement, peer));
  }

  /** Those that are neither Cumulus nor the copy, in the order of the run. */
  static List<String> peers(Measurement measurement) {
    return measurement.titles().stream()
        .filter(title -> Arrays.stream(Local.values()).noneMatch(own -> own.title().equals(title)))
        .toList();
  }

  /** How many times as long the best peer takes. */
  double ratio() {
    return measurement.ratio(peer, OURS);
  }

  boolean isBehind() {
    return ratio() < 1;
  }

  double ours() {
    return measurement.nanosPerElement(OURS);
  }

  double theirs() {
    return measurement.nanosPerElement(peer);
  }

  /** The copy by one thread or by all, whichever is faster. */
  static double copy(Measurement measurement) {
    double one = measurement.nanosPerElement(Local.COPY_ONE.title());
    double all = measurement.nanosPerElement(Local.COPY_ALL.title());
    return Double.isNaN(all) ? one : Math.min(one, all);
  }

  double copy() {
    return copy(measurement);
  }

  /** The best peer's name; marked if its bits are not NumPy's. */
  String peerText() {
    return measurement.isApproximate(peer) ? peer + " ≈" : peer;
  }

  static double geometricMean(Collection<Standing> standings) {
    return Math.exp(ratios(standings).map(Math::log).average().orElse(Double.NaN));
  }

  static double least(Collection<Standing> standings) {
    return ratios(standings).min().orElse(Double.NaN);
  }

  private static DoubleStream ratios(Collection<Standing> standings) {
    return standings.stream().mapToDouble(Standing::ratio);
  }
}
