package org.cumulus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Scans larger than a tile, and large enough for several threads, against one loop over elements:
 * the golden files have small arrays only.
 */
class LargeScanTest {
  private static final long[][] TILED = {
    {2051}, {4099}, {257, 16}, {17, 300}, {300, 3}, {3, 2051}, {2051, 7}, {9, 17, 33}, {40, 5, 3}
  };

  private static final long[][] SHARED = {{1_048_579}, {1031, 1021}, {3, 43_700}, {43_700, 3}};

  private static final List<DType> TYPES =
      List.of(
          DType.BOOL,
          DType.INT8,
          DType.UINT16.withByteOrder(ByteOrder.BIG_ENDIAN),
          DType.INT64,
          DType.FLOAT16,
          DType.FLOAT32,
          DType.FLOAT64,
          DType.COMPLEX64,
          DType.of("timedelta64[s]"));

  @Test
  void tilesMeetWithoutASeam() {
    check(TILED, 1, 1, false);
    check(TILED, 1, 1, true);
  }

  @Test
  void threadsGiveTheSameBits() {
    check(SHARED, 2, 4, false);
    check(SHARED, 5, 7, true);
  }

  @Test
  void onePoolThreadIsEnough() {
    NDArray a = array(DType.INT64, false, 1_048_579);
    try (ForkJoinPool pool = new ForkJoinPool(1)) {
      NDArray sum = pool.submit(() -> Scan.of(Operator.ADD).parallelism(4).apply(a)).join();
      assertEquals("", difference(a, null, sum));
    }
  }

  @Test
  void interruptionDoesNotDisturbAndIsKept() {
    NDArray a = array(DType.FLOAT64, false, 363, 362);
    Thread.currentThread().interrupt();
    NDArray sum = Scan.of(Operator.ADD).axis(0).parallelism(4).apply(a);
    assertTrue(Thread.interrupted());
    assertEquals("", difference(a, 0, sum));
  }

  @Test
  void scansInsideParallelStreams() {
    NDArray a = array(DType.INT64, false, 1_048_579);
    List<String> differences =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(i -> Scan.of(Operator.ADD).parallelism(3).apply(a))
            .map(sum -> difference(a, null, sum))
            .distinct()
            .toList();
    assertEquals(List.of(""), differences);
  }

  @Test
  void resultsOfThreadsGoWhereNoJavaArrayIs() {
    NDArray a = array(DType.INT64, false, 1_048_579);
    MemorySegment memory = Arena.ofAuto().allocate(8L * 1_048_579);
    NDArray out = NDArray.wrap(memory, DType.INT64, 1_048_579);
    Scan.of(Operator.ADD).parallelism(4).apply(a, out);
    assertEquals("", difference(a, null, out));
  }

  /** Elements that lie across the elements of an array of their own type. */
  @Test
  void anArrayOfTheirOwnTypeMayHoldThemUnaligned() {
    NDArray a = array(DType.INT64, false, 20);
    MemorySegment memory = MemorySegment.ofArray(new long[21]).asSlice(3, 8L * 20);
    NDArray unaligned = NDArray.wrap(memory, DType.INT64, 20);
    a.copyTo(unaligned);
    assertEquals("", difference(a, null, Cumulus.cumsum(unaligned)));
    Cumulus.cumsum(a, null, null, unaligned);
    assertEquals("", difference(a, null, unaligned));
  }

  /** Memory of a confined arena may be touched by one thread only, so others must not help. */
  @Test
  void confinedMemoryStaysWithItsThread() {
    try (Arena arena = Arena.ofConfined()) {
      for (DType type : List.of(DType.INT64, DType.FLOAT64)) {
        NDArray confined = NDArray.wrap(arena.allocate(8L * 363 * 362, 8), type, 363, 362);
        NDArray a = array(type, false, 363, 362);
        a.copyTo(confined);
        for (Integer axis : new Integer[] {null, 0, 1}) {
          Scan scan = Scan.of(Operator.ADD).axis(axis).parallelism(4);
          for (int round = 0; round < 4; round++) {
            assertEquals("", difference(a, axis, scan.apply(confined)), "in, axis " + axis);
          }
        }
        for (int round = 0; round < 4; round++) {
          Scan.of(Operator.ADD).axis(1).parallelism(4).apply(a, confined);
          assertEquals("", difference(a, 1, confined), "out");
        }
      }
    }
  }

