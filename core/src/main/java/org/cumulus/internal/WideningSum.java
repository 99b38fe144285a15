package org.cumulus.internal;

import org.cumulus.DType.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Sums of integers narrower than the carrier, and of {@code bool}, that are widened as they are
 * added. To bring them to a tile of carriers first would cost as much again: they come from memory
 * in a fraction of the time that the sums take to get there.
 *
 * <p>Only for the two shapes of tiles in which that matters: long lines whose steps are neighbours,
 * and many lanes.
 *
 * @param <I> the array type of the input
 */
abstract sealed class WideningSum<I> implements FoldingKernel<I, long[]> {
  private static final WideningSum<byte[]> INT8 = new OfBytes();
  private static final WideningSum<byte[]> UINT8 = new OfUnsignedBytes();
  private static final WideningSum<short[]> INT16 = new OfShorts();
  private static final WideningSum<short[]> UINT16 = new OfUnsignedShorts();
  private static final WideningSum<int[]> INT32 = new OfInts();
  private static final WideningSum<int[]> UINT32 = new OfUnsignedInts();
  private static final WideningSum<byte[]> BOOL = new OfBytesAsBooleans();
  private static final WideningSum<boolean[]> BOOLEANS = new OfBooleans();

  /** The sum of elements that stand in such an array, or null if they are not narrower. */
  static @Nullable WideningSum<?> of(Kind kind, Object array) {
    return switch (kind) {
      case BOOL -> array instanceof boolean[] ? BOOLEANS : BOOL;
      case INT8 -> INT8;
      case UINT8 -> UINT8;
      case INT16 -> INT16;
      case UINT16 -> UINT16;
      case INT32 -> INT32;
      case UINT32 -> UINT32;
      default -> null;
    };
  }

  @Override
  public final Carrier carrier() {
    return Carrier.LONG;
  }

  @Override
  public final boolean waitsForMemory() {
    return true;
  }

  @Override
  public final void start(long[] carry, int lines) {
    Kernels.SUM_OF_LONGS.start(carry, lines);
  }

  @Override
  public final void scan(
      Tile<I> in, Tile<long[]> out, int groups, int length, int lanes, long[] carry) {
    for (int group = 0; group < groups; group++) {
      int from = in.start() + group * in.groupPitch();
      int to = out.start() + group * out.groupPitch();
      // A single lane may also be what is left of many.
      if (lanes == 1 && in.stepPitch() == 1 && out.stepPitch() == 1) {
        carry[group] = row(in.array(), from - to, out.array(), to, to + length, carry[group]);
      } else {
        sweep(in, from, out, to, length, lanes, carry, group * lanes);
      }
    }
  }

  private void sweep(
      Tile<I> in, int from, Tile<long[]> out, int to, int length, int lanes, long[] carry, int at) {
    long[] sums = carry;
    int before = at;
    for (int k = 0; k < length; k++) {
      int next = to + k * out.stepPitch();
      add(sums, before, in.array(), from + k * in.stepPitch(), out.array(), next, lanes);
      sums = out.array();
      before = next;
    }
    System.arraycopy(sums, before, carry, at, lanes);
  }

  @Override
  public final void begin(
      Tile<I> in, Tile<long[]> out, int groups, int length, int lanes, long[] fold) {
    start(fold, groups * lanes);
    scan(in, out, groups, length, lanes, fold);
  }

  @Override
  public final void advance(long[] total, long[] fold, int length, long[] carry, int lines) {
    Kernels.SUM_OF_LONGS.advance(total, fold, length, carry, lines);
  }

  @Override
  public final void finish(
      Tile<I> in, Tile<long[]> out, int groups, int length, int lanes, long[] carry) {
    Kernels.SUM_OF_LONGS.combineAll(out, groups, length, lanes, carry);
  }

  /**
   * Scans a line whose steps are neighbours; returns its last sum. With few variables the JIT keeps
   * them all in registers; one more, a mask even, and the loop takes up to twice as long.
   *
   * @param shift from the place of a sum to that of its element
   */
  abstract long row(I x, int shift, long[] y, int to, int end, long start);

  /** {@code y[to + i] = before[at + i] + x[from + i]}. */
  abstract void add(long[] before, int at, I x, int from, long[] y, int to, int count);

  /** int8. */
  private static final class OfBytes extends WideningSum<byte[]> {
    @Override
    long row(byte[] x, int shift, long[] y, int to, int end, long start) {
      long sum = start;
      for (int i = to; i < end; i++) {
        sum += x[i + shift];
        y[i] = sum;
      }
      return sum;
    }

