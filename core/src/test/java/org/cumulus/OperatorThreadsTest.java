package org.cumulus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Functions of the caller's that wait, or throw what they do not declare, on every way on which
 * threads share a scan. What is wrong here ends in a deadlock, and so in the time limit.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class OperatorThreadsTest {
  private static final int ROWS = 1300;
  private static final int COLUMNS = 1000;
  private static final int SIZE = ROWS * COLUMNS;

  /** One call in so many does something special. */
  private static final int RARE = 5000;

  /** The ways on which threads share the work. */
  enum Sharing {
    /** The carry goes from thread to thread, for each fold of a block. */
    FOLDS,
    /** For each piece of a line that is cast. */
    TURNS,
    /** Each thread has lines of its own. */
    LINES,
    /** Each thread has segments of its own. */
    SEGMENTS,
    /** Chunks of a stream, each of which is shared. */
    STREAM;

    double[] scan(DoubleBinaryOperator function) {
      float[] ones = new float[SIZE];
      Arrays.fill(ones, 1);
      Scan scan =
          Scan.of(Operator.ofDoubles(function).associative()).dtype(DType.FLOAT64).parallelism(4);
      NDArray result =
          switch (this) {
            case FOLDS -> scan.order(Order.BLOCKED).apply(ones);
            case TURNS -> scan.apply(ones);
            case LINES -> scan.axis(1).apply(NDArray.wrap(ones).reshape(ROWS, COLUMNS));
            case SEGMENTS -> scan.axis(0).segmentsByLengths(lengths()).apply(ones);
            case STREAM -> scan.order(Order.BLOCKED).stream(DType.FLOAT32).feed(ones);
          };
      return (double[]) result.ravel().toFlatArray();
    }

    private static long[] lengths() {
      long[] lengths = new long[ROWS];
      Arrays.fill(lengths, COLUMNS);
      return lengths;
    }

    boolean isOneLine() {
      return this == FOLDS || this == TURNS || this == STREAM;
    }

    void check(double[] sums) {
      for (int i = 0; i < SIZE; i++) {
        assertEquals(1 + (isOneLine() ? i : i % COLUMNS), sums[i], this + " at " + i);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void waitsForAFutureOfTheCommonPool(Sharing sharing) {
    sharing.check(sharing.scan(adding(() -> CompletableFuture.runAsync(() -> {}).join())));
  }

  @ParameterizedTest
  @EnumSource
  void waitsForAnyTaskOfTheCommonPool(Sharing sharing) {
    sharing.check(
        sharing.scan(
            adding(
                () -> {
                  CountDownLatch done = new CountDownLatch(1);
                  ForkJoinPool.commonPool().execute(done::countDown);
                  await(done);
                })));
  }

  /** The pool of the scan is another one, and its workers scan at once. */
  @ParameterizedTest
  @EnumSource
  void waitsForAFutureOfThePoolThatItRunsIn(Sharing sharing) {
    try (ForkJoinPool pool = new ForkJoinPool(2)) {
      DoubleBinaryOperator function = adding(() -> pool.submit(() -> {}).join());
      Stream.generate(() -> pool.submit(() -> sharing.scan(function))).limit(3).toList().stream()
          .map(ForkJoinTask::join)
          .forEach(sharing::check);
    }
  }

  @Test
  void scansWithinScans() {
    DoubleBinaryOperator inner =
        adding(() -> assertEquals(1000, IntStream.range(0, 1000).parallel().map(i -> 1).sum()));
    AtomicInteger calls = new AtomicInteger();
    DoubleBinaryOperator outer =
        (a, b) -> {
          if (calls.incrementAndGet() % (SIZE / 3) == 0) {
            Sharing.TURNS.check(Sharing.TURNS.scan(inner));
          }
          return a + b;
        };
    Sharing.FOLDS.check(Sharing.FOLDS.scan(outer));
  }

  /** By the caller or by a helper: the call ends with it, and nothing is called afterwards. */
  @ParameterizedTest
  @EnumSource
  void throwsWhatItDoesNotDeclare(Sharing sharing) {
    Throwable[] failures = {
      new Exception("checked"),
      new InterruptedException("checked"),
      new Throwable("neither"),
      new IllegalStateException("unchecked"),
      new AssertionError("error")
    };
    for (boolean byCaller : new boolean[] {true, false}) {
      for (Throwable failure : failures) {
        AtomicInteger atWork = new AtomicInteger();
        AtomicInteger calls = new AtomicInteger();
        Thread caller = Thread.currentThread();
        DoubleBinaryOperator function =
            (a, b) -> {
              atWork.incrementAndGet();
              try {
                int call = calls.incrementAndGet();
                boolean isLate = call > SIZE - 2000; // No helper may have come.
                if (call > 100_000 && (byCaller == (Thread.currentThread() == caller) || isLate)) {
                  throw OperatorThreadsTest.<RuntimeException>undeclared(failure);
                }
                return a + b;
              } finally {
                atWork.decrementAndGet();
              }
            };
        Throwable thrown = assertThrows(Throwable.class, () -> sharing.scan(function));
        assertSame(failure, thrown);
        int after = calls.get();
        assertEquals(0, atWork.get(), "calls under way after the scan has ended");
        pause();
        assertEquals(after, calls.get(), "calls after the scan has ended");
      }
    }
  }

  @Test
  void objectsAndGatherersThrowWhatIsNotDeclared() {
    Exception failure = new Exception("checked");
    BinaryOperator<Object> throwing =
        (a, b) -> {
          throw OperatorThreadsTest.<RuntimeException>undeclared(failure);
        };
    Operator objects = Operator.ofObjects(throwing);
    Operator doubles = Operator.ofDoubles((a, b) -> (double) throwing.apply(a, b));
    assertSame(failure, assertThrows(Exception.class, () -> Scan.of(objects).apply(new int[2])));
    for (Stream<Double> numbers : List.of(Stream.of(1.0, 2.0), Stream.of(1.0, 2.0).parallel())) {
      Exception thrown =
          assertThrows(
              Exception.class,
              () -> numbers.gather(ScanGatherers.ofDoubles(Scan.of(doubles))).toList());
      // What another thread of a parallel stream throws comes as the cause of a copy.
      assertSame(failure, thrown.getCause() == null ? thrown : thrown.getCause());
    }
    ScanStream stream = Scan.of(doubles).stream(DType.FLOAT64);
    assertEquals("[1.]", stream.feed(new double[] {1}).toString());
    assertSame(failure, assertThrows(Exception.class, () -> stream.feed(new double[] {2})));
    assertEquals(1, stream.position());
    assertEquals(1.0, stream.total().get());
  }

  private static DoubleBinaryOperator adding(Runnable sometimes) {
    AtomicInteger calls = new AtomicInteger();
    return (a, b) -> {
      if (calls.incrementAndGet() % RARE == 0) {
        sometimes.run();
      }
      return a + b;
    };
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // As Kotlin throws, and Scala.
  private static <T extends Throwable> T undeclared(Throwable failure) throws T {
    throw (T) failure;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(2);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
