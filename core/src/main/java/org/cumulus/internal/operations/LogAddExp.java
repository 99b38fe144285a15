package org.cumulus.internal.operations;

/** What {@code logaddexp} adds to the larger of two numbers. */
final class LogAddExp {
  private LogAddExp() {}

  /** {@code log(1 + exp(difference))}. */
  static double ofDifference(double difference) {
    return StrictMath.log1p(StrictMath.exp(difference));
  }

  /** The same, rounded to float once. */
  static float ofDifference(float difference) {
    return (float) ofDifference((double) difference);
  }
}
