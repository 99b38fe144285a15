package org.cumulus.internal.kernels.exact;

import org.cumulus.internal.kernels.Kernel;
import org.cumulus.internal.memory.Tile;
import org.cumulus.internal.types.Carrier;
import org.jspecify.annotations.Nullable;

/**
 * Sums in the order {@code EXACT}: every one of them what exact arithmetic, rounded once, would
 * give. {@code float32} and {@code float16} are scanned as doubles, too, and become what they are
 * when they are stored. What is rounded then must not have been rounded to halfway before: there
 * the neighbouring double on the side of the exact sum takes its place ({@link Rounding#odd}).
 *
 * <p>The sum of a line is {@code hi + mid + lo + rest}, exactly. An element is added to {@code hi},
 * what rounding takes from that to {@code mid}, what it takes there to {@code lo}, and what it
 * takes there, which is rare, to {@code rest}, a {@link Superaccumulator}; the others are doubles.
 * Nothing is lost, so none of them needs to be the largest, and the processor waits for one
 * addition per element only.
 *
 * <ul>
 *   <li>As long as {@code hi} and {@code mid} are all there is ({@link #pairs}), {@code hi + mid}
 *       is the result: IEEE addition rounds it as it should be.
 *   <li>If there is more, {@code bound} says how large the rest is at the most, and {@code hi +
 *       mid} is the result if it stays when as much as there is more is added or taken away ({@link
 *       #certified}).
 *   <li>If it does not stay, the sum is rounded exactly, and all four are made from it anew, so
 *       that the bound is as small as can be again ({@link #rounded}).
 * </ul>
 *
 * <p>Beyond the range of doubles all of the sum is in the rest, and its bound infinite. After an
 * infinity or NaN {@code hi} is what that makes of the sum. A {@code hi} of -0.0 says that there
 * were no elements but -0.0.
 *
 * <p>A line's carry is {@code hi}, {@code mid}, {@code lo}, {@code bound} and the rest, which is
 * not cleared before it is needed.
 */
public final class ExactScan implements Kernel<double[], double[]> {
  public static final ExactScan DOUBLE = new ExactScan(false);
  public static final ExactScan NARROW = new ExactScan(true);

  static final int HI = 0;
  static final int MID = 1;
  static final int LO = 2;
  static final int BOUND = 3;
  static final int REST = 4;
  static final int CARRY = REST + Superaccumulator.LIMBS;

  /** So many that their carries stay small. */
  private static final int MOST_LINES = 128;

  /** Elements of some lanes that stay in the L1 cache from one lane to the next. */
  private static final int IN_CACHE = 2048;

  /** More than what the roundings of two additions, and of this product, can take. */
  static final double ROUNDED_UP = 1 + 0x1p-50;

  /** Whether results are to be rounded to fewer digits when they are stored. */
  private final boolean isNarrow;

  private ExactScan(boolean isNarrow) {
    this.isNarrow = isNarrow;
  }

  @Override
  public Carrier carrier() {
    return Carrier.DOUBLE;
  }

  @Override
  public int mostLines() {
    return MOST_LINES;
  }

  @Override
  public int carrySize(int lines) {
    return lines * CARRY;
  }

  @Override
  public void start(double[] carry, int lines) {
    for (int line = 0; line < lines; line++) {
      carry[line * CARRY + HI] = -0.0;
      carry[line * CARRY + MID] = 0;
      carry[line * CARRY + LO] = 0;
      carry[line * CARRY + BOUND] = 0;
    }
  }

  @Override
  public void startFrom(double @Nullable [] initial, double[] carry, int lines) {
    start(carry, lines);
    for (int line = 0; line < lines && initial != null; line++) {
      carry[line * CARRY + HI] = initial[0];
    }
  }

  @Override
  public void copyCarry(
      double[] from, int lines, int line, double[] to, int linesTo, int lineTo, int count) {
    for (int i = 0; i < count; i++) {
      int at = (line + i) * CARRY;
      // What is cleared before it is needed is not worth copying: it is most of the carry.
      int size = from[at + LO] == 0 && from[at + BOUND] == 0 ? REST : CARRY;
      System.arraycopy(from, at, to, (lineTo + i) * CARRY, size);
    }
  }

