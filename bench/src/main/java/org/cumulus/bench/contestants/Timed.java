package org.cumulus.bench.contestants;

/** A contestant that is ready for a cell. */
public interface Timed {
  /**
   * Calls it again and again for about as long as asked, at least once.
   *
   * @return nanoseconds a call
   */
  double sample(double seconds);

  /**
   * The bytes that a call of the last sample allocated on the Java heap, on the caller's thread.
   */
  default double bytesPerCall() {
    return Double.NaN;
  }
}
