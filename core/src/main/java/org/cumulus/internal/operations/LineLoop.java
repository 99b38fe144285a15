package org.cumulus.internal.operations;

/**
 * Scans long lines faster than one result can wait for the one before, with the same bits.
 *
 * <p>Results are guessed, many at a time, and accepted by the definition: where {@code y[k - 1]} is
 * right, and {@code y[k]} is what it and {@code x[k]} add up to, {@code y[k]} is right, too. So by
 * induction all results are up to the first that does not fit, whatever the guess: how good it is
 * decides only how long it takes, which {@link Credit} bounds.
 *
 * @param <A> the array type of the carrier
 */
public interface LineLoop<A> {
  /** How long lines must be to be worth it. */
  int shortest();

  /**
   * Scans a stretch of a line, whose elements are neighbours. The arrays may be one, if each
   * element is at the place of its result.
   *
   * @param carry has the last result before {@code at} that index, and then that of the stretch
   */
  void scan(A x, int from, A y, int to, int length, A carry, int at);
}
