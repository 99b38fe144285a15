package org.cumulus.bench.contestants;

/** What is timed: one call of one contestant. */
@FunctionalInterface
public interface Call {
  /**
   * Calls it once.
   *
   * @return something that depends on all the work, so that none of it can be left out
   */
  Object run();
}
