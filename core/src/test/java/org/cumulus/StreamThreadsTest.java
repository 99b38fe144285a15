package org.cumulus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A stream that several threads feed at once says so; no chunk is lost in silence. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class StreamThreadsTest {
  /** Whatever another thread asks for while a chunk is scanned, it is told. */
  @Test
  void everyCallIsRefusedWhileOneIsUnderWay() {
    List<Function<ScanStream, Object>> calls =
        List.of(
            stream -> stream.feed(new double[] {100}),
            stream -> stream.feed(new double[] {100}, NDArray.zeros(DType.FLOAT64, 1)),
            ScanStream::total,
            ScanStream::snapshot);
    for (Function<ScanStream, Object> call : calls) {
      Phaser within = new Phaser(2);
      Operator slow =
          Operator.ofDoubles(
                  (a, b) -> {
                    within.arriveAndAwaitAdvance();
                    within.arriveAndAwaitAdvance();
                    return a + b;
                  })
              .named("slow");
      ScanStream stream = Scan.of(slow).stream(DType.FLOAT64);
      try (ExecutorService other = Executors.newSingleThreadExecutor()) {
        Future<NDArray> under = other.submit(() -> stream.feed(new double[] {1, 2}));
        within.arriveAndAwaitAdvance();
        assertThrows(ConcurrentModificationException.class, () -> call.apply(stream));
        within.arriveAndAwaitAdvance();
        assertEquals("[1. 3.]", assertGiven(under).toString());
      }
      // Neither the refused call nor the other has left anything behind.
      assertEquals(2, stream.position());
      assertEquals(3.0, stream.total().get());
    }
  }

  @Test
  void functionMustNotFeedTheStreamThatCallsIt() {
    ScanStream[] streams = new ScanStream[1];
    Operator greedy =
        Operator.ofDoubles((a, b) -> a + b + streams[0].feed(new double[] {1}).getDouble(0));
    streams[0] = Scan.of(greedy).stream(DType.FLOAT64);
    assertThrows(ConcurrentModificationException.class, () -> streams[0].feed(new double[] {1, 2}));
    assertEquals(0, streams[0].position());
    assertEquals("[5.]", streams[0].feed(new double[] {5}).toString());
  }

  /** Every chunk is in the total, or its caller knows that it is not. */
  @Test
  void chunksOfManyThreadsAreCountedOrRefused() {
    int threads = 4;
    int chunks = 2000;
    ScanStream stream = Scan.of(Operator.ADD).stream(DType.INT64);
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<CompletableFuture<Integer>> fed = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        fed.add(
            CompletableFuture.supplyAsync(
                () -> {
                  int count = 0;
                  for (int chunk = 0; chunk < chunks; chunk++) {
                    try {
                      stream.feed(new long[] {1, 1, 1});
                      count++;
                    } catch (ConcurrentModificationException told) {
                      Thread.onSpinWait();
                    }
                  }
                  return count;
                },
                pool));
      }
      int total = fed.stream().mapToInt(CompletableFuture::join).sum();
      assertTrue(total > 0);
      assertEquals(3L * total, stream.position());
      assertEquals(3L * total, stream.total().get());
    }
  }

  private static NDArray assertGiven(Future<NDArray> future) {
    try {
      return future.get(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