    @Override
    void add(long[] before, int at, byte[] x, int from, long[] y, int to, int count) {
      for (int i = 0; i < count; i++) {
        y[to + i] = before[at + i] + x[from + i];
      }
    }
  }

  /** uint8. */
  private static final class OfUnsignedBytes extends WideningSum<byte[]> {
    @Override
    long row(byte[] x, int shift, long[] y, int to, int end, long start) {
      long sum = start;
      for (int i = to; i < end; i++) {
        sum += x[i + shift] & 0xFF;
        y[i] = sum;
      }
      return sum;
    }

    @Override
    void add(long[] before, int at, byte[] x, int from, long[] y, int to, int count) {
      for (int i = 0; i < count; i++) {
        y[to + i] = before[at + i] + (x[from + i] & 0xFF);
      }
    }
  }

  /** int16. */
  private static final class OfShorts extends WideningSum<short[]> {
    @Override
    long row(short[] x, int shift, long[] y, int to, int end, long start) {
      long sum = start;
      for (int i = to; i < end; i++) {
        sum += x[i + shift];
        y[i] = sum;
      }
      return sum;
    }

    @Override
    void add(long[] before, int at, short[] x, int from, long[] y, int to, int count) {
      for (int i = 0; i < count; i++) {
        y[to + i] = before[at + i] + x[from + i];
      }
    }
  }

  /** uint16. */
  private static final class OfUnsignedShorts extends WideningSum<short[]> {
    @Override
    long row(short[] x, int shift, long[] y, int to, int end, long start) {
      long sum = start;
      for (int i = to; i < end; i++) {
        sum += x[i + shift] & 0xFFFF;
        y[i] = sum;
      }
      return sum;
    }

    @Override
    void add(long[] before, int at, short[] x, int from, long[] y, int to, int count) {
      for (int i = 0; i < count; i++) {
        y[to + i] = before[at + i] + (x[from + i] & 0xFFFF);
      }
    }
  }

  /** int32. */
  private static final class OfInts extends WideningSum<int[]> {
    @Override
    long row(int[] x, int shift, long[] y, int to, int end, long start) {
      long sum = start;
      for (int i = to; i < end; i++) {
        sum += x[i + shift];
        y[i] = sum;
      }
      return sum;
    }

    @Override
    void add(long[] before, int at, int[] x, int from, long[] y, int to, int count) {
      for (int i = 0; i < count; i++) {
        y[to + i] = before[at + i] + x[from + i];
      }
    }
  }

  /** uint32. */
  private static final class OfUnsignedInts extends WideningSum<int[]> {
    @Override
    long row(int[] x, int shift, long[] y, int to, int end, long start) {
      long sum = start;
      for (int i = to; i < end; i++) {
        sum += x[i + shift] & 0xFFFF_FFFFL;
        y[i] = sum;
      }
      return sum;
    }

    @Override
    void add(long[] before, int at, int[] x, int from, long[] y, int to, int count) {
      for (int i = 0; i < count; i++) {
        y[to + i] = before[at + i] + (x[from + i] & 0xFFFF_FFFFL);
      }
    }
  }

  /** Any byte but zero is true: it carries into the ninth bit. */
  private static final class OfBytesAsBooleans extends WideningSum<byte[]> {
    @Override
    long row(byte[] x, int shift, long[] y, int to, int end, long start) {
      long sum = start;
      for (int i = to; i < end; i++) {
        sum += ((x[i + shift] & 0xFF) + 0xFF) >>> 8;
        y[i] = sum;
      }
      return sum;
    }

    @Override
    void add(long[] before, int at, byte[] x, int from, long[] y, int to, int count) {
      for (int i = 0; i < count; i++) {
        y[to + i] = before[at + i] + (((x[from + i] & 0xFF) + 0xFF) >>> 8);
      }
    }
  }

  /** True is one. */
  private static final class OfBooleans extends WideningSum<boolean[]> {
    @Override
    long row(boolean[] x, int shift, long[] y, int to, int end, long start) {
      long sum = start;
      for (int i = to; i < end; i++) {
        sum += x[i + shift] ? 1 : 0;
        y[i] = sum;
      }
      return sum;
    }

    @Override
    void add(long[] before, int at, boolean[] x, int from, long[] y, int to, int count) {
      for (int i = 0; i < count; i++) {
        y[to + i] = before[at + i] + (x[from + i] ? 1 : 0);
      }
    }
  }
}
