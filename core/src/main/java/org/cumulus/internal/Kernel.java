package org.cumulus.internal;

/**
 * The scan itself, over dense tiles of one carrier type: pure loops that know nothing of dtypes,
 * views or threads, and check nothing.
 *
 * <p>A line may be cut into stretches and scanned one after the other: {@code carry} holds a value
 * for each line, at first the {@linkplain #start start value}, and is left holding each line's last
 * result. Input and output may be the same tile.
 *
 * <p>Every line is added strictly from left to right, whatever the shape of the tile, so the two
 * loops give the same bits.
 *
 * @param <A> the array type of the carrier
 */
interface Kernel<A> {
  /** The carrier of the values. */
  Carrier carrier();

  /** Makes the first {@code count} carries those of lines of which nothing has been scanned yet. */
  void start(A carry, int count);

  /** Scans each row of the tile: {@code out[i][k] = out[i][k-1] + in[i][k]}. */
  void rows(Tile<A> in, Tile<A> out, int lines, int length, A carry);

  /** Scans each column of the tile, whole rows at a time: row k becomes row k-1 plus row k. */
  void sweep(Tile<A> in, Tile<A> out, int length, int lines, A carry);
}
