package org.cumulus.internal.operations;

/**
 * One step of a sweep.
 *
 * @param <A> the array type of the carrier
 */
@FunctionalInterface
public interface RowLoop<A> {
  /**
   * {@code y[to + i] = before[at + i] ∘ x[from + i]}, for as many elements as fill whole vectors.
   *
   * @return how many that are
   */
  int combine(A before, int at, A x, int from, A y, int to, int count);
}
