package org.cumulus.internal.kernels;

import java.util.Arrays;
import java.util.function.LongBinaryOperator;
import org.cumulus.internal.memory.Tile;
import org.cumulus.internal.operations.LongOperation;
import org.cumulus.internal.types.Carrier;

/**
 * Scans of integers narrower than the carrier, and of {@code bool}, that are widened as they are
 * combined. To bring them to a tile of carriers first would cost as much again: they come from
 * memory in a fraction of the time that the results take to get there.
 *
 * <p>Only for the two shapes of tiles in which that pays: long lines whose steps are neighbours,
 * and many lanes, of sums without vectors and of extremes and the like. And only for operations for
 * which lines may be cut, so that threads do not load for one another.
 *
 * <p>There is a class for each {@linkplain WideningScans kind of input}, and one more of it for
 * each operation, as there is of {@link LongScan}: a class as it is loaded adds.
 *
 * @param <I> the array type of the input
 */
public abstract class WideningScan<I> implements FoldingKernel<I, long[]> {
  /** A multiple of all vectors; long enough that whatever stands around a loop is little. */
  private static final int BLOCK = 256;

  /** How many elements are scanned without a look at them first, where looks are in vain. */
  private static final int LONGEST_REST = 1 << 13;

  final LongOperation function;

  /** The same of elements that are there as carriers. */
  private final OperatorScan<LongBinaryOperator, long[]> wide;

  WideningScan(OperatorScan<LongBinaryOperator, long[]> wide) {
    this.wide = wide;
    function = (LongOperation) wide.function; // Nothing else is known to be regroupable.
  }

  /** Whether results only ever rise, or only ever fall. */
  public static boolean isMonotone(OperatorScan<?, ?> scan) {
    return scan.function instanceof LongOperation operation && operation.isMonotone();
  }

  @Override
  public final Carrier carrier() {
    return Carrier.LONG;
  }

  @Override
  public final boolean waitsForMemory() {
    return wide.waitsForMemory();
  }

  @Override
  public final void start(long[] carry, int lines) {
    wide.start(carry, lines);
  }

  @Override
  public final void scan(
      Tile<I> in, Tile<long[]> out, int groups, int length, int lanes, long[] carry) {
    for (int group = 0; group < groups; group++) {
      int from = in.start() + group * in.groupPitch();
      int to = out.start() + group * out.groupPitch();
      if (areRows(in, out, lanes)) {
        carry[group] = line(in.array(), from - to, out.array(), to, to + length, carry[group]);
      } else {
        sweep(in, from, out, to, length, lanes, carry, group * lanes);
      }
    }
  }

  /** A single lane may also be what is left of many. */
  private static boolean areRows(Tile<?> in, Tile<?> out, int lanes) {
    return lanes == 1 && in.stepPitch() == 1 && out.stepPitch() == 1;
  }

  /**
   * Scans a line whose steps are neighbours; returns its last result. A running maximum changes
   * ever more seldom, and a block is folded, in vectors, in a fraction of the time that its scan
   * takes: so blocks that change nothing are filled. Where blocks do, ever more are scanned at
   * once.
   */
  private long line(I x, int shift, long[] y, int to, int end, long start) {
    if (!function.isMonotone()) {
      return row(x, shift, y, to, end, start);
    }
    long last = start;
    int rest = BLOCK;
    int stop;
    for (int i = to; i < end; i = stop) {
      stop = Math.min(i + BLOCK, end);
      if (fold(x, i + shift, stop + shift, last) == last) {
        Arrays.fill(y, i, stop, last);
        rest = BLOCK;
      } else {
        stop = Math.min(i + rest, end);
        last = row(x, shift, y, i, stop, last);
        rest = Math.min(2 * rest, LONGEST_REST);
      }
    }
    return last;
  }

  private void sweep(
      Tile<I> in, int from, Tile<long[]> out, int to, int length, int lanes, long[] carry, int at) {
    long[] results = carry;
    int before = at;
    for (int k = 0; k < length; k++) {
      int next = to + k * out.stepPitch();
      combine(results, before, in.array(), from + k * in.stepPitch(), out.array(), next, lanes);
      results = out.array();
      before = next;
    }
    System.arraycopy(results, before, carry, at, lanes);
  }

  @Override
  public final void begin(
      Tile<I> in, Tile<long[]> out, int groups, int length, int lanes, long[] fold) {
    start(fold, groups * lanes);
    if (!function.isMonotone() || !areRows(in, out, lanes)) {
      scan(in, out, groups, length, lanes, fold);
      return;
    }
    for (int group = 0; group < groups; group++) {
      int from = in.start() + group * in.groupPitch();
      fold[group] = fold(in.array(), from, from + length, fold[group]);
    }
  }

  @Override
  public final void advance(long[] total, long[] fold, int length, long[] carry, int lines) {
    wide.advance(total, fold, length, carry, lines);
  }

  @Override
  public final void finish(
      Tile<I> in, Tile<long[]> out, int groups, int length, int lanes, long[] carry) {
    if (function.isMonotone() && areRows(in, out, lanes)) {
      scan(in, out, groups, length, lanes, carry);
    } else {
      wide.combineAll(out, groups, length, lanes, carry);
    }
  }

  /** Folds a stretch of a line whose steps are neighbours. */
  abstract long fold(I x, int from, int end, long start);

  /**
   * Scans a stretch of a line whose steps are neighbours; returns its last result. With few
   * variables the JIT keeps them all in registers; one more, a mask even, and the loop takes up to
   * twice as long.
   *
   * @param shift from the place of a result to that of its element
   */
  abstract long row(I x, int shift, long[] y, int to, int end, long start);

  /** {@code y[to + i] = before[at + i] ∘ x[from + i]}. */
  abstract void combine(long[] before, int at, I x, int from, long[] y, int to, int count);
}
