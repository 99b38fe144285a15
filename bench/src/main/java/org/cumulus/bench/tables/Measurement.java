package org.cumulus.bench.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cumulus.bench.cells.Cell;

/** The samples of a cell: nanoseconds a call, of every contestant in every round. */
public final class Measurement {
  private final Cell cell;
  private final Map<String, List<Double>> samples = new LinkedHashMap<>();
  private final Map<String, Double> bytes = new HashMap<>();
  private final Set<String> approximate = new HashSet<>();

  /** Without samples as yet. */
  public Measurement(Cell cell) {
    this.cell = cell;
  }

  /** What was measured. */
  public Cell cell() {
    return cell;
  }

  /** Takes down a sample of a contestant. */
  public void add(String title, double nanos) {
    samples.computeIfAbsent(title, _ -> new ArrayList<>()).add(nanos);
  }

  void setBytes(String title, double beyondResult) {
    bytes.put(title, beyondResult);
  }

  /** Takes down that a contestant's results are not NumPy's to the bit. */
  public void setApproximate(String title) {
    approximate.add(title);
  }

  /** Whether a contestant's results are NumPy's but for rounding. */
  public boolean isApproximate(String title) {
    return approximate.contains(title);
  }

  /** Who took part. */
  public Set<String> titles() {
    return samples.keySet();
  }

  /** Whether a contestant took part. */
  public boolean has(String title) {
    return samples.containsKey(title);
  }

  /** Median nanoseconds a call; NaN for who did not take part. */
  public double nanos(String title) {
    return has(title) ? median(samples(title)) : Double.NaN;
  }

  /** Median nanoseconds an element. */
  public double nanosPerElement(String title) {
    return nanos(title) / cell.size();
  }

  /**
   * How many times longer one contestant takes than another: the median over the rounds, each of
   * which ran both, one soon after the other. NaN if either did not take part.
   */
  public double ratio(String slow, String fast) {
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
    return bytes.getOrDefault(title, Double.NaN);
  }

  /** Nanoseconds a call, round by round. */
  public double[] samples(String title) {
    return samples.getOrDefault(title, List.of()).stream().mapToDouble(nanos -> nanos).toArray();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
