package org.cumulus.internal.operations;

/**
 * Whole octets of the order {@code BLOCKED}. Where {@code hi} and {@code c} of the first line stand
 * in the carry is said by {@code hi} and {@code c}; those of its neighbours follow.
 *
 * @param <A> the array type of the carrier
 */
public interface OctetLoop<A> {
  /**
   * Scans one octet of at most {@code count} lines that are neighbours.
   *
   * @return of how many: as many as fill whole vectors
   */
  int lanes(A x, int from, int step, A y, int to, int stepTo, int count, A carry, int hi, int c);

  /** Whether {@link #row} pays. */
  boolean hasRow();

  /** Scans octets of one line, whose elements are neighbours. */
  void row(A x, int from, A y, int to, int length, A carry, int hi, int c);
}
