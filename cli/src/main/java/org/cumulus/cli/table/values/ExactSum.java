package org.cumulus.cli.table.values;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The exact sum of numbers. Of integers and decimals it is one, with the scale of the finest; as
 * soon as there is a double, it is rounded to one, once.
 */
public final class ExactSum {
  /** How many more digits a mean of decimals has than they. */
  private static final int MEAN_DIGITS = 4;

  private static final long[] TENS = new long[19];

  static {
    TENS[0] = 1;
    for (int i = 1; i < TENS.length; i++) {
      TENS[i] = 10 * TENS[i - 1];
    }
  }

  private long unscaled;
  private @Nullable BigInteger large;
  private int scale;
  private @Nullable DoubleSum doubles;
  private long count;

  /** The sum of nothing. */
  public ExactSum() {}

  /** How many numbers there are in it. */
  public long count() {
    return count;
  }

  /** Makes it the sum of nothing. */
  public void clear() {
    unscaled = 0;
    large = null;
    scale = 0;
    doubles = null;
    count = 0;
  }

  /** Adds a number. */
  public void add(Value value) {
    count++;
    if (value.isSmall() && large == null && value.scale() == scale) {
      long sum = unscaled + value.unscaled();
      if (((unscaled ^ sum) & (value.unscaled() ^ sum)) >= 0) {
        unscaled = sum;
        return;
      }
    }
    addSlowly(value);
  }

  private void addSlowly(Value value) {
    if (value.isDouble()) {
      doubles = doubles == null ? new DoubleSum() : doubles;
      doubles.add(value.toDouble());
      return;
    }
    int finest = Math.max(scale, value.scale());
    if (value.isSmall() && large == null) {
      int finer = finest - scale;
      int coarser = finest - value.scale();
      if (fits(unscaled, finer) && fits(value.unscaled(), coarser)) {
        unscaled *= TENS[finer];
        scale = finest;
        long term = value.unscaled() * TENS[coarser];
        long sum = unscaled + term;
        if (((unscaled ^ sum) & (term ^ sum)) >= 0) {
          unscaled = sum;
          return;
        }
        set(BigInteger.valueOf(unscaled).add(BigInteger.valueOf(term)));
        return;
      }
    }
    BigDecimal sum = decimal().add(new BigDecimal(value.digits(), value.scale()));
    scale = finest;
    set(sum.unscaledValue());
  }

  private void set(BigInteger digits) {
    boolean isLarge = digits.bitLength() > 63;
    large = isLarge ? digits : null;
    unscaled = isLarge ? 0 : digits.longValue();
  }

  private static boolean fits(long unscaled, int digits) {
    return digits < TENS.length
        && unscaled <= Long.MAX_VALUE / TENS[digits]
        && unscaled >= -Long.MAX_VALUE / TENS[digits];
  }

  /** The sum of the integers and decimals. */
  private BigDecimal decimal() {
    return new BigDecimal(large == null ? BigInteger.valueOf(unscaled) : large, scale);
  }

  /** Whether a double is in it, so that it is rounded. */
  private boolean isDecimal() {
    return doubles == null;
  }

  /** The sum of all, which must be finite. */
  private BigDecimal exact() {
    return doubles == null ? decimal() : decimal().add(doubles.exact());
  }

  private double rounded(DoubleSum sum) {
    boolean areAlone = sum.count() == count || !sum.isFinite();
    return areAlone ? sum.value() : exact().doubleValue();
  }

  /** Writes the sum of at least one number. */
  public void writeSum(CellText out) {
    DoubleSum sum = doubles;
    if (sum != null) {
      out.number(rounded(sum));
    } else if (large == null) {
      out.decimal(unscaled, scale);
    } else {
      out.decimal(large, scale);
    }
  }

  /**
   * Writes the mean of at least one number: of integers and doubles the nearest double, of decimals
   * one with four digits more than they have, a half away from zero.
   */
  public void writeMean(CellText out) {
    DoubleSum sum = doubles;
    if (sum != null) {
      boolean areAlone = sum.count() == count || !sum.isFinite();
      out.number(areAlone ? sum.mean() : Quotient.nearest(exact(), BigDecimal.valueOf(count)));
    } else if (scale > 0) {
      BigDecimal mean =
          decimal()
              .divide(BigDecimal.valueOf(count), scale + MEAN_DIGITS, RoundingMode.HALF_UP)
              .stripTrailingZeros();
      out.decimal(mean.scale() < scale ? mean.setScale(scale) : mean);
    } else if (large == null && Math.abs(unscaled) < 1L << 53) {
      out.number((double) unscaled / count);
    } else {
      out.number(Quotient.nearest(decimal(), BigDecimal.valueOf(count)));
    }
  }

  /** Writes this sum as a part of another one: the nearest double to their quotient. */
  public void writeShare(ExactSum whole, CellText out) {
    boolean areFinite =
        (doubles == null || doubles.isFinite())
            && (whole.doubles == null || whole.doubles.isFinite());
    if (!areFinite) {
      out.number(Double.NaN);
      return;
    }
    BigDecimal divisor = whole.exact();
    BigDecimal part = exact();
    out.number(divisor.signum() == 0 ? part.signum() / 0.0 : Quotient.nearest(part, divisor));
  }

  @Override
  public String toString() {
    CellText text = new CellText((byte) '.');
    writeSum(text);
    return text + " (" + count + (isDecimal() ? "" : ", rounded") + ")";
  }
}
