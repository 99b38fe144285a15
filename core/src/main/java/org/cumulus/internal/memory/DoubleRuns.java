package org.cumulus.internal.memory;

/** Runs of doubles in Java arrays; the build makes those of all other elements of these. */
final class DoubleRuns {
  private DoubleRuns() {}

  static void gather(double[] source, int from, int pitch, double[] target, int to, int count) {
    for (int i = 0; i < count; i++) {
      target[to + i] = source[from + i * pitch];
    }
  }

  static void scatter(double[] source, int from, double[] target, int to, int pitch, int count) {
    for (int i = 0; i < count; i++) {
      target[to + i * pitch] = source[from + i];
    }
  }

  static void permute(
      double[] source,
      int from,
      int pitch,
      double[] target,
      int to,
      int pitchTo,
      int[] permutation) {
    for (int i = 0; i < permutation.length; i++) {
      target[to + i * pitchTo] = source[from + permutation[i] * pitch];
    }
  }
}
