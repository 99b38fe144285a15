package org.cumulus.internal.operations;

/**
 * The operations on complex numbers in which the two parts meet: those of {@code a ∘ b}, where
 * {@code a} is {@code (ar, ai)}. In float what is done in float, in double what is done in double.
 */
public enum ComplexOperation {
  /** The plain formula, each step rounded, whatever infinities make of it. */
  MULTIPLY {
    @Override
    public double re(double ar, double ai, double br, double bi) {
      return ar * br - ai * bi;
    }

    @Override
    public double im(double ar, double ai, double br, double bi) {
      return ar * bi + ai * br;
    }

    @Override
    public float re(float ar, float ai, float br, float bi) {
      return ar * br - ai * bi;
    }

    @Override
    public float im(float ar, float ai, float br, float bi) {
      return ar * bi + ai * br;
    }

    @Override
    boolean takesFirst(double ar, double ai, double br, double bi) {
      throw new IllegalStateException("a product is neither of its factors");
    }
  },
  MAXIMUM {
    @Override
    boolean takesFirst(double ar, double ai, double br, double bi) {
      return isNaN(ar, ai) || (!isNaN(br, bi) && !isLess(ar, ai, br, bi));
    }
  },
  MINIMUM {
    @Override
    boolean takesFirst(double ar, double ai, double br, double bi) {
      return isNaN(ar, ai) || (!isNaN(br, bi) && !isLess(br, bi, ar, ai));
    }
  },
  FMAX {
    @Override
    boolean takesFirst(double ar, double ai, double br, double bi) {
      return isNaN(br, bi) || (!isNaN(ar, ai) && !isLess(ar, ai, br, bi));
    }
  },
  FMIN {
    @Override
    boolean takesFirst(double ar, double ai, double br, double bi) {
      return isNaN(br, bi) || (!isNaN(ar, ai) && !isLess(br, bi, ar, ai));
    }
  };

  public static ComplexOperation of(Ufunc ufunc) {
    return switch (ufunc) {
      case MULTIPLY -> MULTIPLY;
      case MAXIMUM -> MAXIMUM;
      case MINIMUM -> MINIMUM;
      case FMAX -> FMAX;
      case FMIN -> FMIN;
      default -> throw new IllegalArgumentException(ufunc + " is not done on complex numbers");
    };
  }

  public double re(double ar, double ai, double br, double bi) {
    return takesFirst(ar, ai, br, bi) ? ar : br;
  }

  public double im(double ar, double ai, double br, double bi) {
    return takesFirst(ar, ai, br, bi) ? ai : bi;
  }

  public float re(float ar, float ai, float br, float bi) {
    return takesFirst(ar, ai, br, bi) ? ar : br;
  }

  public float im(float ar, float ai, float br, float bi) {
    return takesFirst(ar, ai, br, bi) ? ai : bi;
  }

  /** Whether the result of an operation that chooses is the first of the two. */
  abstract boolean takesFirst(double ar, double ai, double br, double bi);

  private static boolean isNaN(double re, double im) {
    return Double.isNaN(re) || Double.isNaN(im);
  }

  /** By the real parts, then by the imaginary ones; of equal numbers by the signs of zeros. */
  private static boolean isLess(double ar, double ai, double br, double bi) {
    if (ar != br) {
      return ar < br;
    }
    if (ai != bi) {
      return ai < bi;
    }
    int real = Double.compare(ar, br);
    return real < 0 || (real == 0 && Double.compare(ai, bi) < 0);
  }
}
