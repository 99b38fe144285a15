package org.cumulus.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class CrewTest {
  private static final int PIECES = 1000;

  @Test
  void everyPieceIsDoneOnce() {
    for (int threads = 1; threads <= 8; threads++) {
      AtomicIntegerArray done = new AtomicIntegerArray(PIECES);
      try (ForkJoinPool pool = new ForkJoinPool(threads)) {
        int count = threads;
        pool.submit(() -> Crew.run(count, PIECES, () -> piece -> done.incrementAndGet((int) piece)))
            .join();
      }
      for (int piece = 0; piece < PIECES; piece++) {
        assertEquals(1, done.get(piece), threads + " threads, piece " + piece);
      }
    }
  }

  /** Four threads wait for each other, so all of them must be at work at once. */
  @Test
  void threadsWorkAtOnce() {
    CountDownLatch all = new CountDownLatch(4);
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    try (ForkJoinPool pool = new ForkJoinPool(4)) {
      pool.submit(
              () ->
                  Crew.run(
                      4,
                      4,
                      () ->
                          piece -> {
                            threads.add(Thread.currentThread());
                            all.countDown();
                            await(all);
                          }))
          .join();
    }
    assertEquals(4, threads.size());
  }

  @Test
  void oneThreadIsTheCallersAlone() {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    Crew.run(1, PIECES, () -> piece -> threads.add(Thread.currentThread()));
    assertEquals(Set.of(Thread.currentThread()), threads);
  }

  @Test
  void failureIsThrownWhenNobodyIsAtWorkAnyMore() {
    AtomicInteger atWork = new AtomicInteger();
    AtomicInteger begun = new AtomicInteger();
    CountDownLatch failed = new CountDownLatch(1);
    IllegalStateException failure = new IllegalStateException("piece 3");
    try (ForkJoinPool pool = new ForkJoinPool(4)) {
      pool.submit(
              () -> {
                Throwable thrown =
                    assertThrows(
                        IllegalStateException.class,
                        () ->
                            Crew.run(
                                4,
                                PIECES,
                                () ->
                                    piece -> {
                                      begun.incrementAndGet();
                                      atWork.incrementAndGet();
                                      if (piece == 3) {
                                        atWork.decrementAndGet();
                                        failed.countDown();
                                        throw failure;
                                      }
                                      await(failed);
                                      pause();
                                      atWork.decrementAndGet();
                                    }));
                assertSame(failure, thrown);
                assertEquals(0, atWork.get(), "threads at work after the failure was thrown");
              })
          .join();
    }
    assertTrue(begun.get() < PIECES, "pieces claimed after a failure");
  }

  @Test
  void errorsAreThrownToo() {
    StackOverflowError error = new StackOverflowError("deliberate");
    Throwable thrown =
        assertThrows(
            StackOverflowError.class,
            () ->
                Crew.run(
                    2,
                    PIECES,
                    () ->
                        piece -> {
                          throw error;
                        }));
    assertSame(error, thrown);
  }

  @Test
  void workerThatCannotBeMadeFailsTheJob() {
    assertThrows(
        OutOfMemoryError.class,
        () ->
            Crew.run(
                2,
                PIECES,
                () -> {
                  throw new OutOfMemoryError("deliberate");
                }));
  }

  /** The pool's only worker is the caller, so no helper ever comes. */
  @Test
  void poolOfOneWorker() {
    AtomicInteger done = new AtomicInteger();
    try (ForkJoinPool pool = new ForkJoinPool(1)) {
      pool.submit(() -> Crew.run(8, PIECES, () -> piece -> done.incrementAndGet())).join();
      // The helpers that never came in must not do anything now.
      assertTrue(pool.awaitQuiescence(30, TimeUnit.SECONDS));
    }
    assertEquals(PIECES, done.get());
  }

  /** Each piece of a job is a job of its own: nobody may wait for a thread that waits. */
  @Test
  void jobsWithinPieces() {
    AtomicInteger done = new AtomicInteger();
    try (ForkJoinPool pool = new ForkJoinPool(2)) {
      pool.submit(
              () ->
                  Crew.run(
                      4, 20, () -> piece -> Crew.run(4, 20, () -> inner -> done.incrementAndGet())))
          .join();
    }
    assertEquals(400, done.get());
  }

  /** The first of the caller's pieces lasts until a helper is in, if one comes at all. */
  @Test
  void helpersThatAreSentAwayFinishTheirPieceAndLeaveTheRest() {
    CountDownLatch helperIn = new CountDownLatch(1);
    AtomicInteger byHelpers = new AtomicInteger();
    AtomicIntegerArray done = new AtomicIntegerArray(PIECES);
    Thread caller = Thread.currentThread();
    Crew.run(
        2,
        PIECES,
        crew ->
            piece -> {
              if (Thread.currentThread() == caller) {
                awaitAWhile(helperIn);
              } else {
                byHelpers.incrementAndGet();
                crew.sendHelpersAway();
                helperIn.countDown();
              }
              done.incrementAndGet((int) piece);
            });
    assertTrue(byHelpers.get() <= 1, "pieces by the helper: " + byHelpers);
    for (int piece = 0; piece < PIECES; piece++) {
      assertEquals(1, done.get(piece), "piece " + piece);
    }
  }

  @Test
  void callerIsAloneUntilAHelperComesAndAfterItHasLeft() {
    CountDownLatch helperIn = new CountDownLatch(1);
    CountDownLatch seen = new CountDownLatch(1);
    Thread caller = Thread.currentThread();
    Crew.run(
        2,
        2,
        crew ->
            piece -> {
              if (Thread.currentThread() != caller) {
                assertFalse(crew.isAlone(), "a helper");
                helperIn.countDown();
                await(seen);
              } else {
                awaitAWhile(helperIn);
                assertEquals(helperIn.getCount() != 0, crew.isAlone(), "the caller");
                seen.countDown();
              }
            });
    try (ForkJoinPool pool = new ForkJoinPool(1)) {
      pool.submit(() -> Crew.run(2, 10, crew -> piece -> assertTrue(crew.isAlone()))).join();
    }
  }

  @Test
  void interruptedCallerFinishesAndKeepsTheFlag() {
    AtomicInteger done = new AtomicInteger();
    Thread.currentThread().interrupt();
    Crew.run(
        4,
        50,
        () ->
            piece -> {
              spin(Duration.ofMillis(1));
              done.incrementAndGet();
            });
    assertTrue(Thread.interrupted(), "the flag");
    assertEquals(50, done.get());
  }

  @Test
  void callerInterruptedWhileWaitingKeepsTheFlag() {
    CountDownLatch helperIn = new CountDownLatch(1);
    AtomicInteger done = new AtomicInteger();
    Thread caller = Thread.currentThread();
    Crew.run(
        2,
        2,
        () ->
            piece -> {
              if (Thread.currentThread() == caller) {
                // If no helper comes both pieces are the caller's, and nothing is waited for.
                awaitAWhile(helperIn);
              } else {
                helperIn.countDown();
                spin(Duration.ofMillis(20));
                caller.interrupt();
                spin(Duration.ofMillis(20));
              }
              done.incrementAndGet();
            });
    assertEquals(2, done.get());
    boolean wasInterrupted = Thread.interrupted();
    assertEquals(helperIn.getCount() == 0, wasInterrupted);
    assertFalse(Thread.currentThread().isInterrupted());
  }

  private static void awaitAWhile(CountDownLatch latch) {
    try {
      boolean _ = latch.await(1, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(30, TimeUnit.SECONDS));
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private static void pause() {
    spin(Duration.ofMillis(5));
  }

  private static void spin(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() - end < 0) {
      Thread.onSpinWait();
    }
  }
}
