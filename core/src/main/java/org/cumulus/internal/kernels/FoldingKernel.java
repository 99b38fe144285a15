package org.cumulus.internal.kernels;

import org.cumulus.internal.memory.Tile;

/**
 * A kernel whose lines may be cut into pieces that are begun all at once, and finished when the
 * carry of those before is known, with the same bits as ever.
 *
 * @param <I> the array type of the input
 * @param <A> the array type of the carrier
 */
public interface FoldingKernel<I, A> extends Kernel<I, A> {
  /**
   * A piece must be a multiple of this long, unless it is the last of its line; 0 if the arithmetic
   * does not allow lines to be cut after all.
   */
  default int block() {
    return 1;
  }

  /**
   * How many elements make a piece if they need not be loaded: so many that they are still in the
   * cache when they are finished. Begun, they are read and written.
   */
  default int piece() {
    return 1 << 15;
  }

  /** How many values the fold of some lines of a piece has. */
  default int foldSize(int lines, int length) {
    return lines;
  }

  /**
   * Folds each line of a tile. What follows the last whole block may be left out. The output may be
   * used for what is to be {@linkplain #finish finished}.
   */
  void begin(Tile<I> in, Tile<A> out, int groups, int length, int lanes, A fold);

  /**
   * Goes past a piece: the carry becomes {@code total}, the carry of all pieces before, and {@code
   * total} what it was with {@code fold} after it.
   */
  void advance(A total, A fold, int length, A carry, int lines);

  /**
   * Scans a tile that has been begun, from the carry of all pieces before. If the tile is more than
   * whole blocks, the carry becomes that after it.
   */
  default void finish(Tile<I> in, Tile<A> out, int groups, int length, int lanes, A carry) {
    scan(in, out, groups, length, lanes, carry);
  }
}
