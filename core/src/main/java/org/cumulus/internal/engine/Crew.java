package org.cumulus.internal.engine;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinPool.ManagedBlocker;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Several threads that share the numbered pieces of one job. The caller is one of them; the others
 * come from its fork-join pool, or else from the common one, whenever that has a thread to spare.
 *
 * <p>Pieces are claimed in order from one counter. So when a piece is being worked on all before it
 * are done or being worked on too, and one may wait for the one before. That no helper ever comes
 * is fine: the caller then does all the pieces itself.
 *
 * <p>If a piece fails no more are claimed, and the failure is thrown when no thread is at work any
 * longer: whatever it is, as code of the caller's may throw exceptions that it does not declare.
 * Interruption is ignored and stays visible in the thread's flag.
 *
 * <p>Such code may also wait for another task of the very pool that the helpers come from. So where
 * it may be called every thread of the pool that takes part, and may have to wait for those that
 * wait, is {@linkplain ManagedBlocker managed}: the pool always has a thread left for other tasks.
 */
public final class Crew {
  /** As many threads as there are processors. */
  public static final int ALL_CORES = Runtime.getRuntime().availableProcessors();

  /** A helper may enter as long as this bit is not set; the others count who is inside. */
  private static final int CLOSED = 1 << 30;

  /** Elements that a thread takes on at once, so that taking them costs nothing. */
  private static final long ELEMENTS_AT_ONCE = 1 << 14;

  private final long pieces;
  private final Function<Crew, LongConsumer> workers;
  private final AtomicLong next = new AtomicLong();
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final Thread caller = Thread.currentThread();
  private volatile boolean isCallersAlone;

  private Crew(long pieces, Function<Crew, LongConsumer> workers) {
    this.pieces = pieces;
    this.workers = workers;
  }

  /**
   * Does all pieces of a job, and returns when they are done.
   *
   * @param threads how many threads may work, the caller's included
   * @param workers gives each thread its own worker, which takes the numbers of pieces
   */
  static void run(int threads, long pieces, Supplier<LongConsumer> workers) {
    run(threads, pieces, crew -> workers.get());
  }

  /**
   * Does all pieces of a job, and returns when they are done.
   *
   * @param threads how many threads may work, the caller's included
   * @param workers gives each thread its own worker, which takes the numbers of pieces and may ask
   *     who else is at work
   */
  static void run(int threads, long pieces, Function<Crew, LongConsumer> workers) {
    run(threads, pieces, false, workers);
  }

  /**
   * Does all pieces of a job, and returns when they are done.
   *
   * @param threads how many threads may work, the caller's included
   * @param mayWait whether workers may wait for other tasks of the pool
   * @param workers gives each thread its own worker, which takes the numbers of pieces and may ask
   *     who else is at work
   */
  static void run(int threads, long pieces, boolean mayWait, Function<Crew, LongConsumer> workers) {
    Crew crew = new Crew(pieces, workers);
    ForkJoinPool pool =
        ForkJoinTask.inForkJoinPool() ? ForkJoinTask.getPool() : ForkJoinPool.commonPool();
    for (int helper = 1; helper < Math.min(threads, pieces); helper++) {
      pool.execute(mayWait ? () -> crew.managed(crew::help) : crew::help);
    }
    if (mayWait) {
      crew.managed(crew::lead);
    } else {
      crew.lead();
    }
    Throwable failure = crew.failure.get();
    if (failure != null) {
      throw rethrown(failure);
    }
  }

  /** Throws a failure as it is, checked or not. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // The type is never seen.
  static <T extends Throwable> RuntimeException rethrown(Throwable failure) throws T {
    throw (T) failure;
  }

  /**
   * Does all pieces of a job, as many at a time as are worth taking on.
   *
   * @param elements of all pieces together
   */
  public static void share(
      int threads, long pieces, long elements, Supplier<LongConsumer> workers) {
    share(threads, pieces, elements, false, workers);
  }

  /**
   * Does all pieces of a job, as many at a time as are worth taking on.
   *
   * @param elements of all pieces together
   * @param mayWait whether workers may wait for other tasks of the pool
   */
  static void share(
      int threads, long pieces, long elements, boolean mayWait, Supplier<LongConsumer> workers) {
    long most = Math.max(1, pieces / threads);
    long atOnce = Math.clamp(ELEMENTS_AT_ONCE * pieces / elements, 1, most);
    run(
        threads,
        Math.ceilDiv(pieces, atOnce),
        mayWait,
        _ -> {
          LongConsumer worker = workers.get();
          return portion -> {
            long end = Math.min((portion + 1) * atOnce, pieces);
            for (long piece = portion * atOnce; piece < end; piece++) {
              worker.accept(piece);
            }
          };
        });
  }

  /** Whether no helper is at work: none has come yet, or all have left. One may come any time. */
  boolean isAlone() {
    return inside.get() == 0;
  }

  /** Has each helper leave after the piece it is working on; the rest is done by the caller. */
  void sendHelpersAway() {
    isCallersAlone = true;
  }

  /** Does work for which the pool replaces this thread, if it is one of its own. */
  private void managed(Runnable work) {
    Managed managed = new Managed(work);
    try {
      ForkJoinPool.managedBlock(managed);
    } catch (InterruptedException | RuntimeException | Error irreplaceable) {
      // The pool has no thread left to give, or is shut down. The work itself throws nothing.
      managed.block();
    }
  }

  /** Work that is done once. */
  private final class Managed implements ManagedBlocker {
    private final Runnable work;
    private boolean hasBegun;

    Managed(Runnable work) {
      this.work = work;
    }

    @Override
    public boolean block() {
      if (!hasBegun) {
        hasBegun = true;
        work.run();
      }
      return true;
    }

    /** A helper that comes too late needs nobody in its place. */
    @Override
    public boolean isReleasable() {
      return hasBegun || inside.get() >= CLOSED;
    }
  }

  /** What the caller does. */
  private void lead() {
    work();
    close();
  }

  private void help() {
    if (Thread.currentThread() == caller) {
      return; // Code of its own waits for tasks by doing them, while a piece of it is under way.
    }
    int before = inside.get();
    while (before < CLOSED && !inside.compareAndSet(before, before + 1)) {
      before = inside.get();
    }
    if (before >= CLOSED) {
      return;
    }
    work();
    if (inside.decrementAndGet() == CLOSED) {
      LockSupport.unpark(caller);
    }
  }

  private void work() {
    boolean isHelper = Thread.currentThread() != caller;
    if (isHelper && isCallersAlone) {
      return;
    }
    try {
      LongConsumer worker = workers.apply(this);
      // Nobody leaves with a piece claimed, which others would wait for.
      while (!(isHelper && isCallersAlone)) {
        long piece = next.getAndIncrement();
        if (piece >= pieces) {
          return;
        }
        worker.accept(piece);
      }
    } catch (Throwable thrown) { // Even what is not declared.
      failure.compareAndSet(null, thrown);
      next.set(pieces);
    }
  }

  /** Lets nobody in any more and waits until all have left. */
  private void close() {
    boolean interrupted = false;
    for (int left = inside.addAndGet(CLOSED); left != CLOSED; left = inside.get()) {
      LockSupport.park(this);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      caller.interrupt();
    }
  }
}
