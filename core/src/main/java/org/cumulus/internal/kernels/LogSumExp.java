package org.cumulus.internal.kernels;

import org.cumulus.internal.memory.Tile;
import org.cumulus.internal.types.Carrier;
import org.jspecify.annotations.Nullable;

/**
 * The logarithms of the sums of exponentials, {@code log(exp(x[0]) + … + exp(x[k]))}, of numbers of
 * any size, whose exponentials no double could hold.
 *
 * <p>A line's carry is a {@code reference}, some element, and the sum of {@code exp(x - reference)}
 * as two doubles, of which the second is what rounding took from the first. So a sum of a million
 * elements is as good as one of ten, and the logarithm is that of the sum itself, and not of a sum
 * that has been through logarithms and back at every step. A result is {@code reference +
 * log(sum)}, both of which may be large where it is small: see {@link #result}.
 *
 * <p>The reference need not be the largest element. It changes only where one is so much larger
 * that its exponential might overflow ({@link #REACH}), as each change costs a rounding. The first
 * element is the first reference, so that the sum is never less than 1, and what is as much smaller
 * than the reference is nothing beside it. An infinite reference, or NaN, is the result, whatever
 * follows; but NaN follows infinity.
 *
 * <p>Floats of all widths are scanned as doubles and rounded as they are stored. The functions are
 * those of {@link StrictMath}, so that the bits are the same everywhere.
 */
public final class LogSumExp implements Kernel<double[], double[]> {
  public static final LogSumExp INSTANCE = new LogSumExp();

  private static final int REFERENCE = 0;
  private static final int SUM = 1;
  private static final int REST = 2;
  private static final int CARRY = 3;

  /** The sum of 10^100 elements that are that much larger than the reference is finite. */
  private static final double REACH = 300;

  /** The first 33 bits, so that multiples by an exponent are exact, and the rest. */
  private static final double LOG_2 = 0x1.62e42feep-1;

  private static final double REST_OF_LOG_2 = 0x1.a39ef35793c76p-33;

  private static final double SQUARE_ROOT_OF_2 = 0x1.6a09e667f3bcdp0;

  private LogSumExp() {}

  @Override
  public Carrier carrier() {
    return Carrier.DOUBLE;
  }

  @Override
  public int carrySize(int lines) {
    return lines * CARRY;
  }

  @Override
  public void start(double[] carry, int lines) {
    for (int at = 0; at < lines * CARRY; at += CARRY) {
      begin(carry, at, Double.NEGATIVE_INFINITY, 0);
    }
  }

  @Override
  public void startFrom(double @Nullable [] initial, double[] carry, int lines) {
    start(carry, lines);
    for (int at = 0; at < lines * CARRY && initial != null; at += CARRY) {
      begin(carry, at, initial[0], 1);
    }
  }

  @Override
  public void copyCarry(
      double[] from, int lines, int line, double[] to, int linesTo, int lineTo, int count) {
    System.arraycopy(from, line * CARRY, to, lineTo * CARRY, count * CARRY);
  }

  private static void begin(double[] carry, int at, double reference, double sum) {
    carry[at + REFERENCE] = reference;
    carry[at + SUM] = sum;
    carry[at + REST] = 0;
  }

  @Override
  public void scan(
      Tile<double[]> in, Tile<double[]> out, int groups, int length, int lanes, double[] carry) {
    for (int group = 0; group < groups; group++) {
      int from = in.start() + group * in.groupPitch();
      int to = out.start() + group * out.groupPitch();
      for (int lane = 0; lane < lanes; lane++) {
        int at = (group * lanes + lane) * CARRY;
        line(in, from + lane, out, to + lane, length, carry, at);
      }
    }
  }

  private static void line(
      Tile<double[]> in, int from, Tile<double[]> out, int to, int length, double[] carry, int at) {
    double[] x = in.array();
    double[] y = out.array();
    double reference = carry[at + REFERENCE];
    double sum = carry[at + SUM];
    double rest = carry[at + REST];
    for (int k = 0; k < length; k++) {
      double element = x[from + k * in.stepPitch()];
      double distance = element - reference;
      if (Math.abs(distance) <= REACH) {
        double term = StrictMath.exp(distance);
        double before = sum;
        sum = before + term;
        rest += rounded(before, term, sum) + term * rounded(element, -reference, distance);
      } else {
        far(element, carry, at, sum, rest);
        reference = carry[at + REFERENCE];
        sum = carry[at + SUM];
        rest = carry[at + REST];
      }
      y[to + k * out.stepPitch()] = result(reference, sum, rest);
    }
    carry[at + REFERENCE] = reference;
    carry[at + SUM] = sum;
    carry[at + REST] = rest;
  }

  /** Takes in an element that is out of the reference's reach, or no number at all. */
  private static void far(double element, double[] carry, int at, double sum, double rest) {
    double reference = carry[at + REFERENCE];
    carry[at + SUM] = sum;
    carry[at + REST] = rest;
    boolean isFinal = Double.isNaN(reference) || reference == Double.POSITIVE_INFINITY;
    if (Double.isNaN(element) || (!isFinal && element > reference)) {
      // What there was is little, or nothing: the first reference is minus infinity.
      double distance = reference - element;
      double scale = StrictMath.exp(distance);
      begin(carry, at, element, 1);
      if (sum * scale > 0) {
        double term = sum * scale;
        double whole = 1 + term;
        double lost = Math.fma(sum, scale, -term) + rest * scale;
        carry[at + SUM] = whole;
        carry[at + REST] =
            rounded(1, term, whole) + lost + term * rounded(reference, -element, distance);
      }
    }
  }

  /** What rounding took from a sum of two numbers. */
  private static double rounded(double a, double b, double sum) {
    double added = sum - a;
    return (a - (sum - added)) + (b - added);
  }

  /**
   * {@code reference + log(sum)} with one rounding that matters. The two may be large and cancel,
   * so the powers of two in the sum are added to the reference as multiples of log 2, exactly but
   * for the last of 86 bits; what is left to the logarithm is less than 0.35.
   */
  private static double result(double reference, double sum, double rest) {
    if (!Double.isFinite(reference)) {
      return reference;
    }
    double whole = sum + rest;
    double last = ((sum - whole) + rest) / whole;
    int exponent = Math.getExponent(whole * SQUARE_ROOT_OF_2);
    double shift = exponent * LOG_2;
    double high = reference + shift;
    double log = StrictMath.log(Math.scalb(whole, -exponent));
    return high + (rounded(reference, shift, high) + (log + (exponent * REST_OF_LOG_2 + last)));
  }
}
