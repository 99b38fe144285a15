package org.cumulus.internal.kernels.blocked;

import org.cumulus.internal.memory.Tile;
import org.cumulus.internal.operations.UserFunction;
import org.cumulus.internal.types.Carrier;
import org.jspecify.annotations.Nullable;

/**
 * The scan with an associative operation in the order {@code BLOCKED}: the tree of {@link
 * BlockedSum}, but that nothing is compensated, and what is not there is left out, as there need
 * not be an identity. So the result up to element {@code x} is {@code ((hi ∘ c) ∘ w4) ∘ (w2 ∘ (w1 ∘
 * x))}, and at a block's end {@code hi} becomes {@code hi ∘ c}.
 *
 * <p>The carry of a line is {@code hi}, {@code c}, {@code w1}, {@code w2} and {@code w4}, each
 * {@code lines} after the one before. Behind them all is where in its block the line is, and
 * whether there were blocks before. Which of the others there are follows from that.
 *
 * @param <A> the array type of the carrier
 */
public abstract class BlockedScan<A> extends BlockedKernel<A> {
  /** What the carry of a line is made up of, after {@code hi}. */
  static final int C = 1;

  static final int W1 = 2;
  static final int W2 = 3;
  static final int W4 = 4;
  private static final int PARTS = 5;

  /** Elements of some lanes that stay in the L1 cache from one lane to the next. */
  private static final int IN_CACHE = 2048;

  private final Carrier carrier;
  private final boolean callsForeignCode;

  BlockedScan(Carrier carrier, Object function) {
    this.carrier = carrier;
    callsForeignCode = UserFunction.mayCallOne(function);
  }

  @Override
  public final boolean callsForeignCode() {
    return callsForeignCode;
  }

  @Override
  public final Carrier carrier() {
    return carrier;
  }

  @Override
  public final int carrySize(int lines) {
    return PARTS * lines + 2;
  }

  @Override
  public final void start(A carry, int lines) {
    setNumber(carry, PARTS * lines, 0);
    setNumber(carry, PARTS * lines + 1, 0);
  }

  @Override
  public final void startFrom(@Nullable A initial, A carry, int lines) {
    start(carry, lines);
    if (initial != null) {
      carrier.fill(carry, lines, initial);
      setNumber(carry, PARTS * lines + 1, 1);
    }
  }

  @Override
  @SuppressWarnings("SuspiciousSystemArraycopy") // A is an array type.
  public final void copyCarry(
      A from, int lines, int line, A to, int linesTo, int lineTo, int count) {
    for (int part = 0; part < PARTS; part++) {
      System.arraycopy(from, part * lines + line, to, part * linesTo + lineTo, count);
    }
    System.arraycopy(from, PARTS * lines, to, PARTS * linesTo, 2);
  }

  @Override
  public final void scan(Tile<A> in, Tile<A> out, int groups, int length, int lanes, A carry) {
    int lines = groups * lanes;
    int position = number(carry, PARTS * lines);
    boolean hasBlocks = number(carry, PARTS * lines + 1) != 0;
    int atOnce = lanes == 1 ? length : Math.max(IN_CACHE / lanes / OCTET, 1) * OCTET;
    for (int group = 0; group < groups; group++) {
      int from = in.start() + group * in.groupPitch();
      int to = out.start() + group * out.groupPitch();
      for (int k = 0; k < length; k += atOnce) {
        int count = Math.min(atOnce, length - k);
        boolean areBlocksBefore = hasBlocks || position + k >= BLOCK;
        for (int lane = 0; lane < lanes; lane++) {
          line(
              in,
              from + k * in.stepPitch() + lane,
              out,
              to + k * out.stepPitch() + lane,
              count,
              carry,
              group * lanes + lane,
              lines,
              (position + k) % BLOCK,
              areBlocksBefore);
        }
      }
    }
    setNumber(carry, PARTS * lines, (position + length) % BLOCK);
    setNumber(carry, PARTS * lines + 1, hasBlocks || position + length >= BLOCK ? 1 : 0);
  }

  private void line(
      Tile<A> in,
      int from,
      Tile<A> out,
      int to,
      int length,
      A carry,
      int line,
      int lines,
      int start,
      boolean startsWithBlocks) {
    int step = in.stepPitch();
    int stepTo = out.stepPitch();
    int position = start;
    boolean hasBlocks = startsWithBlocks;
    int count;
    for (int k = 0; k < length; k += count) {
      int left = length - k;
      int at = from + k * step;
      int atTo = to + k * stepTo;
      if (position >= OCTET && position % OCTET == 0 && left >= OCTET) {
        count = Math.min(BLOCK - position, left) / OCTET * OCTET;
        octets(
            in.array(), at, step, out.array(), atTo, stepTo, count, carry, line, lines, hasBlocks);
      } else {
        count = Math.min(OCTET - position % OCTET, left);
        steps(
            in.array(),
            at,
            step,
            out.array(),
            atTo,
            stepTo,
            count,
            carry,
            line,
            lines,
            position,
            hasBlocks);
      }
      position += count;
      if (position == BLOCK) {
        finishBlock(carry, line, 1, lines, hasBlocks);
        hasBlocks = true;
        position = 0;
      }
    }
  }

  @Override
  @SuppressWarnings("SuspiciousSystemArraycopy") // A is an array type.
  public final void advance(A total, A fold, int length, A carry, int lines) {
    System.arraycopy(total, 0, carry, 0, carrySize(lines));
    boolean hasBlocks = number(total, PARTS * lines + 1) != 0;
    for (int block = 0; block < length / BLOCK; block++) {
      System.arraycopy(fold, block * lines, total, C * lines, lines);
      finishBlock(total, 0, lines, lines, hasBlocks);
      hasBlocks = true;
    }
    setNumber(total, PARTS * lines + 1, hasBlocks ? 1 : 0);
  }

  abstract int number(A carry, int at);

  abstract void setNumber(A carry, int at, int number);

  /** Scans a line element by element, up to the end of a block at the most. */
  abstract void steps(
      A x,
      int from,
      int step,
      A y,
      int to,
      int stepTo,
      int length,
      A carry,
      int line,
      int lines,
      int position,
      boolean hasBlocks);

  /** Scans whole octets of a line that have an octet of their block before them. */
  abstract void octets(
      A x,
      int from,
      int step,
      A y,
      int to,
      int stepTo,
      int length,
      A carry,
      int line,
      int lines,
      boolean hasBlocks);

  /** Moves the result of the block just finished from {@code c} to {@code hi}. */
  abstract void finishBlock(A carry, int line, int count, int lines, boolean hasBlocks);
}
