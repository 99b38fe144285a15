package org.cumulus.internal;

/** The kernel that leaves every element as it is: a scan with it is a copy with a cast. */
final class Identity<A> implements Kernel<A> {
  private final Carrier carrier;

  Identity(Carrier carrier) {
    this.carrier = carrier;
  }

  @Override
  public Carrier carrier() {
    return carrier;
  }

  @Override
  public void start(A carry, int count) {}

  @Override
  @SuppressWarnings("SuspiciousSystemArraycopy") // A is an array type.
  public void rows(Tile<A> in, Tile<A> out, int lines, int length, A carry) {
    if (in.equals(out)) {
      return;
    }
    for (int row = 0; row < lines; row++) {
      int from = in.start() + row * in.pitch();
      int to = out.start() + row * out.pitch();
      System.arraycopy(in.array(), from, out.array(), to, length);
    }
  }

  @Override
  public void sweep(Tile<A> in, Tile<A> out, int length, int lines, A carry) {
    rows(in, out, /* lines= */ length, /* length= */ lines, carry);
  }
}
