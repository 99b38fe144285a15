package org.cumulus.golden;

import org.cumulus.DType.Kind;

/**
 * The fields of an IEEE float.
 *
 * @param width bits altogether
 * @param fraction bits of the fraction
 * @param bias the exponent field of 1.0
 */
record FloatFormat(int width, int fraction, long bias) {
  static FloatFormat of(Kind kind) {
    return switch (kind) {
      case FLOAT16 -> new FloatFormat(16, 10, 15);
      case FLOAT32, COMPLEX64 -> new FloatFormat(32, 23, 127);
      case FLOAT64, COMPLEX128 -> new FloatFormat(64, 52, 1023);
      default -> throw new IllegalArgumentException(kind + " is no float");
    };
  }

  /** Zero to infinity in both signs, and NaN: the values where arithmetic takes another turn. */
  long[] specials() {
    long one = bias << fraction;
    long infinity = (2 * bias + 1) << fraction;
    long[] positive = {
      0, // zero
      1, // the smallest subnormal
      (1L << fraction) - 1, // the largest subnormal
      1L << fraction, // the smallest normal
      one,
      one + 1,
      one + ((long) fraction << fraction) + 1, // as large as the fraction is long, and odd
      infinity - 1, // the largest finite
      infinity,
    };
    long[] specials = new long[2 * positive.length + 1];
    for (int i = 0; i < positive.length; i++) {
      specials[i] = positive[i];
      specials[positive.length + i] = sign() | positive[i];
    }
    specials[2 * positive.length] = infinity | 1L << (fraction - 1);
    return specials;
  }

  /** Bits of any kind of float: special, of moderate size, or just any. */
  long any(SplitMix random) {
    long r = random.next();
    long bits = random.next();
    int choice = (int) (r >>> 62);
    if (choice == 0) {
      long[] specials = specials();
      return specials[(int) Long.remainderUnsigned(bits, specials.length)];
    }
    if (choice == 1) {
      return bits & (2 * sign() - 1);
    }
    return moderate(r, bits);
  }

  /** Bits of a float between 1/16 and 16, of either sign. */
  long moderate(SplitMix random) {
    return moderate(random.next(), random.next());
  }

  private long moderate(long r, long bits) {
    long exponent = bias - 4 + ((r >>> 8) & 7);
    return ((r & 1) == 1 ? sign() : 0) | exponent << fraction | (bits & ((1L << fraction) - 1));
  }

  /** The bits of a number that the format holds exactly. */
  long of(double number) {
    return switch (width) {
      case 16 -> Short.toUnsignedLong(Float.floatToFloat16((float) number));
      case 32 -> Integer.toUnsignedLong(Float.floatToRawIntBits((float) number));
      default -> Double.doubleToRawLongBits(number);
    };
  }

  private long sign() {
    return 1L << (width - 1);
  }
}
