package org.cumulus.internal;

/**
 * A kernel whose arithmetic is associative to the bit, so that a line may be cut into pieces that
 * are folded first, all at once, and scanned when the carry of those before is known.
 *
 * @param <A> the array type of the carrier
 */
interface FoldingKernel<A> extends Kernel<A> {
  /** Folds each line of a tile onto its carry. */
  void fold(Tile<A> in, int groups, int length, int lanes, A carry);

  /**
   * Swaps in the carry of what comes before: {@code fold} becomes {@code carry}, and {@code carry}
   * what it was with {@code fold} after it.
   */
  void advance(A carry, A fold, int lines);
}
