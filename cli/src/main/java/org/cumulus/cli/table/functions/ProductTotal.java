package org.cumulus.cli.table.functions;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.cumulus.cli.table.values.CellText;
import org.cumulus.cli.table.values.Value;

/**
 * The product: of integers exact, of decimals to 34 digits, and as soon as there is a double, of
 * doubles.
 */
final class ProductTotal extends Accumulator {
  private static final int MOST_DIGITS = 10_000;
  private static final int MOST_BITS = 33_220; // about as many digits
  private static final int PRECISION = MathContext.DECIMAL128.getPrecision();
  private static final BigInteger LARGEST_DECIMAL = BigInteger.TEN.pow(34);

  private long small;
  private BigDecimal product = BigDecimal.ONE;
  private double rounded;
  private boolean hasDecimals;
  private State state = State.NONE;

  private enum State {
    NONE,
    SMALL,
    EXACT,
    ROUNDED
  }

  @Override
  public void add(Value value) {
    if (value.isDouble() || state == State.ROUNDED) {
      rounded = (state == State.NONE ? 1 : toDouble()) * value.toDouble();
      state = State.ROUNDED;
      return;
    }
    BigDecimal factor = value.exact();
    hasDecimals |= factor.scale() > 0;
    if (!hasDecimals && state != State.EXACT && factor.unscaledValue().bitLength() < Long.SIZE) {
      long integer = factor.longValueExact();
      long low = state == State.NONE ? integer : small * integer;
      long high = state == State.NONE ? low >> 63 : Math.multiplyHigh(small, integer);
      if (high == low >> 63) {
        small = low;
        state = State.SMALL;
        return;
      }
    }
    BigDecimal all = exact().multiply(factor);
    boolean isRounded = hasDecimals && all.unscaledValue().abs().compareTo(LARGEST_DECIMAL) >= 0;
    product = isRounded ? all.round(MathContext.DECIMAL128) : all;
    if (product.signum() == 0 && product.scale() > PRECISION) {
      product = product.setScale(PRECISION);
    }
    state = State.EXACT;
    if (product.unscaledValue().bitLength() > MOST_BITS
        || Math.abs((long) product.scale()) > MOST_DIGITS) {
      throw new ArithmeticException(
          "the product has more than 10,000 digits: expected --as-float, for doubles");
    }
  }

  private BigDecimal exact() {
    return switch (state) {
      case SMALL -> BigDecimal.valueOf(small);
      case EXACT -> product;
      default -> BigDecimal.ONE;
    };
  }

  private double toDouble() {
    return state == State.ROUNDED ? rounded : exact().doubleValue();
  }

  @Override
  public boolean isNull() {
    return state == State.NONE;
  }

  @Override
  public void writeTo(CellText out) {
    switch (state) {
      case SMALL -> out.integer(small);
      case ROUNDED -> out.number(rounded);
      default -> out.decimal(product);
    }
  }

  @Override
  public void clear() {
    state = State.NONE;
    product = BigDecimal.ONE;
    hasDecimals = false;
  }
}
