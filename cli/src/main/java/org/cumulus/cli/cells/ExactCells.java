package org.cumulus.cli.cells;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.cumulus.DType;
import org.cumulus.NDArray;

/**
 * Numbers of any size without rounding: all as BigInteger, or all as BigDecimal if one has a point.
 */
final class ExactCells implements ParsedCells {
  private static final int MAX_DIGITS = 4300;

  /** With that many digits before and behind a point, a sign and an exponent. */
  private static final int MAX_LENGTH = 2 * MAX_DIGITS + 20;

  private final List<BigDecimal> values = new ArrayList<>();
  private boolean integers = true;

  @Override
  public void add(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new NumberFormatException("too long"); // and would take as long to convert
    }
    BigDecimal value = new BigDecimal(text);
    if (value.precision() > MAX_DIGITS || Math.abs((long) value.scale()) > MAX_DIGITS) {
      throw new NumberFormatException(text);
    }
    integers &= value.scale() == 0;
    values.add(value);
  }

  @Override
  public NDArray toArray(long... shape) {
    List<Object> exact = new ArrayList<>(values);
    if (integers) {
      exact.replaceAll(value -> ((BigDecimal) value).toBigIntegerExact());
    }
    return NDArray.of(exact, DType.OBJECT).reshape(shape);
  }

  @Override
  public void clear() {
    values.clear();
    integers = true;
  }

  @Override
  public boolean canBeNaN() {
    return false;
  }

  @Override
  public String expected() {
    return "a number of at most " + MAX_DIGITS + " digits";
  }
}