  @Override
  public void scan(
      Tile<double[]> in, Tile<double[]> out, int groups, int length, int lanes, double[] carry) {
    int atOnce = lanes == 1 ? length : Math.max(IN_CACHE / lanes, 1);
    for (int group = 0; group < groups; group++) {
      int from = in.start() + group * in.groupPitch();
      int to = out.start() + group * out.groupPitch();
      for (int k = 0; k < length; k += atOnce) {
        int count = Math.min(atOnce, length - k);
        int source = from + k * in.stepPitch();
        int target = to + k * out.stepPitch();
        for (int lane = 0; lane < lanes; lane++) {
          int at = (group * lanes + lane) * CARRY;
          stretch(in, source + lane, out, target + lane, count, carry, at);
        }
      }
    }
  }

  private void stretch(
      Tile<double[]> in, int from, Tile<double[]> out, int to, int length, double[] carry, int at) {
    double[] x = in.array();
    double[] y = out.array();
    int step = in.stepPitch();
    int stepTo = out.stepPitch();
    int k = 0;
    if (isNegativeZero(carry[at + HI])) {
      while (k < length && isNegativeZero(x[from + k * step])) {
        y[to + k * stepTo] = -0.0;
        k++;
      }
      carry[at + HI] = k < length ? 0.0 : -0.0;
    }
    while (k < length) {
      int i = from + k * step;
      int j = to + k * stepTo;
      if (carry[at + LO] != 0 || carry[at + BOUND] != 0) {
        k += certified(x, i, step, y, j, stepTo, length - k, carry, at);
      } else if (step == 1 && stepTo == 1) {
        k += densePairs(x, i, y, j, length - k, carry, at);
      } else {
        k += pairs(x, i, step, y, j, stepTo, length - k, carry, at);
      }
      if (k < length) {
        y[to + k * stepTo] = plus(x[from + k * step], carry, at);
        k++;
      }
    }
  }

  private static boolean isNegativeZero(double value) {
    return Double.doubleToRawLongBits(value) == Long.MIN_VALUE;
  }

  /**
   * Scans elements as long as {@code hi} and {@code mid} are all there is.
   *
   * @return how many
   */
  private int pairs(
      double[] x,
      int from,
      int step,
      double[] y,
      int to,
      int stepTo,
      int length,
      double[] carry,
      int at) {
    double hi = carry[at + HI];
    double mid = carry[at + MID];
    int k = 0;
    for (; k < length; k++) {
      double element = x[from + k * step];
      double sum = hi + element;
      double ofHi = Rounding.error(hi, element, sum);
      double sumOfMid = mid + ofHi;
      if (Rounding.error(mid, ofHi, sumOfMid) != 0) { // NaN, too: the sum is not finite
        break;
      }
      hi = sum;
      mid = sumOfMid;
      double result = hi + mid;
      if (isNarrow) {
        result =
            Rounding.isHalfway(result)
                ? Rounding.odd(result, Rounding.error(hi, mid, result))
                : result;
      }
      y[to + k * stepTo] = result;
    }
    carry[at + HI] = hi;
    carry[at + MID] = mid;
    return k;
  }

  /** As {@link #pairs}; apart from it, as there are bounds to be checked at each element there. */
  private int densePairs(
      double[] x, int from, double[] y, int to, int length, double[] carry, int at) {
    double hi = carry[at + HI];
    double mid = carry[at + MID];
    int k = 0;
    for (; k < length; k++) {
      double element = x[from + k];
      double sum = hi + element;
      double ofHi = Rounding.error(hi, element, sum);
      double sumOfMid = mid + ofHi;
      if (Rounding.error(mid, ofHi, sumOfMid) != 0) { // NaN, too: the sum is not finite
        break;
      }
      hi = sum;
      mid = sumOfMid;
      double result = hi + mid;
      if (isNarrow) {
        result =
            Rounding.isHalfway(result)
                ? Rounding.odd(result, Rounding.error(hi, mid, result))
                : result;
      }
      y[to + k] = result;
    }
    carry[at + HI] = hi;
    carry[at + MID] = mid;
    return k;
  }

