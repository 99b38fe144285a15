package org.cumulus.internal.kernels;

import org.cumulus.internal.memory.Tile;
import org.cumulus.internal.types.Carrier;
import org.jspecify.annotations.Nullable;

/**
 * The scan of complex numbers with an operation in which their parts meet. The lanes of a tile are
 * real and imaginary parts by turns. A line's first number is kept as it is: a flag behind the
 * carries says whether the lines have begun.
 *
 * <p>As with {@link OperatorScan}, the class file is defined again for each operation once that is
 * worth it.
 *
 * @param <A> the array type of the carrier
 */
public abstract class ComplexScan<A> implements Kernel<A, A> {
  /** From this many lanes on a row of them is worth a loop. */
  private static final int MANY_LANES = 16;

  private final Carrier carrier;

  ComplexScan(Carrier carrier) {
    this.carrier = carrier;
  }

  @Override
  public final Carrier carrier() {
    return carrier;
  }

  @Override
  public final int laneGrain() {
    return 2;
  }

  @Override
  public final int carrySize(int lines) {
    return lines + 1;
  }

  @Override
  public final void start(A carry, int lines) {
    carrier.setFlag(carry, lines, false);
  }

  @Override
  public final void startFrom(@Nullable A initial, A carry, int lines) {
    carrier.setFlag(carry, lines, initial != null);
    if (initial != null) {
      fill(carry, lines, initial);
    }
  }

  @Override
  public final void copyCarry(
      A from, int lines, int line, A to, int linesTo, int lineTo, int count) {
    Kernel.super.copyCarry(from, lines, line, to, linesTo, lineTo, count);
    carrier.setFlag(to, linesTo, carrier.flag(from, lines));
  }

  @Override
  public final void scan(Tile<A> in, Tile<A> out, int groups, int length, int lanes, A carry) {
    int lines = groups * lanes;
    int first = carrier.flag(carry, lines) ? 0 : 1;
    for (int group = 0; group < groups; group++) {
      int from = in.start() + group * in.groupPitch();
      int to = out.start() + group * out.groupPitch();
      int at = group * lanes;
      if (first == 1) {
        copyFirst(in.array(), from, out.array(), to, lanes, carry, at);
        from += in.stepPitch();
        to += out.stepPitch();
      }
      if (lanes >= MANY_LANES) {
        sweep(in, from, out, to, length - first, lanes, carry, at);
      } else {
        for (int lane = 0; lane < lanes; lane += 2) {
          line(in, from + lane, out, to + lane, length - first, carry, at + lane);
        }
      }
    }
    carrier.setFlag(carry, lines, true);
  }

  @SuppressWarnings("SuspiciousSystemArraycopy") // A is an array type.
  private void copyFirst(A x, int from, A y, int to, int lanes, A carry, int at) {
    System.arraycopy(x, from, carry, at, lanes);
    System.arraycopy(carry, at, y, to, lanes);
  }

  @SuppressWarnings("SuspiciousSystemArraycopy") // A is an array type.
  private void sweep(
      Tile<A> in, int from, Tile<A> out, int to, int length, int lanes, A carry, int at) {
    A last = carry;
    int before = at;
    for (int k = 0; k < length; k++) {
      int next = to + k * out.stepPitch();
      combine(last, before, in.array(), from + k * in.stepPitch(), out.array(), next, lanes);
      last = out.array();
      before = next;
    }
    System.arraycopy(last, before, carry, at, lanes);
  }

  /** Sets the parts of all lines to those of one number, or to one value. */
  abstract void fill(A carry, int lines, A initial);

  /** Scans one line, from the carry {@code at} and {@code at + 1} on. */
  abstract void line(Tile<A> in, int from, Tile<A> out, int to, int length, A carry, int at);

  /** The numbers at {@code to} become those {@code at} combined with those at {@code from}. */
  abstract void combine(A before, int at, A x, int from, A y, int to, int count);
}
