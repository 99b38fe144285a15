package org.cumulus.internal.kernels;

import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Lines that are hard to sum by guesses, for a binary format of so many digits and such exponents:
 * numbers that become ties, leave the binade, or are no numbers.
 *
 * @param digits how many binary digits a normal number has
 * @param least the exponent of the least normal number
 * @param most the exponent of the largest numbers
 */
record HardLines(int digits, int least, int most) {
  static final HardLines OF_HALVES = new HardLines(11, -14, 15);
  static final HardLines OF_FLOATS = new HardLines(24, -126, 127);
  static final HardLines OF_DOUBLES = new HardLines(53, -1022, 1023);

  private static final List<Kind> STRETCHES =
      List.copyOf(EnumSet.range(Kind.UNIFORM, Kind.NOT_A_NUMBER));

  enum Kind {
    UNIFORM,
    NORMAL,
    WHOLE,
    RAMP,
    ALL_MAGNITUDES,
    TIES,
    BINADE_EDGES,
    ZEROS_OF_BOTH_SIGNS,
    SUBNORMAL,
    ALTERNATING,
    CANCELLED,
    FAR_LARGER_THAN_THE_SUM,
    OVERFLOWING,
    INFINITE,
    NOT_A_NUMBER,
    MIXED
  }

  /** Elements, not yet rounded to the format; the seed is the length. */
  double[] elements(Kind kind, int length) {
    SplittableRandom random = new SplittableRandom(31L * length + kind.name().hashCode());
    double[] elements = new double[length];
    double sum = 0;
    for (int k = 0; k < length; k++) {
      elements[k] = element(kind, k, length, sum, random);
      sum += elements[k];
    }
    return elements;
  }

  private double element(Kind kind, int k, int length, double sum, SplittableRandom random) {
    return switch (kind) {
      case UNIFORM -> random.nextDouble();
      case NORMAL -> random.nextGaussian();
      case WHOLE -> random.nextInt(-100, 100);
      case RAMP -> 0.25 * k;
      case ALL_MAGNITUDES -> Math.scalb(random.nextDouble(-1, 1), random.nextInt(least, most + 1));
      // Halves of what the last digit of the first element is worth, and quarters.
      case TIES -> k == 0 ? power(digits - 1) : random.nextInt(-6, 7) / 4.0;
      // Up and down across a power of two, by some of the digits on either side.
      case BINADE_EDGES ->
          k == 0 ? 1 - power(-digits) : (sum < 1 ? 1 : -1) * random.nextInt(9) * power(-digits - 1);
      case ZEROS_OF_BOTH_SIGNS -> k < length / 2 || random.nextBoolean() ? -0.0 : 0.0;
      case SUBNORMAL -> random.nextInt(-9, 20) * power(least - digits + 1);
      case ALTERNATING -> (k % 2 == 0 ? 1 : -1) * random.nextDouble(1, 2);
      case CANCELLED -> k % 7 == 6 ? -sum : random.nextDouble(-1, 1);
      case FAR_LARGER_THAN_THE_SUM ->
          random.nextInt(20) == 0 ? Math.scalb(random.nextDouble(-1, 1), most / 2) : 0.001 * k;
      case OVERFLOWING -> power(most) / 40 * random.nextDouble(0.5, 1);
      case INFINITE -> k == length / 2 ? Double.NEGATIVE_INFINITY : random.nextDouble();
      case NOT_A_NUMBER -> k == length / 2 ? Double.NaN : random.nextDouble(-1, 1);
      case MIXED -> {
        // A stretch of each; what is no number comes last.
        int stretch = (int) ((long) k * STRETCHES.size() / length);
        yield element(STRETCHES.get(stretch), k, length, sum, random);
      }
    };
  }

  private static double power(int exponent) {
    return Math.scalb(1.0, exponent);
  }
}
