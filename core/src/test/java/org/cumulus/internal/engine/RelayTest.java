package org.cumulus.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.Operator;
import org.cumulus.Order;
import org.cumulus.Scan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Single lines that several threads share. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class RelayTest {
  private static final Scan SUM = Scan.of(Operator.ADD);

  @Test
  void integerLineByAnyNumberOfThreads() {
    for (int size : new int[] {1_048_575, 1_048_576, 1_048_577, 1_081_343, 1_081_345, 1_500_003}) {
      NDArray line = integers(size);
      Object single = SUM.parallelism(1).apply(line).toFlatArray();
      for (int threads : new int[] {2, 3, 4, 7}) {
        try (ForkJoinPool pool = new ForkJoinPool(threads)) {
          Object shared =
              pool.submit(() -> SUM.parallelism(threads).apply(line).toFlatArray()).join();
          assertTrue(Arrays.equals((long[]) single, (long[]) shared), size + " by " + threads);
        }
      }
    }
  }

  @Test
  void inPoolOfOneWorker() {
    NDArray line = integers(1_100_000);
    long[] expected = (long[]) SUM.parallelism(1).apply(line).toFlatArray();
    try (ForkJoinPool pool = new ForkJoinPool(1)) {
      long[] sums = (long[]) pool.submit(() -> SUM.parallelism(8).apply(line).toFlatArray()).join();
      assertTrue(Arrays.equals(expected, sums));
    }
  }

  /**
   * No helper ever comes, so each piece is scanned in one go: folded or loaded it would be by two.
   */
  @Test
  void piecesScannedInOneGoHaveTheSameBits() {
    NDArray floats = numbers(1_200_003).astype(DType.FLOAT32);
    NDArray rows = numbers(64 * 20_000).reshape(64, 20_000);
    for (Order order : List.of(Order.NUMPY, Order.BLOCKED)) {
      Scan scan = SUM.order(order).axis(0);
      for (NDArray array : List.of(numbers(1_200_003), floats, rows, rows.transpose())) {
        NDArray expected = scan.parallelism(1).apply(array);
        try (ForkJoinPool pool = new ForkJoinPool(1)) {
          NDArray sums = pool.submit(() -> scan.parallelism(2).apply(array)).join();
          assertTrue(
              Arrays.deepEquals(
                  new Object[] {expected.toFlatArray()}, new Object[] {sums.toFlatArray()}),
              order + " " + array.dtype() + Arrays.toString(array.shape()));
        }
      }
    }
  }

  /** Long yields in a row say that threads share a processor; short or rare ones do not. */
  @Test
  void longYieldsAreTakenForACrowd() {
    assertTrue(isCrowded(10, 1_000_000, 1), "long and often");
    assertFalse(isCrowded(10, 0, 1), "short");
    assertFalse(isCrowded(3, 1_000_000, 1), "a few");
    assertFalse(isCrowded(10, 1_000_000, 20), "rare");
  }

  /** Takes the carry some times, each after a yield that is so long and so many pieces later. */
  private static boolean isCrowded(int times, int nanos, int pieces) {
    Relay<long[]>[] relay = newRelay();
    long[] next = new long[1];
    relay[0] =
        new Relay<>(
            new long[1],
            () -> {
              for (long end = System.nanoTime() + nanos; System.nanoTime() < end; ) {
                Thread.onSpinWait();
              }
              relay[0].handOn(next[0] - 1);
            });
    for (int time = 0; time < times; time++) {
      next[0] += pieces;
      var _ = relay[0].take(next[0]);
    }
    return relay[0].isCrowded();
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no arrays of generic types.
  private static Relay<long[]>[] newRelay() {
    return new Relay[1];
  }

  private static NDArray numbers(int size) {
    Random random = new Random(3);
    return NDArray.wrap(random.doubles(size, -1, 1).toArray());
  }

  /** Many scans at once, each within a task of the pool whose threads they share. */
  @Test
  void fromTasksOfOnePool() {
    NDArray line = integers(1_100_000);
    long[] expected = (long[]) SUM.parallelism(1).apply(line).toFlatArray();
    AtomicInteger right = new AtomicInteger();
    try (ForkJoinPool pool = new ForkJoinPool(3)) {
      for (int task = 0; task < 20; task++) {
        pool.execute(
            () -> {
              long[] sums = (long[]) SUM.parallelism(4).apply(line).toFlatArray();
              if (Arrays.equals(expected, sums)) {
                right.incrementAndGet();
              }
            });
      }
    }
    assertEquals(20, right.get());
  }

  @Test
  void interruptedCallerGetsTheResultAndKeepsTheFlag() {
    NDArray line = integers(1_100_000);
    long[] expected = (long[]) SUM.parallelism(1).apply(line).toFlatArray();
    Thread.currentThread().interrupt();
    long[] sums = (long[]) SUM.parallelism(4).apply(line).toFlatArray();
    assertTrue(Thread.interrupted(), "the flag");
    assertTrue(Arrays.equals(expected, sums));
  }

  /** A pool whose only thread starts when it is given something to do. */
  @Test
  void oneThreadTouchesNoOther() {
    for (Order order : Order.values()) {
      AtomicReference<@Nullable Thread> caller = new AtomicReference<>();
      try (ForkJoinPool pool = new ForkJoinPool(4)) {
        pool.submit(
                () -> {
                  caller.set(Thread.currentThread());
                  var _ =
                      SUM.order(order)
                          .parallelism(1)
                          .apply(NDArray.zeros(DType.FLOAT64, 1_100_000));
                  assertEquals(0, pool.getQueuedTaskCount());
                  assertEquals(1, pool.getPoolSize(), "threads of the pool");
                })
            .join();
        assertEquals(1, pool.getPoolSize(), "threads of the pool");
      }
    }
  }

  /** Pieces wait for the one before; when that fails they must not wait for ever. */
  @Test
  void failureSendsAwayWhoWaits() {
    for (int threads = 1; threads <= 8; threads++) {
      Line line = new Line(threads);
      try (ForkJoinPool pool = new ForkJoinPool(threads)) {
        Throwable thrown = pool.submit(line::scan).join();
        assertSame(line.failure, thrown);
      }
      assertEquals(0, line.atWork.get(), "threads at work after the failure was thrown");
      assertTrue(line.total[0] <= Line.FAILING, "pieces handed on: " + line.total[0]);
    }
  }

  /** A line of ones, a piece each, one of which fails when the next one waits for it. */
  private static final class Line {
    static final int FAILING = 5;

    final int threads;
    final IllegalStateException failure = new IllegalStateException("piece " + FAILING);
    final long[] total = new long[1];
    final AtomicInteger atWork = new AtomicInteger();
    private final CountDownLatch waiting;
    private final Relay<long[]> relay = new Relay<>(total);

    Line(int threads) {
      this.threads = threads;
      waiting = new CountDownLatch(threads == 1 ? 0 : 1);
    }

    Throwable scan() {
      return assertThrows(
          IllegalStateException.class, () -> Crew.run(threads, 100, () -> piece -> piece(piece)));
    }

    private void piece(long piece) {
      atWork.incrementAndGet();
      try {
        if (piece == FAILING) {
          waiting.await();
          throw failure;
        } else if (piece > FAILING) {
          waiting.countDown();
        }
        long[] carry = relay.take(piece);
        assertEquals(piece, carry[0], "what comes before");
        carry[0]++;
        relay.handOn(piece);
      } catch (RuntimeException | Error thrown) {
        relay.abandon(thrown);
        if (piece == FAILING) {
          // Whoever waited is now seen to fail first, and must do so for the same reason.
          LockSupport.parkNanos(20_000_000);
        }
        throw thrown;
      } catch (InterruptedException interrupted) {
        throw new AssertionError(interrupted);
      } finally {
        atWork.decrementAndGet();
      }
    }
  }

  private static NDArray integers(int size) {
    long[] line = new long[size];
    Arrays.setAll(line, i -> i * 0x9e3779b97f4a7c15L);
    return NDArray.of(line);
  }
}