  /**
   * Scans elements as long as it is sure how the sum is rounded.
   *
   * @return how many
   */
  private int certified(
      double[] x,
      int from,
      int step,
      double[] y,
      int to,
      int stepTo,
      int length,
      double[] carry,
      int at) {
    double hi = carry[at + HI];
    double mid = carry[at + MID];
    double lo = carry[at + LO];
    double bound = carry[at + BOUND];
    int k = 0;
    for (; k < length; k++) {
      double element = x[from + k * step];
      double sum = hi + element;
      double ofHi = Rounding.error(hi, element, sum);
      double sumOfMid = mid + ofHi;
      double ofMid = Rounding.error(mid, ofHi, sumOfMid);
      double sumOfLo = lo + ofMid;
      double ofLo = Rounding.error(lo, ofMid, sumOfLo);
      double newBound = ofLo == 0 ? bound : (bound + Math.abs(ofLo)) * ROUNDED_UP;
      double result = sum + sumOfMid;
      double more =
          Math.abs(Rounding.error(sum, sumOfMid, result)) + (Math.abs(sumOfLo) + newBound);
      more *= ROUNDED_UP;
      boolean isSure = result + more == result && result - more == result;
      // Sums of halves have too few digits to come here.
      if (!isSure || (isNarrow && Rounding.isHalfway(result))) {
        break;
      }
      if (ofLo != 0) {
        Superaccumulator.add(carry, at + REST, ofLo);
        bound = newBound;
      }
      hi = sum;
      mid = sumOfMid;
      lo = sumOfLo;
      y[to + k * stepTo] = result;
    }
    carry[at + HI] = hi;
    carry[at + MID] = mid;
    carry[at + LO] = lo;
    carry[at + BOUND] = bound;
    return k;
  }

  /** Adds any element, and returns the result. */
  private double plus(double element, double[] carry, int at) {
    double hi = carry[at + HI];
    if (!Double.isFinite(element) || !Double.isFinite(hi)) {
      carry[at + HI] = Double.isFinite(hi) ? element : hi + element;
      return carry[at + HI];
    }
    gather(carry, at);
    Superaccumulator.add(carry, at + REST, element);
    return rounded(carry, at);
  }

  /**
   * Adds a finite sum to the rest. What {@code hi}, {@code mid} and {@code lo} hold is void then.
   */
  static void gather(double[] carry, int at) {
    if (carry[at + BOUND] == 0) {
      Superaccumulator.clear(carry, at + REST);
    }
    Superaccumulator.add(carry, at + REST, carry[at + HI]);
    Superaccumulator.add(carry, at + REST, carry[at + MID]);
    Superaccumulator.add(carry, at + REST, carry[at + LO]);
  }

  /**
   * Rounds a sum that is all in the rest, and makes {@code hi}, {@code mid} and {@code lo} of it.
   */
  double rounded(double[] carry, int at) {
    double hi = Superaccumulator.nearest(carry, at + REST);
    double result = isNarrow ? Superaccumulator.odd(carry, at + REST) : hi;
    if (Double.isInfinite(hi)) {
      carry[at + HI] = 0;
      carry[at + MID] = 0;
      carry[at + LO] = 0;
      carry[at + BOUND] = Double.POSITIVE_INFINITY;
      return result;
    }
    carry[at + HI] = hi;
    Superaccumulator.add(carry, at + REST, -hi);
    carry[at + MID] = moved(carry, at);
    carry[at + LO] = moved(carry, at);
    carry[at + BOUND] = Math.abs(Superaccumulator.nearest(carry, at + REST)) * ROUNDED_UP;
    return result;
  }

  /** Takes as much from the rest as a double holds. */
  private static double moved(double[] carry, int at) {
    double part = Superaccumulator.nearest(carry, at + REST);
    Superaccumulator.add(carry, at + REST, -part);
    return part;
  }
}
