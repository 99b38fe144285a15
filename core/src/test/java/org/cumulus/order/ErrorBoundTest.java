package org.cumulus.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.Operator;
import org.cumulus.Order;
import org.cumulus.Scan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The error bounds that {@link Order} states, held against exact sums of nasty elements. */
final class ErrorBoundTest {
  private static final int BLOCKED_BOUND = 135;
  private static final MathContext UP = new MathContext(10, RoundingMode.CEILING);

  /** Elements that make rounding errors large, or all of one sign. */
  enum Nasty {
    RANDOM {
      @Override
      double element(int i, double unit, SplittableRandom random) {
        return random.nextDouble(-1, 1);
      }
    },
    POSITIVE {
      @Override
      double element(int i, double unit, SplittableRandom random) {
        return random.nextDouble();
      }
    },
    /** Large elements and their negatives, so that what is left is mostly error. */
    CANCELLING {
      @Override
      double element(int i, double unit, SplittableRandom random) {
        double large = 1e6 * (1 + 0.37 * (i / 2 % 1000));
        return i % 2 == 0 ? large + random.nextDouble() : -large;
      }
    },
    GROWING {
      @Override
      double element(int i, double unit, SplittableRandom random) {
        return Math.scalb(random.nextDouble(0.5, 1), Math.min(i / 600, 100));
      }
    },
    SHRINKING {
      @Override
      double element(int i, double unit, SplittableRandom random) {
        return Math.scalb(random.nextDouble(0.5, 1), -Math.min(i / 600, 100));
      }
    },
    /** Each addition after the first of its line lies halfway and is rounded away. */
    HALFWAY_IN_LINE {
      @Override
      double element(int i, double unit, SplittableRandom random) {
        return i == 0 ? 1 : unit;
      }
    },
    /** Each group after the first of its block lies halfway and is rounded away. */
    HALFWAY_IN_BLOCK {
      @Override
      double element(int i, double unit, SplittableRandom random) {
        return i % 8 != 7 ? 0 : i % 1024 == 7 ? 1 : unit;
      }
    },
    /** Each block after the first lies halfway and is lost if its error is not kept. */
    HALFWAY_IN_BLOCKS {
      @Override
      double element(int i, double unit, SplittableRandom random) {
        return i % 1024 != 0 ? 0 : i == 0 ? 1 : unit;
      }
    },
    /** Just above halfway: each group is rounded up to twice as much. */
    ABOVE_HALFWAY_IN_BLOCK {
      @Override
      double element(int i, double unit, SplittableRandom random) {
        return i % 8 != 7 ? 0 : i % 1024 == 7 ? 1 : unit * 1.001;
      }
    };

    /** An element; {@code unit} is half of the last place of 1. */
    abstract double element(int i, double unit, SplittableRandom random);
  }

  @ParameterizedTest
  @EnumSource(Nasty.class)
  void float64(Nasty nasty) {
    double[] line = line(nasty, 0x1p-53);
    double[] blocked = sums(NDArray.of(line), Order.BLOCKED);
    double worst = worst(line, blocked, -52, nasty + " f8", false);
    assertTrue(worst < BLOCKED_BOUND, nasty + ": " + worst);
    assertNearlyReached(nasty, worst);
    checkNumPy(line, sums(NDArray.of(line), Order.NUMPY), -52, nasty + " f8");
  }

  @ParameterizedTest
  @EnumSource(Nasty.class)
  void float32(Nasty nasty) {
    double[] line = line(nasty, 0x1p-24);
    NDArray singles = NDArray.of(line).astype(DType.FLOAT32);
    double[] exact = Lines.toDoubles(singles);
    double worst = worst(exact, sums(singles, Order.BLOCKED), -23, nasty + " f4", false);
    assertTrue(worst < BLOCKED_BOUND, nasty + ": " + worst);
    assertNearlyReached(nasty, worst);
    checkNumPy(exact, sums(singles, Order.NUMPY), -23, nasty + " f4");
  }

  /** The bound is not much too large either: some elements come close to it. */
  private static void assertNearlyReached(Nasty nasty, double worst) {
    if (nasty == Nasty.HALFWAY_IN_BLOCK) {
      assertTrue(worst > 120, nasty + ": " + worst);
    }
  }

  private static double[] line(Nasty nasty, double unit) {
    SplittableRandom random = new SplittableRandom(20);
    int blocks = nasty == Nasty.HALFWAY_IN_BLOCKS ? 400 : 127;
    double[] line = new double[blocks * 1024 + 5];
    Arrays.setAll(line, i -> nasty.element(i, unit, random));
    return line;
  }

  private static double[] sums(NDArray line, Order order) {
    return Lines.toDoubles(Scan.of(Operator.ADD).order(order).apply(line));
  }

  /** NumPy's order: no more than a unit for each addition. */
  private static void checkNumPy(double[] line, double[] sums, int digits, String reproducer) {
    double worst = worst(line, sums, digits, reproducer, true);
    assertTrue(worst <= 1, reproducer + " in order NUMPY: " + worst + " units for an addition");
  }

  /**
   * The largest error of all results, in units in the last place of the sum of magnitudes.
   *
   * @param perAddition whether that is divided by the number of additions
   */
  private static double worst(
      double[] line, double[] sums, int digits, String reproducer, boolean perAddition) {
    BigDecimal exact = BigDecimal.ZERO;
    BigDecimal magnitude = BigDecimal.ZERO;
    double worst = 0;
    for (int i = 0; i < line.length; i++) {
      exact = exact.add(new BigDecimal(line[i]));
      magnitude = magnitude.add(new BigDecimal(Math.abs(line[i])));
      // Every place in a group and in a block is looked at, but not everywhere.
      if (i >= 3000 && i % 1031 != 0 && i % 1024 < 1022 && i < line.length - 20) {
        continue;
      }
      BigDecimal error = new BigDecimal(sums[i]).subtract(exact).abs();
      if (magnitude.signum() == 0) {
        assertEquals(0, error.signum(), reproducer);
        continue;
      }
      double unit = Math.scalb(1.0, Math.getExponent(floor(magnitude)) + digits);
      double units = error.divide(new BigDecimal(unit), UP).doubleValue();
      worst = Math.max(worst, perAddition ? units / Math.max(i, 1) : units);
    }
    return worst;
  }

  /** The largest float64 that is not above a number. */
  private static double floor(BigDecimal number) {
    double near = number.doubleValue();
    return new BigDecimal(near).compareTo(number) > 0 ? Math.nextDown(near) : near;
  }

  /** The example of the documentation: a tenth, ten million times; exactly 1000000.0149. */
  @Test
  void tenMillionTenths() {
    float[] tenths = new float[10_000_000];
    Arrays.fill(tenths, 0.1f);
    NDArray line = NDArray.wrap(tenths, tenths.length);
    Scan sum = Scan.of(Operator.ADD);
    double numpy = sum.apply(line).getDouble(tenths.length - 1);
    double blocked = sum.order(Order.BLOCKED).apply(line).getDouble(tenths.length - 1);
    assertEquals(1_087_937, numpy, "left to right");
    assertEquals(1_000_000.9375, blocked, "blocked");
  }
}
