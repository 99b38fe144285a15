package org.cumulus.internal.engine;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Hands the carry of one long line from each piece of it to the next, when several threads scan it.
 * Only what a thread does between taking the carry and handing it on is done by one thread after
 * the other; that should be little.
 *
 * <p>The system may run threads on one processor though others are free, and leave them there: one
 * that is woken often stays where it last ran, and those that wait for each other all the time look
 * as if moving them would cost them their caches. Then each only delays the others, and they are
 * {@linkplain #isCrowded crowded}.
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

  /** A thread that yields for longer has seen another one run on its processor. */
  private static final int YIELD_NANOS = 5_000;

  /** So many of such yields within so many pieces are no accident. */
  private static final int LONG_YIELDS = 4;

  private static final int PIECES_WATCHED = 16;

  /** And if it has been put aside for long, waiting must cost nothing. */
  private static final int NAP_NANOS = 20_000;

  /** The carry of all pieces that are done with it; owned by the thread whose turn it is. */
  private final A carry;

  /** The piece whose turn it is. */
  private final AtomicLong turn = new AtomicLong();

  /** Gives other threads the processor. */
  private final Runnable yield;

  /** How often a thread has yielded its processor for long since the piece {@link #watched}. */
  private int longYields;

  private long watched;
  private volatile boolean isCrowded;

  /** Why there will be no more pieces. */
  private volatile @Nullable Throwable failure;

  @SuppressWarnings("ThreadPriorityCheck") // Whose turn it is may wait for this very processor.
  Relay(A carry) {
    this(carry, Thread::yield);
  }

  Relay(A carry, Runnable yield) {
    this.carry = carry;
    this.yield = yield;
  }

  /**
   * Waits until all pieces before one have handed on the carry, and takes it: it is the caller's to
   * change until it {@linkplain #handOn hands it on}.
   */
  A take(long piece) {
    for (int spins = 0; turn.get() != piece; spins++) {
      rethrowFailure();
      if (spins < SPINS) {
        Thread.onSpinWait();
      } else if (spins < SPINS + YIELDS) {
        yieldProcessor();
      } else {
        LockSupport.parkNanos(this, NAP_NANOS);
      }
    }
    return carry;
  }

  private void yieldProcessor() {
    long before = System.nanoTime();
    yield.run();
    if (System.nanoTime() - before > YIELD_NANOS) {
      countLongYield();
    }
  }

  private synchronized void countLongYield() {
    if (turn.get() - watched > PIECES_WATCHED) {
      watched = turn.get();
      longYields = 0;
    }
    longYields++;
    isCrowded |= longYields >= LONG_YIELDS;
  }

  /** Whether the threads seem to share one processor, so that one alone would be faster. */
  boolean isCrowded() {
    return isCrowded;
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
    if (thrown != null) {
      throw Crew.rethrown(thrown);
    }
  }
}
