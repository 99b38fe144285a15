package org.cumulus.golden;

/**
 * SplitMix64 with its state in the open: {@code inputs.py} beside the golden files has the same
 * generator, so that files need not hold inputs.
 */
public final class SplitMix {
  private long state;

  public SplitMix(long seed) {
    state = seed;
  }

  /** The next 64 random bits. */
  public long next() {
    state += 0x9E3779B97F4A7C15L;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** A random number from 0 to {@code bound - 1}. */
  public int below(int bound) {
    return (int) Long.remainderUnsigned(next(), bound);
  }
}
