package org.cumulus.internal.kernels.exact;

import static org.cumulus.internal.kernels.exact.ExactScan.BOUND;
import static org.cumulus.internal.kernels.exact.ExactScan.CARRY;
import static org.cumulus.internal.kernels.exact.ExactScan.HI;
import static org.cumulus.internal.kernels.exact.ExactScan.LO;
import static org.cumulus.internal.kernels.exact.ExactScan.MID;
import static org.cumulus.internal.kernels.exact.ExactScan.REST;
import static org.cumulus.internal.kernels.exact.ExactScan.ROUNDED_UP;

import java.nio.ByteBuffer;
import org.cumulus.internal.memory.Tile;

/**
 * The sum of one line in the order {@code EXACT} whose elements come one by one, or as other such
 * sums: the carry of {@link ExactScan}, and what can be asked of it.
 */
public final class ExactLine {
  /** What {@link #write} writes first: how much of the carry follows. */
  private static final byte PAIR = 0;

  private static final byte ALL = 1;

  /** From here on a quotient and its error are in the range of normal numbers. */
  private static final double SMALLEST_QUOTIENT = 0x1p-900;

  private static final long LARGEST_EXACT_DIVISOR = 1L << 53;

  private final double[] carry = new double[CARRY];
  private final double[] element = new double[1];
  private final double[] sum = {-0.0};
  private final Tile<double[]> in = Tile.dense(element, 1, 1);
  private final Tile<double[]> out = Tile.dense(sum, 1, 1);

  public ExactLine() {
    clear();
  }

  public void clear() {
    ExactScan.DOUBLE.start(carry, 1);
    sum[0] = -0.0;
  }

  public void add(double value) {
    element[0] = value;
    ExactScan.DOUBLE.scan(in, out, 1, 1, 1, carry);
  }

  /** Adds another sum, which stays as it is. */
  public void addAll(ExactLine other) {
    double hi = other.carry[HI];
    if (isPair(other.carry) || !Double.isFinite(hi) || !Double.isFinite(carry[HI])) {
      add(hi);
      if (Double.isFinite(hi) && other.carry[MID] != 0) {
        add(other.carry[MID]);
      }
      return;
    }
    double[] addend = other.gathered();
    ExactScan.gather(carry, 0);
    Superaccumulator.addAll(carry, REST, addend, REST);
    sum[0] = ExactScan.DOUBLE.rounded(carry, 0);
  }

  /** Takes another sum's place. */
  public void set(ExactLine other) {
    System.arraycopy(other.carry, 0, carry, 0, isPair(other.carry) ? REST : CARRY);
    sum[0] = other.sum[0];
  }

  private static boolean isPair(double[] carry) {
    return carry[LO] == 0 && carry[BOUND] == 0;
  }

  /** A copy of the carry with all of the sum in the rest. */
  private double[] gathered() {
    double[] all = carry.clone();
    ExactScan.gather(all, 0);
    return all;
  }

  /** The sum, rounded once; -0.0 if there was nothing else. */
  public double value() {
    return sum[0];
  }

  /** The sum, rounded to a float once. */
  public float floatValue() {
    double value = value();
    boolean isSure = Math.abs(value) >= Float.MIN_NORMAL && !Rounding.isHalfway(value);
    return (float) (isSure || value == 0 ? value : toOdd(value));
  }

  private double toOdd(double value) {
    return Double.isFinite(value) ? Superaccumulator.odd(gathered(), REST) : value;
  }

  /** The sum divided by a number above zero, rounded once. */
  public double quotient(long divisor) {
    double hi = carry[HI];
    if (!Double.isFinite(hi) || sum[0] == 0) {
      return sum[0];
    }
    double whole = hi + carry[MID];
    double quotient = whole / divisor;
    double more = Rounding.error(hi, carry[MID], whole);
    double rest = (Math.fma(-quotient, (double) divisor, whole) + more) / divisor;
    double result = quotient + rest;
    double error = Rounding.error(quotient, rest, result);
    // Two roundings made the rest; lo and the superaccumulator are not in it.
    double doubt = Math.abs(rest) * 0x1p-51;
    doubt += (Math.abs(carry[LO]) + carry[BOUND]) / divisor;
    doubt *= ROUNDED_UP;
    boolean isSure =
        divisor < LARGEST_EXACT_DIVISOR
            && Math.abs(quotient) > SMALLEST_QUOTIENT
            && result + (error + doubt) == result
            && result + (error - doubt) == result;
    return isSure ? result : Superaccumulator.quotient(gathered(), REST, divisor);
  }

  /** How many bytes {@link #write} writes. */
  public int size() {
    return 1 + Double.BYTES * (isPair(carry) ? 2 : CARRY);
  }

  /** Writes what {@link #read} makes this sum of. */
  public void write(ByteBuffer to) {
    int length = isPair(carry) ? 2 : CARRY;
    to.put(length == 2 ? PAIR : ALL);
    for (int i = 0; i < length; i++) {
      to.putDouble(carry[i]);
    }
  }

  /** Becomes the sum that was written. */
  public void read(ByteBuffer from) {
    byte kind = from.get();
    if (kind != PAIR && kind != ALL) {
      throw new IllegalArgumentException("expected a sum of kind 0 or 1, not " + kind);
    }
    clear();
    for (int i = 0; i < (kind == PAIR ? 2 : CARRY); i++) {
      carry[i] = from.getDouble();
    }
    if (!Double.isFinite(carry[HI]) || (kind == PAIR && carry[MID] == 0)) {
      sum[0] = carry[HI]; // -0.0, too
    } else {
      sum[0] = Superaccumulator.nearest(gathered(), REST);
    }
  }
}
