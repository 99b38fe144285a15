package org.cumulus.peers;

import org.cumulus.DType;
import org.cumulus.bench.cells.Workload;

/** Checks that a peer does the work it is timed for. */
final class Agreement {
  /** The rounding of a long line in float32, where a peer may well be the more exact one. */
  private static final double TOLERANCE = 0.1;

  private Agreement() {}

  /** Fails unless a peer's sums, in C order, are Cumulus' sums but for rounding. */
  static void check(Workload workload, double[] sums) {
    Object exact = workload.scan().apply(workload.input()).astype(DType.FLOAT64).toFlatArray();
    double[] expected = (double[]) exact;
    for (int index = 0; index < expected.length; index++) {
      double difference = Math.abs(sums[index] - expected[index]);
      if (!(difference <= TOLERANCE * (1 + Math.abs(expected[index])))) {
        throw new AssertionError(
            "%s at %d: %s instead of %s"
                .formatted(workload.cell().id(), index, sums[index], expected[index]));
      }
    }
  }
}
