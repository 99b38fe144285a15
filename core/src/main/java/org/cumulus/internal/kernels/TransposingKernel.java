package org.cumulus.internal.kernels;

import org.cumulus.internal.memory.Tile;

/**
 * A kernel that can scan tiles which lie one way in the input and the other way in the output, as
 * those of a transposed array do: eight elements that are neighbours in the input at a time, so
 * that each cache line is used whole as soon as it is there, and goes to eight places in the output
 * which its neighbours will follow.
 *
 * @param <A> the array type of the carrier
 */
public interface TransposingKernel<A> extends SequentialKernel<A> {
  /** How many elements are taken at a time: a cache line of the longest. */
  int AT_ONCE = 8;

  @Override
  default void scan(Tile<A> in, Tile<A> out, int groups, int length, int lanes, A carry) {
    if (lanes == 1 && in.stepPitch() == 1 && out.groupPitch() == 1 && out.stepPitch() != 1) {
      scanAlongInput(in, out, groups, length, carry);
    } else if (lanes == 1 && in.groupPitch() == 1 && in.stepPitch() != 1) {
      scanAcrossInput(in, out, groups, length, carry);
    } else {
      SequentialKernel.super.scan(in, out, groups, length, lanes, carry);
    }
  }

  private void scanAlongInput(Tile<A> in, Tile<A> out, int lines, int length, A carry) {
    A x = in.array();
    A y = out.array();
    int step = out.stepPitch();
    int k = 0;
    for (; k + AT_ONCE <= length; k += AT_ONCE) {
      eightSteps(x, in.start() + k, in.groupPitch(), y, out.start() + k * step, step, lines, carry);
    }
    for (int line = 0; line < lines && k < length; line++) {
      int from = in.start() + line * in.groupPitch() + k;
      lane(x, from, 1, y, out.start() + k * step + line, step, length - k, carry, line);
    }
  }

  private void scanAcrossInput(Tile<A> in, Tile<A> out, int lines, int length, A carry) {
    int line = 0;
    for (; line + AT_ONCE <= lines; line += AT_ONCE) {
      eightLines(in, out, line, length, carry);
    }
    for (; line < lines; line++) {
      int to = out.start() + line * out.groupPitch();
      int step = in.stepPitch();
      lane(
          in.array(),
          in.start() + line,
          step,
          out.array(),
          to,
          out.stepPitch(),
          length,
          carry,
          line);
    }
  }

  /**
   * Scans eight steps, neighbours in the input, of lines that are neighbours in the output.
   *
   * @param pitch how far the next line is in the input
   * @param step how far the next step is in the output
   */
  void eightSteps(A x, int from, int pitch, A y, int to, int step, int lines, A carry);

  /** Scans the eight lines from {@code line} on, which are neighbours in the input. */
  void eightLines(Tile<A> in, Tile<A> out, int line, int length, A carry);
}