  /** The numbers of threads take turns. */
  private static void check(long[][] shapes, int fewestThreads, int mostThreads, boolean isTurned) {
    int threads = mostThreads;
    for (DType type : TYPES) {
      for (long[] shape : shapes) {
        for (int axis = -1; axis < shape.length; axis++) {
          @Nullable Integer along = axis < 0 ? null : (Integer) axis;
          threads = threads == mostThreads ? fewestThreads : threads + 1;
          NDArray a = array(type, isTurned, shape);
          NDArray sum = Scan.of(Operator.ADD).axis(along).dtype(type).parallelism(threads).apply(a);
          assertEquals(
              "",
              difference(a, along, sum),
              "%s %s axis %s threads %d turned %b"
                  .formatted(type, List.of(box(shape)), along, threads, isTurned));
        }
      }
    }
  }

  private static Object[] box(long[] shape) {
    return Arrays.stream(shape).boxed().toArray();
  }

  /** Numbers that soon need rounding; turned, reversed and in Fortran order. */
  private static NDArray array(DType type, boolean isTurned, long... shape) {
    SplittableRandom random = new SplittableRandom(23);
    int size = (int) Arrays.stream(shape).reduce(1, Math::multiplyExact);
    double[] values = random.doubles(size, -1, 1.03).map(x -> x * 37).toArray();
    NDArray numbers = NDArray.wrap(values).astype(type.kind().isComplex() ? DType.FLOAT64 : type);
    if (type.kind().isComplex()) {
      numbers = complex(values).astype(type);
    } else if (!type.isNativeOrder()) {
      numbers = numbers.astype(type);
    }
    if (!isTurned) {
      return numbers.reshape(shape);
    }
    long[] backwards = new long[shape.length];
    for (int i = 0; i < shape.length; i++) {
      backwards[i] = shape[shape.length - 1 - i];
    }
    return numbers.flip().reshape(backwards).transpose();
  }

  private static NDArray complex(double[] values) {
    MemorySegment parts = MemorySegment.ofArray(new double[2 * values.length]);
    for (int i = 0; i < values.length; i++) {
      parts.setAtIndex(ValueLayout.JAVA_DOUBLE, 2L * i, values[i]);
      parts.setAtIndex(ValueLayout.JAVA_DOUBLE, 2L * i + 1, values[values.length - 1 - i]);
    }
    return NDArray.wrap(parts, DType.COMPLEX128, values.length);
  }

  /** The first element that is not the one before it, plus the input's; empty if there is none. */
  private static String difference(NDArray a, @Nullable Integer axis, NDArray sum) {
    NDArray in = axis == null ? a.copy().ravel() : a;
    int along = axis == null ? 0 : axis;
    long[] shape = in.shape();
    long[] index = new long[shape.length];
    for (long i = 0; i < in.size(); i++) {
      Object expected = Objects.requireNonNull(in.get(index));
      if (index[along] > 0) {
        index[along]--;
        Object before = Objects.requireNonNull(sum.get(index));
        index[along]++;
        expected = plus(sum.dtype().kind(), before, expected);
      }
      if (!expected.equals(sum.get(index))) {
        return "at %s: expected %s, not %s"
            .formatted(Arrays.toString(index), expected, sum.get(index));
      }
      for (int k = shape.length - 1; k >= 0 && ++index[k] == shape[k]; k--) {
        index[k] = 0;
      }
    }
    return "";
  }

  private static Object plus(DType.Kind kind, Object before, Object x) {
    return switch (kind) {
      case BOOL -> (Boolean) before || (Boolean) x;
      case INT8 -> (byte) ((Byte) before + (Byte) x);
      case UINT16 -> ((Integer) before + (Integer) x) & 0xffff;
      case FLOAT16 -> Float.float16ToFloat(Float.floatToFloat16((Float) before + (Float) x));
      case FLOAT32 -> (Float) before + (Float) x;
      case FLOAT64 -> (Double) before + (Double) x;
      case COMPLEX64 -> {
        Complex p = (Complex) before;
        Complex q = (Complex) x;
        yield new Complex((float) p.re() + (float) q.re(), (float) p.im() + (float) q.im());
      }
      default -> ((Number) before).longValue() + ((Number) x).longValue();
    };
  }
}
