package org.cumulus.internal.kernels;

import org.cumulus.internal.memory.Tile;
import org.cumulus.internal.types.Carrier;

/** The kernel that leaves every element as it is: a scan with it is a copy with a cast. */
public final class Identity<A> implements SequentialKernel<A> {
  private final Carrier carrier;

  public Identity(Carrier carrier) {
    this.carrier = carrier;
  }

  @Override
  public Carrier carrier() {
    return carrier;
  }

  @Override
  public void start(A carry, int count) {}

  @Override
  public void rows(Tile<A> in, Tile<A> out, int lines, int length, A carry) {
    for (int line = 0; line < lines; line++) {
      int from = in.start() + line * in.groupPitch();
      int to = out.start() + line * out.groupPitch();
      combine(carry, 0, in.array(), from, out.array(), to, length);
    }
  }

  @Override
  public void shortGroups(Tile<A> in, Tile<A> out, int groups, int length, int lanes, A carry) {
    rows(in, out, groups, length * lanes, carry);
  }

  @Override
  public void fourLanes(
      A x, int from, int step, A y, int to, int stepTo, int length, A carry, int at) {
    for (int k = 0; k < length; k++) {
      combine(carry, 0, x, from + k * step, y, to + k * stepTo, 4);
    }
  }

  @Override
  public void twoLanes(
      A x, int from, int step, A y, int to, int stepTo, int length, A carry, int at) {
    for (int k = 0; k < length; k++) {
      combine(carry, 0, x, from + k * step, y, to + k * stepTo, 2);
    }
  }

  @Override
  public void lane(A x, int from, int step, A y, int to, int stepTo, int length, A carry, int at) {
    for (int k = 0; k < length; k++) {
      combine(carry, 0, x, from + k * step, y, to + k * stepTo, 1);
    }
  }

  /** Copies; where a tile is loaded into the very place that it is for, there is nothing to do. */
  @Override
  @SuppressWarnings("SuspiciousSystemArraycopy") // A is an array type.
  public void combine(A before, int at, A x, int from, A y, int to, int count) {
    if (!(x.equals(y) && from == to)) {
      System.arraycopy(x, from, y, to, count);
    }
  }
}
