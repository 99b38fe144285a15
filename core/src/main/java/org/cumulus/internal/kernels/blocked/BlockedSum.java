package org.cumulus.internal.kernels.blocked;

import org.cumulus.internal.kernels.Vectors;
import org.cumulus.internal.memory.Tile;

/**
 * Sums in the order {@code BLOCKED}, which depends on nothing but the positions of a line's
 * elements: octets of {@value #OCTET} make a block of {@value #BLOCK}, blocks make the line.
 *
 * <p>The sum up to element {@code x} is {@code ((hi + c) + w4) + (w2 + (w1 + x))}, where
 *
 * <ul>
 *   <li>{@code w4}, {@code w2} and {@code w1} are the sums of the four, two and one elements before
 *       {@code x} that its place in its octet is made up of, as a binary number is of its bits:
 *       each added up in halves, and -0.0 where there is none;
 *   <li>{@code c} is the sum of the octets of the block before that, one after the other;
 *   <li>{@code hi} is the sum of all blocks before that: the upper part of {@code hi + lo}, which
 *       the sum of a finished block is added to with the rounding errors kept.
 * </ul>
 *
 * <p>-0.0 is the identity of IEEE addition; with it nothing is a special case, and the sum of zeros
 * has the sign that it has from left to right. Within an octet only the last of the additions waits
 * for another octet, so the processor works on several at once. {@code docs/orders.md} derives how
 * large the error can be.
 *
 * <p>The carry of a line holds all six numbers, so a line may be cut anywhere; each of them stands
 * {@code lines} after the one before, so that lanes are neighbours in the carry too. Behind them
 * all is the position in the block, which lines share.
 *
 * @param <A> the array type of the carrier
 */
abstract class BlockedSum<A> extends BlockedKernel<A> {
  /** What the carry of a line is made up of, in this order. */
  static final int HI = 0;

  static final int LO = 1;
  static final int C = 2;
  static final int W1 = 3;
  static final int W2 = 4;
  static final int W4 = 5;
  private static final int PARTS = 6;

  /** From this many lanes on an octet of them is worth a loop over the lanes, or over vectors. */
  private static final int MANY_LANES = 32;

  private static final int MANY_LANES_OF_VECTORS = 16;

  /** Lanes whose octet stays in the L1 cache. */
  static final int LANES_AT_ONCE = 64;

  /** Elements of a few lanes that stay in the L1 cache from one lane to the next. */
  private static final int IN_CACHE = 2048;

  /** Folded, elements are only read. */
  @Override
  public final int piece() {
    return 1 << 18;
  }

  @Override
  public final int carrySize(int lines) {
    return PARTS * lines + 1;
  }

  @Override
  @SuppressWarnings("SuspiciousSystemArraycopy") // A is an array type.
  public final void copyCarry(
      A from, int lines, int line, A to, int linesTo, int lineTo, int count) {
    for (int part = 0; part < PARTS; part++) {
      System.arraycopy(from, part * lines + line, to, part * linesTo + lineTo, count);
    }
    setPosition(to, PARTS * linesTo, position(from, PARTS * lines));
  }

  @Override
  public final void scan(Tile<A> in, Tile<A> out, int groups, int length, int lanes, A carry) {
    int lines = groups * lanes;
    int position = position(carry, PARTS * lines);
    if (position == 0 && lanes == 1 && length < 2 * OCTET) {
      shortLines(in, out, lines, length, carry);
      setPosition(carry, PARTS * lines, length);
      return;
    }
    int manyLanes = Vectors.isOn() ? MANY_LANES_OF_VECTORS : MANY_LANES;
    A scratch = lanes < manyLanes ? null : scratch();
    for (int group = 0; group < groups; group++) {
      int from = in.start() + group * in.groupPitch();
      int to = out.start() + group * out.groupPitch();
      int line = group * lanes;
      if (scratch == null) {
        fewLanes(in, from, out, to, length, lanes, carry, line, lines, position);
      } else {
        manyLanes(in, from, out, to, length, lanes, carry, line, lines, position, scratch);
      }
    }
    setPosition(carry, PARTS * lines, (position + length) % BLOCK);
  }

