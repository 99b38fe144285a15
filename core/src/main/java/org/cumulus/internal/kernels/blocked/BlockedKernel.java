package org.cumulus.internal.kernels.blocked;

import org.cumulus.internal.kernels.FoldingKernel;
import org.cumulus.internal.memory.Tile;

/**
 * What scans in the order {@code BLOCKED} have in common, with a compensated sum or without: octets
 * of {@value #OCTET} elements make a block of {@value #BLOCK}, and blocks are folded on their own.
 *
 * @param <A> the array type of the carrier
 */
abstract class BlockedKernel<A> implements FoldingKernel<A, A> {
  static final int OCTET = 8;
  static final int BLOCK = 1024;

  @Override
  public final int block() {
    return BLOCK;
  }

  @Override
  public final int grain() {
    return OCTET;
  }

  @Override
  public final int foldSize(int lines, int length) {
    return lines * (length / BLOCK);
  }

  @Override
  public final void begin(Tile<A> in, Tile<A> out, int groups, int length, int lanes, A fold) {
    int lines = groups * lanes;
    for (int group = 0; group < groups; group++) {
      for (int block = 0; block < length / BLOCK; block++) {
        int from = in.start() + group * in.groupPitch() + block * BLOCK * in.stepPitch();
        for (int lane = 0; lane < lanes; lane++) {
          int at = block * lines + group * lanes + lane;
          foldBlock(in.array(), from + lane, in.stepPitch(), fold, at);
        }
      }
    }
  }

  /** Folds a block into the fold's element {@code at}. */
  abstract void foldBlock(A x, int from, int step, A fold, int at);
}
