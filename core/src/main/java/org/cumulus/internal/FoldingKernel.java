package org.cumulus.internal;

/**
 * A kernel whose lines may be cut into pieces that are folded first, all at once, and scanned when
 * the carry of those before is known, with the same bits as ever.
 *
 * @param <A> the array type of the carrier
 */
interface FoldingKernel<A> extends Kernel<A> {
  /** A piece must be a multiple of this long, unless it is the last of its line. */
  default int block() {
    return 1;
  }

  /** How many values the fold of some lines of a piece has. */
  default int foldSize(int lines, int length) {
    return lines;
  }

  /** Folds each line of a tile. What follows the last whole block may be left out. */
  void fold(Tile<A> in, int groups, int length, int lanes, A fold);

  /**
   * Goes past a piece: the carry becomes {@code total}, the carry of all pieces before, and {@code
   * total} what it was with {@code fold} after it.
   */
  void advance(A total, A fold, int length, A carry, int lines);
}
