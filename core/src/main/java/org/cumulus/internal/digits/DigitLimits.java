package org.cumulus.internal.digits;

/**
 * How many digits to print after the decimal point, or in scientific notation after the first
 * digit.
 *
 * @param shortest whether to stop at the shortest digits that stand for the value, within the other
 *     two limits; if not, the value is written out exactly up to {@code most}
 * @param most the most digits to print, or {@link #NONE}
 * @param fewest the fewest digits to print if {@code shortest}
 */
public record DigitLimits(boolean shortest, int most, int fewest) {
  static final int NONE = -1;

  /** No {@code double} has more digits after the decimal point. */
  private static final int LONGEST = 1074;

  /** The shortest digits, however many. */
  static final DigitLimits UNIQUE = new DigitLimits(true, NONE, 0);

  public DigitLimits {
    most = Math.min(most, LONGEST);
    fewest = Math.min(fewest, LONGEST);
  }
}
