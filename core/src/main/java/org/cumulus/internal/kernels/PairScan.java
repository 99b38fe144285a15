package org.cumulus.internal.kernels;

import org.cumulus.DType.Kind;
import org.cumulus.internal.memory.Tile;
import org.cumulus.internal.types.Carrier;
import org.cumulus.internal.types.Half;

/**
 * Scans of pairs, a coefficient and an element: {@code y[k] = a[k] · y[k - 1] + x[k]}. The two are
 * neighbouring lanes of a tile, and a result takes its element's place. Product and sum are rounded
 * one after the other.
 *
 * <p>A line's carry is its last result, where its element's would be. Behind the carries a flag
 * says whether the lines have begun, as the first elements are kept as they are.
 *
 * @param <A> the array type of the carrier
 */
public abstract sealed class PairScan<A> implements Kernel<A, A> {
  private final Carrier carrier;

  PairScan(Carrier carrier) {
    this.carrier = carrier;
  }

  /** The scan of pairs of a kind. */
  public static PairScan<?> of(Kind kind) {
    return switch (kind) {
      case FLOAT16 -> new OfHalves();
      case FLOAT32 -> new OfFloats();
      case FLOAT64 -> new OfDoubles();
      default -> new OfLongs();
    };
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
  @SuppressWarnings("SuspiciousSystemArraycopy") // A is an array type.
  public final void scan(Tile<A> in, Tile<A> out, int groups, int length, int lanes, A carry) {
    boolean hasBegun = carrier.flag(carry, groups * lanes);
    for (int group = 0; group < groups; group++) {
      int from = in.start() + group * in.groupPitch();
      int to = out.start() + group * out.groupPitch();
      int at = group * lanes;
      if (!hasBegun) {
        System.arraycopy(in.array(), from, out.array(), to, lanes);
      }
      for (int k = hasBegun ? 0 : 1; k < length; k++) {
        A last = k == 0 ? carry : out.array();
        int before = k == 0 ? at : to + (k - 1) * out.stepPitch();
        int next = to + k * out.stepPitch();
        combine(last, before, in.array(), from + k * in.stepPitch(), out.array(), next, lanes);
      }
      System.arraycopy(out.array(), to + (length - 1) * out.stepPitch(), carry, at, lanes);
    }
    carrier.setFlag(carry, groups * lanes, true);
  }

  /** For each second lane {@code y = x · before + x}, the factor from the lane before it. */
  abstract void combine(A before, int at, A x, int from, A y, int to, int lanes);

  private static final class OfLongs extends PairScan<long[]> {
    OfLongs() {
      super(Carrier.LONG);
    }

    @Override
    void combine(long[] before, int at, long[] x, int from, long[] y, int to, int lanes) {
      for (int i = 1; i < lanes; i += 2) {
        y[to + i] = x[from + i - 1] * before[at + i] + x[from + i];
      }
    }
  }

  private static final class OfDoubles extends PairScan<double[]> {
    OfDoubles() {
      super(Carrier.DOUBLE);
    }

    @Override
    void combine(double[] before, int at, double[] x, int from, double[] y, int to, int lanes) {
      for (int i = 1; i < lanes; i += 2) {
        y[to + i] = x[from + i - 1] * before[at + i] + x[from + i];
      }
    }
  }

  private static final class OfFloats extends PairScan<float[]> {
    OfFloats() {
      super(Carrier.FLOAT);
    }

    @Override
    void combine(float[] before, int at, float[] x, int from, float[] y, int to, int lanes) {
      for (int i = 1; i < lanes; i += 2) {
        y[to + i] = x[from + i - 1] * before[at + i] + x[from + i];
      }
    }
  }

  private static final class OfHalves extends PairScan<float[]> {
    OfHalves() {
      super(Carrier.FLOAT);
    }

    @Override
    void combine(float[] before, int at, float[] x, int from, float[] y, int to, int lanes) {
      for (int i = 1; i < lanes; i += 2) {
        y[to + i] = Half.round(Half.round(x[from + i - 1] * before[at + i]) + x[from + i]);
      }
    }
  }
}
