package org.cumulus.internal;

import org.jspecify.annotations.Nullable;

/**
 * The logarithms of the sums of exponentials, {@code log(exp(x[0]) + … + exp(x[k]))}, of numbers of
 * any size, whose exponentials no double could hold.
 *
 * <p>A line's carry is a {@code reference}, some element, and the sum of {@code exp(x - reference)}
 * as two doubles, of which the second is what rounding took from the first. So a sum of a million
 * elements is as good as one of ten, and the logarithm is that of the sum itself, and not of a sum
 * that has been through logarithms and back at every step.
 *
 * <p>The reference need not be the largest element. It changes only where one is so much larger
 * that its exponential might overflow ({@link #REACH}); by then what was lost before counts for
 * nothing. The first element is the first reference, so that the sum is never less than 1, and what
 * is as much smaller than the reference is nothing beside it. An infinite reference, or NaN, is the
 * result, whatever follows; but NaN follows infinity.
 *
 * <p>Floats of all widths are scanned as doubles and rounded as they are stored. The functions are
 * those of {@link StrictMath}, so that the bits are the same everywhere.
 */
final class LogSumExp implements Kernel<double[], double[]> {
  static final LogSumExp INSTANCE = new LogSumExp();

  private static final int REFERENCE = 0;
  private static final int SUM = 1;
  private static final int REST = 2;
  private static final int CARRY = 3;

  /** The sum of 10^100 elements that are that much larger than the reference is finite. */
  private static final double REACH = 300;

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
        double back = distance - element;
        double error = (element - (distance - back)) - (reference + back);
        double term = StrictMath.exp(distance);
        double before = sum;
        sum = before + term;
        double added = sum - before;
        rest += ((before - (sum - added)) + (term - added)) + term * error;
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
      // What there was is next to nothing, or nothing: the first reference is minus infinity.
      double scale = StrictMath.exp(reference - element);
      begin(carry, at, element, 1);
      if (sum * scale > 0) {
        double scaled = sum * scale;
        carry[at + SUM] = 1 + scaled;
        double added = carry[at + SUM] - 1;
        carry[at + REST] = (1 - (carry[at + SUM] - added)) + (scaled - added) + rest * scale;
      }
    }
  }

  private static double result(double reference, double sum, double rest) {
    double whole = sum + rest;
    return whole == 0
        ? reference
        : reference + (StrictMath.log(whole) + ((sum - whole) + rest) / whole);
  }
}
