package org.cumulus.internal.kernels;

import java.util.function.LongBinaryOperator;
import org.cumulus.internal.memory.Tile;
import org.cumulus.internal.types.Carrier;

/**
 * Scans of integers narrower than the carrier, and of {@code bool}, that are widened as they are
 * combined. To bring them to a tile of carriers first would cost as much again: they come from
 * memory in a fraction of the time that the results take to get there.
 *
 * <p>Only for the two shapes of tiles in which that pays: long lines whose steps are neighbours,
 * and many lanes, of sums without vectors. And only for operations for which lines may be cut, so
 * that threads do not load for one another.
 *
 * <p>There is a class for each {@linkplain WideningScans kind of input}, and one more of it for
 * each operation, as there is of {@link LongScan}: a class as it is loaded adds.
 *
 * @param <I> the array type of the input
 */
public abstract class WideningScan<I> implements FoldingKernel<I, long[]> {
  final LongBinaryOperator function;

  /** The same of elements that are there as carriers. */
  private final OperatorScan<LongBinaryOperator, long[]> wide;

  WideningScan(OperatorScan<LongBinaryOperator, long[]> wide) {
    this.wide = wide;
    function = wide.function;
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
    scan(in, out, groups, length, lanes, fold);
  }

  @Override
  public final void advance(long[] total, long[] fold, int length, long[] carry, int lines) {
    wide.advance(total, fold, length, carry, lines);
  }

  @Override
  public final void finish(
      Tile<I> in, Tile<long[]> out, int groups, int length, int lanes, long[] carry) {
    wide.combineAll(out, groups, length, lanes, carry);
  }

  /**
   * Scans a line whose steps are neighbours; returns its last result. With few variables the JIT
   * keeps them all in registers; one more, a mask even, and the loop takes up to twice as long.
   *
   * @param shift from the place of a result to that of its element
   */
  abstract long row(I x, int shift, long[] y, int to, int end, long start);

  /** {@code y[to + i] = before[at + i] ∘ x[from + i]}. */
  abstract void combine(long[] before, int at, I x, int from, long[] y, int to, int count);
}
