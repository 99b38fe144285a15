package org.cumulus.order;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;

/**
 * The logarithms of sums of exponentials in decimals of 50 digits: a series for the exponential, of
 * a number that has been halved until it converges fast, and Halley's iteration for the logarithm.
 */
final class LogSumExpReference {
  private static final MathContext DIGITS = new MathContext(50);

  /** What is that much smaller than the largest is less than the last of the digits. */
  private static final double NEGLIGIBLE = 200;

  private static final int HALVINGS = 12;

  private final Map<Double, BigDecimal> exponentials = new HashMap<>();
  private double reference = Double.NEGATIVE_INFINITY;
  private double largest = Double.NEGATIVE_INFINITY;
  private BigDecimal sum = BigDecimal.ZERO;

  /** Takes in the next element, a finite number or minus infinity. */
  void add(double element) {
    if (element > largest + NEGLIGIBLE || reference == Double.NEGATIVE_INFINITY) {
      exponentials.clear();
      reference = element;
      largest = element;
      sum = BigDecimal.valueOf(element == Double.NEGATIVE_INFINITY ? 0 : 1);
    } else if (element > largest - NEGLIGIBLE) {
      largest = Math.max(largest, element);
      sum = sum.add(exponentials.computeIfAbsent(element, this::fromReference), DIGITS);
    }
  }

  private BigDecimal fromReference(double element) {
    return exp(new BigDecimal(element).subtract(new BigDecimal(reference)));
  }

  /** By how much a result is off; the elements so far must not all be minus infinity. */
  double error(double result) {
    BigDecimal exact = new BigDecimal(reference).add(log(sum));
    return new BigDecimal(result).subtract(exact).abs().doubleValue();
  }

  /** Whether there is an element that is not minus infinity. */
  boolean hasElements() {
    return sum.signum() > 0;
  }

  private static BigDecimal exp(BigDecimal x) {
    BigDecimal small = x.divide(BigDecimal.valueOf(1L << HALVINGS), DIGITS);
    BigDecimal term = BigDecimal.ONE;
    BigDecimal series = BigDecimal.ONE;
    for (int i = 1; term.signum() != 0 && term.precision() - term.scale() > -60; i++) {
      term = term.multiply(small, DIGITS).divide(BigDecimal.valueOf(i), DIGITS);
      series = series.add(term, DIGITS);
    }
    for (int i = 0; i < HALVINGS; i++) {
      series = series.multiply(series, DIGITS);
    }
    return series;
  }

  private static BigDecimal log(BigDecimal x) {
    // A double holds the powers of ten up to 308.
    int shift = x.precision() - x.scale();
    BigDecimal log =
        BigDecimal.valueOf(
            Math.log(x.scaleByPowerOfTen(-shift).doubleValue()) + shift * Math.log(10));
    for (int i = 0; i < 2; i++) {
      BigDecimal exp = exp(log);
      BigDecimal step = x.subtract(exp).divide(x.add(exp), DIGITS);
      log = log.add(step.multiply(BigDecimal.TWO), DIGITS);
    }
    return log;
  }
}
