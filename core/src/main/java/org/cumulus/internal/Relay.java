package org.cumulus.internal;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

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

  /** Why there will be no more pieces. */
  private volatile @Nullable Throwable failure;

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
      rethrowFailure();
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

  /**
   * Sends those away who wait for a piece that will never come. They leave with the same failure,
   * as nobody knows whose will be seen first.
   */
  void abandon(Throwable thrown) {
    failure = thrown;
  }

  private void rethrowFailure() {
    Throwable thrown = failure;
    if (thrown instanceof RuntimeException exception) {
      throw exception;
    } else if (thrown instanceof Error error) {
      throw error;
    }
  }
}
