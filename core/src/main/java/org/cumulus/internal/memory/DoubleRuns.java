package org.cumulus.internal.memory;

/** Runs of doubles in Java arrays; the build makes those of all other elements of these. */
final class DoubleRuns {
  private DoubleRuns() {}

  static void gather(double[] source, int from, int step, double[] target, int to, int count) {
    for (int i = 0; i < count; i++) {
      target[to + i] = source[from + i * step];
    }
  }

  static void scatter(double[] source, int from, double[] target, int to, int step, int count) {
    for (int i = 0; i < count; i++) {
      target[to + i * step] = source[from + i];
    }
  }

  static void permute(
      double[] source, int from, int step, double[] target, int to, int stepTo, int[] order) {
    for (int i = 0; i < order.length; i++) {
      target[to + i * stepTo] = source[from + order[i] * step];
    }
  }
}
