package org.cumulus.bench.cells;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.cumulus.DType;

/** What the elements of a float input look like; some sums are slow on some data only. */
public enum DataKind {
  /** Hundredths that wander around zero by a fixed rule, and whole numbers likewise. */
  PERIODIC,
  /** From 0 to 1. */
  UNIFORM,
  /** Around 0, with a deviation of 1. */
  NORMAL,
  /** From 0.01 to 1000, in hundredths. */
  PRICES,
  /** Whole numbers from -100 to 100. */
  INTEGERS,
  /** Growing evenly from 0 to 1. */
  RAMP,
  /** Of either sign and of every size that the dtype has, but for its largest and smallest. */
  MAGNITUDES,
  /** Within a thousandth of 1, so that products neither vanish nor overflow. */
  FACTORS;

  private static final long SEED = 20261201;

  static DataKind of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** Its name in a cell's. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** So many elements for an array of floats, the same in every run. */
  double[] doubles(int size, DType dtype) {
    SplittableRandom random = new SplittableRandom(SEED);
    int most = exponents(dtype);
    return switch (this) {
      case PERIODIC -> Values.periodic(size);
      case UNIFORM -> doubles(size, random::nextDouble);
      case NORMAL -> doubles(size, random::nextGaussian);
      case PRICES -> doubles(size, () -> random.nextInt(1, 100_001) / 100.0);
      case INTEGERS -> doubles(size, () -> random.nextInt(-100, 101));
      case RAMP -> {
        double[] values = new double[size];
        for (int index = 0; index < size; index++) {
          values[index] = (double) index / size;
        }
        yield values;
      }
      case MAGNITUDES ->
          doubles(
              size, () -> Math.scalb(random.nextDouble(-1, 1), random.nextInt(-most, most + 1)));
      case FACTORS -> doubles(size, () -> 1 + random.nextDouble(-0.001, 0.001));
    };
  }

  private static int exponents(DType dtype) {
    return switch (dtype.kind()) {
      case FLOAT16 -> 10;
      case FLOAT32, COMPLEX64 -> 110;
      default -> 1000;
    };
  }

  private static double[] doubles(int size, DoubleSupplier next) {
    double[] values = new double[size];
    for (int index = 0; index < size; index++) {
      values[index] = next.getAsDouble();
    }
    return values;
  }
}
