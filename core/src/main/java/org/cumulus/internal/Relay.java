package org.cumulus.internal;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Hands the carry of one long line from each piece of it to the next, when several threads scan it.
 * Only what a thread does between taking the carry and handing it on is done by one thread after
 * the other; that should be little.
 *
 * @param <A> the array type of the carrier
 */
final class Relay<A> {
  /**
   * Waiting is short as a rule, and whoever yields is late. But where the system has both threads
   * share one processor, spinning keeps the other from its turn.
   */
  private static final int SPINS = 1024;

  /** After that the thread whose turn it is may need this very processor. */
  private static final int YIELDS = 64;

  /** And if it has been put aside for long, waiting must cost nothing. */
  private static final int NAP_NANOS = 20_000;

  /** The carry of all pieces that are done with it; owned by the thread whose turn it is. */
  private final A carry;

  /** The piece whose turn it is. */
  private final AtomicLong turn = new AtomicLong();

  /** Why there will be no more pieces. */
  private volatile @Nullable Throwable failure;

  Relay(A carry) {
    this.carry = carry;
  }

  /**
   * Waits until all pieces before one have handed on the carry, and takes it: it is the caller's to
   * change until it {@linkplain #handOn hands it on}.
   */
  @SuppressWarnings("ThreadPriorityCheck") // Whose turn it is may wait for this very processor.
  A take(long piece) {
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
    return carry;
  }

  /** Leaves the carry, which is now that after a piece, to the next one. */
  void handOn(long piece) {
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