  /** Lane by lane, some steps of each. */
  private void fewLanes(
      Tile<A> in,
      int from,
      Tile<A> out,
      int to,
      int length,
      int lanes,
      A carry,
      int line,
      int lines,
      int start) {
    int atOnce = lanes == 1 ? length : IN_CACHE / lanes / OCTET * OCTET;
    for (int k = 0; k < length; k += atOnce) {
      int count = Math.min(atOnce, length - k);
      int position = (start + k) % BLOCK;
      for (int lane = 0; lane < lanes; lane++) {
        int at = from + k * in.stepPitch() + lane;
        int atTo = to + k * out.stepPitch() + lane;
        oneLane(in, at, out, atTo, count, carry, line + lane, lines, position);
      }
    }
  }

  private void oneLane(
      Tile<A> in,
      int from,
      Tile<A> out,
      int to,
      int length,
      A carry,
      int line,
      int lines,
      int start) {
    A x = in.array();
    A y = out.array();
    int step = in.stepPitch();
    int stepTo = out.stepPitch();
    int position = start;
    int count;
    for (int k = 0; k < length; k += count) {
      int left = length - k;
      int at = from + k * step;
      int atTo = to + k * stepTo;
      if (position % OCTET == 0 && left >= OCTET) {
        count = Math.min(BLOCK - position, left) / OCTET * OCTET;
        octets(x, at, step, y, atTo, stepTo, count, carry, line, lines);
      } else if (position % OCTET == 0) {
        count = left;
        beginning(x, at, step, y, atTo, stepTo, count, carry, line, lines);
      } else {
        count = Math.min(OCTET - position % OCTET, left);
        steps(x, at, step, y, atTo, stepTo, count, carry, line, lines, position);
      }
      position += count;
      if (position == BLOCK) {
        finishBlock(carry, line, 1, lines);
        position = 0;
      }
    }
  }

  /** Octet by octet, some lanes of each. */
  private void manyLanes(
      Tile<A> in,
      int from,
      Tile<A> out,
      int to,
      int length,
      int lanes,
      A carry,
      int line,
      int lines,
      int start,
      A scratch) {
    A x = in.array();
    A y = out.array();
    int step = in.stepPitch();
    int stepTo = out.stepPitch();
    int position = start;
    int steps;
    for (int k = 0; k < length; k += steps) {
      steps = Math.min(OCTET - position % OCTET, length - k);
      int at = from + k * step;
      int atTo = to + k * stepTo;
      int count;
      for (int lane = 0; lane < lanes; lane += count) {
        if (position % OCTET == 0) {
          count = Math.min(LANES_AT_ONCE, lanes - lane);
          lanes(
              x,
              at + lane,
              step,
              y,
              atTo + lane,
              stepTo,
              steps,
              count,
              carry,
              line + lane,
              lines,
              scratch);
        } else {
          count = 1;
          steps(
              x,
              at + lane,
              step,
              y,
              atTo + lane,
              stepTo,
              steps,
              carry,
              line + lane,
              lines,
              position);
        }
      }
      position += steps;
      if (position == BLOCK) {
        finishBlock(carry, line, lanes, lines);
        position = 0;
      }
    }
  }

  @Override
  @SuppressWarnings("SuspiciousSystemArraycopy") // A is an array type.
  public final void advance(A total, A fold, int length, A carry, int lines) {
    System.arraycopy(total, 0, carry, 0, carrySize(lines));
    for (int block = 0; block < length / BLOCK; block++) {
      System.arraycopy(fold, block * lines, total, C * lines, lines);
      finishBlock(total, 0, lines, lines);
    }
  }

  abstract int position(A carry, int at);

  abstract void setPosition(A carry, int at, int position);

  /** Room for {@link #lanes}: this thread's, as a new one for each tile is a third of the tile. */
  abstract A scratch();

  /** Scans lines that are shorter than two octets, from the beginning of a block on. */
  abstract void shortLines(Tile<A> in, Tile<A> out, int lines, int length, A carry);

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
      int position);

  /** Scans whole octets of a line, up to the end of a block at the most. */
  abstract void octets(
      A x, int from, int step, A y, int to, int stepTo, int length, A carry, int line, int lines);

  /** Scans the first elements of an octet, fewer than all. */
  abstract void beginning(
      A x, int from, int step, A y, int to, int stepTo, int length, A carry, int line, int lines);

  /** Scans one octet, or the beginning of one, of {@code count} lines that are neighbours. */
  abstract void lanes(
      A x,
      int from,
      int step,
      A y,
      int to,
      int stepTo,
      int length,
      int count,
      A carry,
      int line,
      int lines,
      A scratch);

  /** Moves the sum of the block just finished from {@code c} to {@code hi + lo}. */
  abstract void finishBlock(A carry, int line, int count, int lines);
}
