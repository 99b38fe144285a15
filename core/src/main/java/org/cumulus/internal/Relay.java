package org.cumulus.internal;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Hands the carry of one long line from each piece of it to the next, when several threads scan it:
 * fold the piece, take the carry of all before, pass on the two together, scan the piece from the
 * carry. Only the taking and passing on is done by one thread after the other.
 *
 * @param <A> the array type of the carrier
 */
final class Relay<A> {
  /** Waiting is short as a rule: a hundred steps of a spin take some microseconds. */
  private static final int SPINS = 256;

  /** After that the thread whose turn it is may need this very processor. */
  private static final int YIELDS = 64;

  /** And if it has been put aside for long, waiting must cost nothing. */
  private static final int NAP_NANOS = 20_000;

  private final FoldingKernel<A> kernel;

  /** The carry of all pieces that have been passed on; owned by the thread whose turn it is. */
  private final A total;

  /** The piece whose turn it is. */
  private final AtomicLong turn = new AtomicLong();

  private volatile boolean isAbandoned;

  Relay(FoldingKernel<A> kernel, A total) {
    this.kernel = kernel;
    this.total = total;
  }

  /**
   * Waits until all pieces before one have been passed on, and passes that on too.
   *
   * @param fold the fold of the piece
   * @param length how many elements of each line the piece has
   * @param carry becomes the carry that the piece is to be scanned from
   * @param isFirst whether the piece is the first of its lines, so that no carry concerns it
   */
  @SuppressWarnings("ThreadPriorityCheck") // Whose turn it is may wait for this very processor.
  void pass(long piece, A fold, int length, A carry, int lines, boolean isFirst) {
    for (int spins = 0; turn.get() != piece; spins++) {
      if (isAbandoned) {
        throw new IllegalStateException("another piece of the line failed");
      }
      if (spins < SPINS) {
        Thread.onSpinWait();
      } else if (spins < SPINS + YIELDS) {
        Thread.yield();
      } else {
        LockSupport.parkNanos(this, NAP_NANOS);
      }
    }
    if (isFirst) {
      kernel.start(total, lines);
    }
    kernel.advance(total, fold, length, carry, lines);
    turn.set(piece + 1);
  }

  /** Sends those away who wait for a piece that will never come. */
  void abandon() {
    isAbandoned = true;
  }
}
