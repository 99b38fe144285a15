package org.cumulus.internal.kernels;

import org.cumulus.internal.memory.Tile;
import org.cumulus.internal.operations.LineLoop;
import org.cumulus.internal.operations.Operation;
import org.cumulus.internal.operations.RowLoop;
import org.cumulus.internal.operations.UserFunction;
import org.cumulus.internal.types.Carrier;
import org.jspecify.annotations.Nullable;

/**
 * The scan with an operation, from left to right.
 *
 * <p>An operation that is handed to a loop as an object makes it five to fifteen times slower from
 * the third one on, unless it is a constant of the code. So there is a template for each carrier,
 * with {@code combine} where the operation is, and one class of it for each operation: the text as
 * it is loaded is the sum; every other operation has the same class file {@linkplain Specialisation
 * defined again} as a hidden class. Its field {@link #function} has only ever one class there, and
 * so the JIT makes it part of the loops.
 *
 * <p>One text over {@code long} serves int8 … uint64, {@code bool} and {@code timedelta64}: cutting
 * a sum or a product to its low k bits gives the same whether it is done at each step or once, on
 * the way out, and other operations do not leave the width. The sum and the product of {@code
 * bool}, which are OR and AND, too: a sum of ones is not zero exactly where one of them is there,
 * and 2^63 ones fit no array.
 *
 * <p>The first element of a line is kept as it is. Where an operation has an identity, to the bit,
 * the carry starts from that; else a flag behind the carries says that the lines have not begun.
 *
 * @param <F> the type of the function on two values
 * @param <A> the array type of the carrier
 */
public abstract class OperatorScan<F, A> implements TransposingKernel<A>, FoldingKernel<A, A> {
  final F function;

  /**
   * Asked for in the templates themselves, where the answer never changes: what need not be
   * compiled for a class takes no registers from its loops.
   */
  final boolean hasVectors;

  private final Operation<F, A> operation;

  OperatorScan(Operation<F, A> operation) {
    this.operation = operation;
    function = operation.function();
    hasVectors = operation.vectors() != null;
  }

  @Override
  public final Carrier carrier() {
    return operation.carrier();
  }

  @Override
  public final boolean waitsForMemory() {
    return operation.isQuick();
  }

  @Override
  public final boolean callsForeignCode() {
    return UserFunction.mayCallOne(function);
  }

  @Override
  public final int block() {
    return operation.isRegroupable() ? 1 : 0;
  }

  @Override
  public final int carrySize(int lines) {
    return operation.identity() == null ? lines + 1 : lines;
  }

  @Override
  public final void start(A carry, int lines) {
    A identity = operation.identity();
    if (identity == null) {
      carrier().setFlag(carry, lines, false);
    } else {
      carrier().fill(carry, lines, identity);
    }
  }

  @Override
  public final void startFrom(@Nullable A initial, A carry, int lines) {
    if (initial == null) {
      start(carry, lines);
      return;
    }
    carrier().fill(carry, lines, initial);
    if (operation.identity() == null) {
      carrier().setFlag(carry, lines, true);
    }
  }

  @Override
  public final void copyCarry(
      A from, int lines, int line, A to, int linesTo, int lineTo, int count) {
    TransposingKernel.super.copyCarry(from, lines, line, to, linesTo, lineTo, count);
    if (operation.identity() == null) {
      carrier().setFlag(to, linesTo, carrier().flag(from, lines));
    }
  }

  @Override
  public final void scan(Tile<A> in, Tile<A> out, int groups, int length, int lanes, A carry) {
    int lines = groups * lanes;
    if (operation.identity() != null || carrier().flag(carry, lines)) {
      TransposingKernel.super.scan(in, out, groups, length, lanes, carry);
      return;
    }
    copyFirst(in, out, groups, lanes, carry);
    carrier().setFlag(carry, lines, true);
    if (length > 1) {
      TransposingKernel.super.scan(
          in.afterFirstStep(), out.afterFirstStep(), groups, length - 1, lanes, carry);
    }
  }

  @SuppressWarnings("SuspiciousSystemArraycopy") // A is an array type.
  private static <A> void copyFirst(Tile<A> in, Tile<A> out, int groups, int lanes, A carry) {
    for (int group = 0; group < groups; group++) {
      int from = in.start() + group * in.groupPitch();
      int to = out.start() + group * out.groupPitch();
      System.arraycopy(in.array(), from, carry, group * lanes, lanes);
      System.arraycopy(carry, group * lanes, out.array(), to, lanes);
    }
  }

  @Override
  public final void begin(Tile<A> in, Tile<A> out, int groups, int length, int lanes, A fold) {
    start(fold, groups * lanes);
    scan(in, out, groups, length, lanes, fold);
  }

  @Override
  @SuppressWarnings("SuspiciousSystemArraycopy") // A is an array type.
  public final void advance(A total, A fold, int length, A carry, int lines) {
    System.arraycopy(total, 0, carry, 0, lines);
    combine(carry, 0, fold, 0, total, 0, lines);
  }

  /** Combines the carry with results from the identity on: they are in the cache, none waits. */
  @Override
  public final void finish(Tile<A> in, Tile<A> out, int groups, int length, int lanes, A carry) {
    combineAll(out, groups, length, lanes, carry);
  }

  /** Combines each line's carry with all its results. */
  final void combineAll(Tile<A> out, int groups, int length, int lanes, A carry) {
    A y = out.array();
    int step = out.stepPitch();
    for (int group = 0; group < groups; group++) {
      int to = out.start() + group * out.groupPitch();
      int at = group * lanes;
      if (lanes >= MANY_LANES) {
        for (int k = 0; k < length; k++) {
          combine(carry, at, y, to + k * step, y, to + k * step, lanes);
        }
      } else {
        for (int lane = 0; lane < lanes; lane++) {
          combineAll(carry, at + lane, y, to + lane, step, length);
        }
      }
    }
  }

  /** {@code y[to + k * step] = carry[at] ∘ y[to + k * step]}. */
  abstract void combineAll(A carry, int at, A y, int to, int step, int length);

  /** The loop in vectors for a row of lanes, if there is one and it is in use. */
  public final @Nullable RowLoop<A> vectors() {
    return operation.vectors() != null && Vectors.isOn()
        ? operation.vectors().apply(Vectors.loops())
        : null;
  }

  /** The loop for lines of a length, if there is one that pays. */
  final @Nullable LineLoop<A> lineLoop(int length) {
    if (operation.line() == null) {
      return null;
    }
    LineLoop<A> loop = operation.line().apply(Vectors.isOn() ? Vectors.loops() : null);
    return loop != null && length >= loop.shortest() ? loop : null;
  }
}
