package org.cumulus.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The samples of a cell: nanoseconds a call, of every contestant in every round. */
final class Measurement {
  private final Cell cell;
  private final Map<String, List<Double>> samples = new LinkedHashMap<>();
  private final Map<String, Double> bytes = new LinkedHashMap<>();

  Measurement(Cell cell) {
    this.cell = cell;
  }

  Cell cell() {
    return cell;
  }

  void add(Contestant contestant, double nanos) {
    samples.computeIfAbsent(contestant.title(), title -> new ArrayList<>()).add(nanos);
  }

  void setBytes(Contestant contestant, double bytesPerCall) {
    bytes.put(contestant.title(), bytesPerCall);
  }

  boolean has(String title) {
    return samples.containsKey(title);
  }

  /** Median nanoseconds a call; NaN for who did not take part. */
  double nanos(String title) {
    return has(title) ? median(samples(title)) : Double.NaN;
  }

  /** Median nanoseconds an element. */
  double nanosPerElement(String title) {
    return nanos(title) / cell.size();
  }

  /**
   * How many times longer one contestant takes than another: the median over the rounds, each of
   * which ran both, one soon after the other.
   */
  double ratio(String slow, String fast) {
    if (!has(slow) || !has(fast)) {
      return Double.NaN;
    }
    double[] above = samples(slow);
    double[] below = samples(fast);
    double[] ratios = new double[above.length];
    Arrays.setAll(ratios, round -> above[round] / below[round]);
    return median(ratios);
  }

  /** Bytes that a call allocates beyond the elements of its result. */
  double bytesBeyondResult(String title) {
    return bytes.getOrDefault(title, Double.NaN) - cell.resultBytes();
  }

  private double[] samples(String title) {
    return samples.getOrDefault(title, List.of()).stream().mapToDouble(nanos -> nanos).toArray();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
