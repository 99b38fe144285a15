package org.cumulus.cli.table.values;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A number as a cell writes it: exact, an integer times a power of ten, or a double. One object
 * takes the number of one cell after the other.
 */
public final class Value implements Comparable<Value> {
  private boolean isDouble;
  private long unscaled;
  private @Nullable BigInteger large;
  private int scale;
  private double number;

  /** Zero. */
  public Value() {}

  /** Makes it {@code unscaled} · 10<sup>-{@code scale}</sup>. */
  public void set(long unscaled, int scale) {
    isDouble = false;
    this.unscaled = unscaled;
    this.scale = scale;
    large = null;
  }

  /** Makes it {@code unscaled} · 10<sup>-{@code scale}</sup>. */
  public void set(BigInteger unscaled, int scale) {
    isDouble = false;
    this.scale = scale;
    boolean isLarge = unscaled.bitLength() > 63;
    large = isLarge ? unscaled : null;
    this.unscaled = isLarge ? 0 : unscaled.longValue();
  }

  /** Makes it a double. */
  public void set(double number) {
    isDouble = true;
    this.number = number;
    large = null;
  }

  /** Makes it another one. */
  public void set(Value other) {
    isDouble = other.isDouble;
    unscaled = other.unscaled;
    large = other.large;
    scale = other.scale;
    number = other.number;
  }

  /** Whether it is a double: written with an exponent, infinite, or not a number. */
  public boolean isDouble() {
    return isDouble;
  }

  /** Whether it is exact, and its digits are a {@code long}. */
  boolean isSmall() {
    return !isDouble && large == null;
  }

  long unscaled() {
    return unscaled;
  }

  /** How many digits stand behind the point. */
  int scale() {
    return scale;
  }

  /** The digits of an exact number. */
  BigInteger digits() {
    return large == null ? BigInteger.valueOf(unscaled) : large;
  }

  /** The nearest double. */
  public double toDouble() {
    if (isDouble) {
      return number;
    }
    if (large == null && scale == 0) {
      return unscaled;
    }
    boolean areExact = large == null && Math.abs(unscaled) < 1L << 53 && scale < TENS.length;
    return areExact && unscaled != Long.MIN_VALUE
        ? unscaled / TENS[scale]
        : new BigDecimal(digits(), scale).doubleValue();
  }

  /** The powers of ten that are doubles: a quotient by one of them is rounded once. */
  private static final double[] TENS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  /** The number itself, which must be finite. */
  public BigDecimal exact() {
    return isDouble ? new BigDecimal(number) : new BigDecimal(digits(), scale);
  }

  /** Whether it is neither infinite nor NaN. */
  public boolean isFinite() {
    return !isDouble || Double.isFinite(number);
  }

  /** -1, 0 or 1; 0 for NaN. */
  public int signum() {
    if (isDouble) {
      return number > 0 ? 1 : number < 0 ? -1 : 0;
    }
    return large == null ? Long.signum(unscaled) : large.signum();
  }

  /** The digits of a finite number, without its sign and its point. */
  public String digitsOfExact() {
    if (isSmall() && unscaled != Long.MIN_VALUE) {
      return Long.toString(Math.abs(unscaled));
    }
    return exact().unscaledValue().abs().toString();
  }

  /** How many of {@link #digitsOfExact} stand behind the point. */
  public int scaleOfExact() {
    return isDouble ? exact().scale() : scale;
  }

  /** By value; NaN is larger than all numbers, and of doubles -0.0 is less than 0.0. */
  @Override
  public int compareTo(Value other) {
    if (isSmall() && other.isSmall() && scale == other.scale) {
      return Long.compare(unscaled, other.unscaled);
    }
    if ((isDouble && other.isDouble) || !isFinite() || !other.isFinite()) {
      return Double.compare(
          isDouble ? number : Math.signum(toDouble()),
          other.isDouble ? other.number : Math.signum(other.toDouble()));
    }
    return exact().compareTo(other.exact());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Value that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    return Double.hashCode(toDouble());
  }

  /** Writes it: an exact number with the digits it has, a double as NumPy does. */
  public void writeTo(CellText out) {
    if (isDouble) {
      out.number(number);
    } else if (large == null) {
      out.decimal(unscaled, scale);
    } else {
      out.decimal(large, scale);
    }
  }

  @Override
  public String toString() {
    CellText text = new CellText((byte) '.');
    writeTo(text);
    return text.toString();
  }
}
