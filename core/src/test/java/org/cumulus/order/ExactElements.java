package org.cumulus.order;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.cumulus.DType;
import org.cumulus.NDArray;

/** Elements whose sums are hard to round, each kind for another reason. */
enum ExactElements {
  NORMAL {
    @Override
    double element(int i, Format format, RandomGenerator random) {
      return random.nextGaussian();
    }
  },
  WHOLE {
    @Override
    double element(int i, Format format, RandomGenerator random) {
      return Math.rint(random.nextGaussian() * Math.min(format.unit() * 4, format.largest() / 64));
    }
  },
  /** Any finite number, each exponent as often as any other. */
  ALL_MAGNITUDES {
    @Override
    double element(int i, Format format, RandomGenerator random) {
      double digits = random.nextDouble(1, 2) * (random.nextBoolean() ? 1 : -1);
      return Math.scalb(digits, random.nextInt(format.lowest(), format.highest() - 8));
    }
  },
  /** The smallest numbers, and what is next to them. */
  SUBNORMAL {
    @Override
    double element(int i, Format format, RandomGenerator random) {
      return Math.scalb((double) random.nextInt(-9, 10), format.lowest() + random.nextInt(4));
    }
  },
  /** Each element comes again with the other sign, somewhere. */
  CANCELLING {
    @Override
    double[] line(int length, DType dtype, long seed) {
      double[] line = ALL_MAGNITUDES.line(length, dtype, seed);
      for (int i = 0; i + 1 < length; i += 2) {
        line[i + 1] = -line[i];
      }
      return shuffled(line, seed);
    }
  },
  /** Now and then a number so small that the exact sum has far more digits than two doubles. */
  NOISE {
    @Override
    double element(int i, Format format, RandomGenerator random) {
      double tiny = Math.scalb(random.nextDouble(), format.lowest() / 3 * random.nextInt(1, 3));
      return random.nextInt(50) == 0 ? tiny : random.nextGaussian();
    }
  },
  /** Sums halfway between two numbers, or next to it, again and again. */
  HALFWAY {
    @Override
    double element(int i, Format format, RandomGenerator random) {
      double sign = random.nextBoolean() ? 1 : -1;
      return switch (i == 0 ? 0 : random.nextInt(6)) {
        case 0 -> Math.scalb(1.0, random.nextInt(3));
        case 1, 2 -> sign / format.unit();
        case 3 -> sign / format.unit() / 2;
        case 4 -> sign * Math.scalb(1.0, format.lowest());
        default -> sign * Math.scalb(1.0, format.lowest() / 2);
      };
    }
  },
  /** Sums beyond the range, and back, and just at its end. */
  OVERFLOWING {
    @Override
    double element(int i, Format format, RandomGenerator random) {
      double last = Math.scalb(1.0, format.highest() - 1) / format.unit();
      double size =
          switch (random.nextInt(5)) {
            case 0, 1 -> format.largest();
            case 2 -> last;
            case 3 -> last / 2;
            default -> random.nextDouble() * format.largest();
          };
      return random.nextBoolean() ? size : -size;
    }
  },
  /** Zeros of either sign, the negative first. */
  ZEROS {
    @Override
    double element(int i, Format format, RandomGenerator random) {
      return random.nextInt(i < 30 ? 40 : 3) != 0 ? -0.0 : random.nextInt(-1, 2);
    }
  },
  /** Infinities and NaN, after elements that are none. */
  SPECIAL {
    @Override
    double[] line(int length, DType dtype, long seed) {
      double[] line = (seed % 2 == 0 ? OVERFLOWING : NOISE).line(length, dtype, seed);
      SplittableRandom random = new SplittableRandom(seed);
      double[] special = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN};
      for (int k = random.nextInt(3); k < 3 && length > 0; k++) {
        line[random.nextInt(length)] = special[k];
      }
      return line;
    }
  };

  /**
   * What is to be known of a dtype.
   *
   * @param lowest the exponent of the smallest number
   * @param highest the exponent of the first power of two that is too large
   * @param unit the first whole number after which not all are there
   */
  record Format(int lowest, int highest, double unit) {
    static Format of(DType dtype) {
      return switch (dtype.kind()) {
        case FLOAT16 -> new Format(-24, 16, 0x1p11);
        case FLOAT32 -> new Format(-149, 128, 0x1p24);
        default -> new Format(-1074, 1024, 0x1p53);
      };
    }

    double largest() {
      return Math.scalb(2 - 2 / unit, highest - 1);
    }
  }

  double element(int i, Format format, RandomGenerator random) {
    throw new UnsupportedOperationException(name());
  }

  /** A line of such elements, rounded to a dtype. */
  double[] line(int length, DType dtype, long seed) {
    java.util.Random random = new java.util.Random(seed);
    Format format = Format.of(dtype);
    double[] line = new double[length];
    Arrays.setAll(line, i -> element(i, format, random));
    return Lines.toDoubles(NDArray.of(line).astype(dtype));
  }

  static double[] shuffled(double[] line, long seed) {
    List<Double> elements = Arrays.asList(Arrays.stream(line).boxed().toArray(Double[]::new));
    Collections.shuffle(elements, new java.util.Random(seed));
    return elements.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
