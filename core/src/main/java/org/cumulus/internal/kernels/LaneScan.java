package org.cumulus.internal.kernels;

import org.cumulus.internal.memory.Tile;
import org.cumulus.internal.operations.LineLoop;
import org.cumulus.internal.operations.Operation;

/**
 * A scan with an operation for which a single loop is enough, that of one lane: because it is slow
 * itself, or has not been used enough to be worth a class of its own.
 *
 * @param <F> the type of the function on two values
 * @param <A> the array type of the carrier
 */
abstract class LaneScan<F, A> extends OperatorScan<F, A> {
  LaneScan(Operation<F, A> operation) {
    super(operation);
  }

  @Override
  public final void rows(Tile<A> in, Tile<A> out, int lines, int length, A carry) {
    LineLoop<A> loop = lineLoop(length);
    for (int line = 0; line < lines; line++) {
      int from = in.start() + line * in.groupPitch();
      int to = out.start() + line * out.groupPitch();
      if (loop == null) {
        lane(in.array(), from, 1, out.array(), to, 1, length, carry, line);
      } else {
        loop.scan(in.array(), from, out.array(), to, length, carry, line);
      }
    }
  }

  @Override
  public final void shortGroups(
      Tile<A> in, Tile<A> out, int groups, int length, int lanes, A carry) {
    for (int line = 0; line < groups * lanes; line++) {
      int from = in.start() + line / lanes * in.groupPitch() + line % lanes;
      int to = out.start() + line / lanes * out.groupPitch() + line % lanes;
      lane(in.array(), from, lanes, out.array(), to, lanes, length, carry, line);
    }
  }

  @Override
  public final void fourLanes(
      A x, int from, int step, A y, int to, int stepTo, int length, A carry, int at) {
    twoLanes(x, from, step, y, to, stepTo, length, carry, at);
    twoLanes(x, from + 2, step, y, to + 2, stepTo, length, carry, at + 2);
  }

  @Override
  public final void twoLanes(
      A x, int from, int step, A y, int to, int stepTo, int length, A carry, int at) {
    lane(x, from, step, y, to, stepTo, length, carry, at);
    lane(x, from + 1, step, y, to + 1, stepTo, length, carry, at + 1);
  }

  @Override
  public final void eightSteps(
      A x, int from, int pitch, A y, int to, int step, int lines, A carry) {
    for (int line = 0; line < lines; line++) {
      lane(x, from + line * pitch, 1, y, to + line, step, AT_ONCE, carry, line);
    }
  }

  @Override
  public final void eightLines(Tile<A> in, Tile<A> out, int line, int length, A carry) {
    for (int i = line; i < line + AT_ONCE; i++) {
      int to = out.start() + i * out.groupPitch();
      A x = in.array();
      A y = out.array();
      lane(x, in.start() + i, in.stepPitch(), y, to, out.stepPitch(), length, carry, i);
    }
  }
}
