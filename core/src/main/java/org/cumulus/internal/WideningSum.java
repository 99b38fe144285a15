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
  private static final long ALL_BITS = -1;
  private static final WideningSum<byte[]> INT8 = new OfBytes(ALL_BITS);
  private static final WideningSum<byte[]> UINT8 = new OfBytes(0xFF);
  private static final WideningSum<short[]> INT16 = new OfShorts(ALL_BITS);
  private static final WideningSum<short[]> UINT16 = new OfShorts(0xFFFF);
  private static final WideningSum<int[]> INT32 = new OfInts(ALL_BITS);
  private static final WideningSum<int[]> UINT32 = new OfInts(0xFFFF_FFFFL);
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
        carry[group] = row(in.array(), from, out.array(), to, length, carry[group]);
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

  /** Scans a line whose steps are neighbours; returns its last sum. */
  abstract long row(I x, int from, long[] y, int to, int length, long start);

  /** {@code y[to + i] = before[at + i] + x[from + i]}. */
  abstract void add(long[] before, int at, I x, int from, long[] y, int to, int count);

  /** int8, and uint8 by its low bits. */
  private static final class OfBytes extends WideningSum<byte[]> {
    private final long mask;

    OfBytes(long mask) {
      this.mask = mask;
    }

    @Override
    long row(byte[] x, int from, long[] y, int to, int length, long start) {
      long low = mask;
      long sum = start;
      for (int k = 0; k < length; k++) {
        sum += x[from + k] & low;
        y[to + k] = sum;
      }
      return sum;
    }

    @Override
    void add(long[] before, int at, byte[] x, int from, long[] y, int to, int count) {
      long low = mask;
      for (int i = 0; i < count; i++) {
        y[to + i] = before[at + i] + (x[from + i] & low);
      }
    }
  }

  /** int16, and uint16 by its low bits. */
  private static final class OfShorts extends WideningSum<short[]> {
    private final long mask;

    OfShorts(long mask) {
      this.mask = mask;
    }

    @Override
    long row(short[] x, int from, long[] y, int to, int length, long start) {
      long low = mask;
      long sum = start;
      for (int k = 0; k < length; k++) {
        sum += x[from + k] & low;
        y[to + k] = sum;
      }
      return sum;
    }

    @Override
    void add(long[] before, int at, short[] x, int from, long[] y, int to, int count) {
      long low = mask;
      for (int i = 0; i < count; i++) {
        y[to + i] = before[at + i] + (x[from + i] & low);
      }
    }
  }

  /** int32, and uint32 by its low bits. */
  private static final class OfInts extends WideningSum<int[]> {
    private final long mask;

    OfInts(long mask) {
      this.mask = mask;
    }

    @Override
    long row(int[] x, int from, long[] y, int to, int length, long start) {
      long low = mask;
      long sum = start;
      for (int k = 0; k < length; k++) {
        sum += x[from + k] & low;
        y[to + k] = sum;
      }
      return sum;
    }

    @Override
    void add(long[] before, int at, int[] x, int from, long[] y, int to, int count) {
      long low = mask;
      for (int i = 0; i < count; i++) {
        y[to + i] = before[at + i] + (x[from + i] & low);
      }
    }
  }

  /** Any byte but zero is true. */
  private static final class OfBytesAsBooleans extends WideningSum<byte[]> {
    @Override
    long row(byte[] x, int from, long[] y, int to, int length, long start) {
      long sum = start;
      for (int k = 0; k < length; k++) {
        sum += x[from + k] != 0 ? 1 : 0;
        y[to + k] = sum;
      }
      return sum;
    }

    @Override
    void add(long[] before, int at, byte[] x, int from, long[] y, int to, int count) {
      for (int i = 0; i < count; i++) {
        y[to + i] = before[at + i] + (x[from + i] != 0 ? 1 : 0);
      }
    }
  }

  /** True is one. */
  private static final class OfBooleans extends WideningSum<boolean[]> {
    @Override
    long row(boolean[] x, int from, long[] y, int to, int length, long start) {
      long sum = start;
      for (int k = 0; k < length; k++) {
        sum += x[from + k] ? 1 : 0;
        y[to + k] = sum;
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
