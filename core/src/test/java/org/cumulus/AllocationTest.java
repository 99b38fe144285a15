package org.cumulus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.cumulus.npy.Npy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call takes beside its result: little for a small one, and nothing that grows. */
class AllocationTest {
  /** An {@code NDArray} with its view, memory and array of ten doubles, each with its header. */
  private static final int RESULT = 16 + 40 + 16 + 16 + 80;

  private static final int CALLS = 1000;

  /** Until the JIT compiles bulk copies to and from segments, each of them allocates. */
  private static final int MOST_ROUNDS = 200;

  private static final int SIZE = 3 << 19;

  /** Tiles and staging of a thread; the largest are those that threads take turns at. */
  private static final int SCRATCH_OF_LINE = 5 << 17;

  /**
   * Where lines go side by side, their carries as well; and large tiles, where a transposed array
   * is one line. A copy of the smallest input would be larger for any number of threads.
   */
  private static final int SCRATCH_OF_LINES = 9 << 18;

  private static final int THREADS = 2;

  @TempDir Path folder = Path.of("");

  /** Of every dtype that needs no cast but to a wider integer. */
  @ParameterizedTest
  @ValueSource(strings = {"f8", "i8", "u8", "i4", "u4", "i2", "u2", "i1", "u1", "?"})
  void tenElementsTakeThreeHundredBytes(String dtype) {
    NDArray ten = NDArray.zeros(DType.of(dtype), 10);
    // Of another width than the input, the result has an array of strides of its own.
    int result = ten.dtype().itemSize() == Double.BYTES ? RESULT : RESULT + 24;
    checkSmall(dtype, result, 300, () -> Cumulus.cumsum(ten));
    checkSmall(dtype + " along an axis", result, 300, () -> Cumulus.cumsum(ten, 0));
  }

  @Test
  void smallTablesTakeFiveHundredBytes() {
    NDArray table = NDArray.zeros(DType.FLOAT64, 2, 5);
    checkSmall("axis 0", RESULT, 500, () -> Cumulus.cumsum(table, 0));
    checkSmall("axis 1", RESULT, 500, () -> Cumulus.cumsum(table, 1));
  }

  private static void checkSmall(String name, int result, int most, Supplier<NDArray> call) {
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 5; round++) {
      long before = AllocatedBytes.now();
      for (int number = 0; number < CALLS; number++) {
        assertEquals(10, call.get().size());
      }
      least = Math.min(least, (AllocatedBytes.now() - before) / CALLS);
    }
    String message = "%s: %d bytes a call, %d of them the result".formatted(name, least, result);
    assertTrue(least <= result + most, message);
  }

  @Test
  void linesTakeNoCopy() throws IOException {
    for (String dtype : new String[] {"f8", "f4", "f2", "i8", "i4", "u1", "?", "c16", ">f8"}) {
      check(dtype, NDArray.zeros(DType.of(dtype), SIZE), null);
    }
    check("reversed", NDArray.zeros(DType.FLOAT64, SIZE).flip(), 0);
    check("strided", NDArray.zeros(DType.FLOAT64, 2 * SIZE).slice("::2"), 0);
    check("off the heap", offHeap(SIZE), 0);
    Path file = folder.resolve("line.npy");
    Npy.write(file, NDArray.zeros(DType.FLOAT64, SIZE));
    check("mapped", Npy.map(file), 0);
  }

  @Test
  void manyLinesTakeNoCopy() {
    for (long[] shape : new long[][] {{1 << 10, SIZE >> 10}, {SIZE / 3, 3}, {3, SIZE / 3}}) {
      for (Integer axis : new Integer[] {null, 0, 1}) {
        String name = shape[0] + " x " + shape[1] + ", axis " + axis;
        check(name, NDArray.zeros(DType.FLOAT64, shape), axis);
        check(name + ", cast", NDArray.zeros(DType.INT32, shape), axis);
        NDArray turned = NDArray.zeros(DType.FLOAT64, shape[1], shape[0]).transpose();
        check(name + ", transposed", turned, axis);
        check(name + ", off the heap", offHeap(shape), axis);
      }
    }
  }

  /** Only what is shared is copied, on whichever side of the input the output is. */
  @Test
  void smallOverlapsTakeSmallCopies() {
    NDArray buffer = NDArray.zeros(DType.FLOAT64, 2 * SIZE - 1000);
    NDArray first = buffer.slice(":" + SIZE);
    NDArray last = buffer.slice(-SIZE + ":");
    for (Order order : Order.values()) {
      Scan scan = Scan.of(Operator.ADD).order(order);
      check("later elements", scan, first, last);
      check("earlier elements", scan, last, first);
      check("reversed", scan, first, last.flip());
      check("axis 0", scan.axis(0), first.reshape(3, SIZE / 3), last.reshape(3, SIZE / 3));
      check("axis 1", scan.axis(1), last.reshape(3, SIZE / 3), first.reshape(3, SIZE / 3));
    }
  }

  private static NDArray offHeap(long... shape) {
    return NDArray.wrap(Arena.ofAuto().allocate(8L * SIZE, 8), DType.FLOAT64, shape);
  }

  /** Into a warm result of the usual dtype and one of another, in every order, by few threads. */
  private static void check(String name, NDArray in, @Nullable Integer axis) {
    Scan scan = Scan.of(Operator.ADD).axis(axis);
    NDArray usual = scan.apply(in);
    check(name, scan, in, usual);
    check(name + ", BLOCKED", scan.order(Order.BLOCKED), in, usual);
    check(name + ", EXACT", scan.order(Order.EXACT), in, usual);
    if (in.ndim() == 1) {
      check(name + ", into int16", scan, in, NDArray.zeros(DType.INT16, usual.shape()));
    }
  }

  private static void check(String name, Scan scan, NDArray in, NDArray out) {
    long scratch = in.ndim() == 1 ? SCRATCH_OF_LINE : SCRATCH_OF_LINES;
    for (int threads = 1; threads <= THREADS; threads++) {
      Scan shared = scan.parallelism(threads);
      long least = Long.MAX_VALUE;
      for (int round = 0; round < MOST_ROUNDS && least > threads * scratch; round++) {
        long before = AllocatedBytes.ofAllThreads();
        shared.apply(in, out);
        least = Math.min(least, AllocatedBytes.ofAllThreads() - before);
      }
      assertTrue(
          least <= threads * scratch, name + ", " + threads + " threads: " + least + " bytes");
    }
  }
}
