package org.cumulus.internal.units;

import java.math.BigInteger;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The unit of a {@code timedelta64}: a multiple of a base unit, such as {@code 25us}.
 *
 * <p>The base units form two chains, {@code Y > M} and {@code W > D > h > m > s > ms > … > as}.
 * Within a chain one unit is an exact multiple of the next; between them NumPy converts by the mean
 * length of a Gregorian year, and refuses to look for a common unit.
 *
 * @param base one of {@code Y M W D h m s ms us ns ps fs as}, or {@code generic}
 * @param multiple how many base units one tick is
 */
public record TimeUnit(String base, int multiple) {
  /** The unit of plain numbers, which takes on any other unit that it meets. */
  public static final TimeUnit GENERIC = new TimeUnit("generic", 1);

  /** The ticks of "not a time", NumPy's NaT. */
  public static final long NAT = Long.MIN_VALUE;

  private static final List<String> BASES =
      List.of("Y", "M", "W", "D", "h", "m", "s", "ms", "us", "ns", "ps", "fs", "as");

  /** How many of the next finer base unit one base unit holds; for M and as there is none. */
  private static final int[] FINER = {12, 0, 7, 24, 60, 60, 1000, 1000, 1000, 1000, 1000, 1000, 0};

  private static final int MONTHS = BASES.indexOf("M");
  private static final int DAYS = BASES.indexOf("D");

  /** Days in 400 Gregorian years, and the months they have: the bridge between the two chains. */
  private static final int DAYS_IN_ERA = 400 * 365 + 97;

  private static final int MONTHS_IN_ERA = 400 * 12;

  /** NumPy has conversions between base units stop here, short of 64 bits. */
  private static final int FACTOR_BITS = 56;

  private static final Pattern BRACKETS =
      Pattern.compile("\\[(\\d+)?([^\\d/\\]]+)(?:/(\\d+))?\\]", Pattern.DOTALL);

  /** A conversion of ticks: multiply, then divide rounding down. */
  public record Ratio(long numerator, long denominator) {
    /** The most ticks that {@link #convert} does not overflow with, nor with their negative. */
    public long most() {
      return (Long.MAX_VALUE - denominator) / numerator;
    }

    /** Rounds down, whatever comes out. */
    public BigInteger exactly(long ticks) {
      BigInteger[] parts =
          BigInteger.valueOf(ticks)
              .multiply(BigInteger.valueOf(numerator))
              .divideAndRemainder(BigInteger.valueOf(denominator));
      return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    /** Rounds down by NumPy's formula, so that what overflows does so in the same way. */
    public long convert(long ticks) {
      long product = ticks * numerator;
      return (ticks < 0 ? product - (denominator - 1) : product) / denominator;
    }
  }

  /**
   * Parses a unit in brackets, such as {@code [ns]}, {@code [25us]} or {@code [s/10]}.
   *
   * @throws IllegalArgumentException with NumPy's text if there is no such unit
   */
  public static TimeUnit parse(String brackets) {
    Matcher matcher = BRACKETS.matcher(brackets);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("Invalid datetime metadata string \"" + brackets + "\"");
    }
    int multiple;
    try {
      multiple = matcher.group(1) == null ? 1 : Integer.parseInt(matcher.group(1));
    } catch (NumberFormatException tooLarge) {
      throw new IllegalArgumentException(
          "Invalid datetime metadata string \"" + brackets + "\" at position 1", tooLarge);
    }
    String base = matcher.group(2).equals("μs") ? "us" : matcher.group(2);
    if (base.equals("generic")) {
      return GENERIC;
    }
    if (!BASES.contains(base)) {
      throw new IllegalArgumentException(
          "Invalid datetime unit in metadata string \"" + brackets + "\"");
    }
    return matcher.group(3) == null
        ? new TimeUnit(base, multiple)
        : divided(base, multiple, matcher.group(3), brackets);
  }

  /**
   * A unit written as a fraction becomes a whole multiple of the first finer unit that allows it.
   */
  private static TimeUnit divided(String base, int multiple, String divisorText, String brackets) {
    BigInteger divisor = new BigInteger(divisorText);
    BigInteger ticks = BigInteger.ONE;
    for (int unit = BASES.indexOf(base); divisor.signum() > 0; unit++) {
      BigInteger[] quotient = ticks.divideAndRemainder(divisor);
      if (quotient[1].signum() == 0) {
        BigInteger whole = quotient[0].multiply(BigInteger.valueOf(multiple));
        if (whole.bitLength() < 32) {
          return new TimeUnit(BASES.get(unit), whole.intValue());
        }
        break;
      }
      if (FINER[unit] == 0) {
        break;
      }
      ticks = ticks.multiply(BigInteger.valueOf(FINER[unit]));
    }
    throw new IllegalArgumentException(
        "divisor ("
            + divisorText
            + ") is not a multiple of a lower-unit in datetime metadata \""
            + brackets
            + "\"");
  }

  public boolean isGeneric() {
    return base.equals("generic");
  }

  /**
   * The coarsest unit that both are whole multiples of.
   *
   * @throws IllegalArgumentException with NumPy's text if one counts years or months and the other
   *     does not
   * @throws ArithmeticException with NumPy's text if one is more than 2^56 of the other
   */
  public static TimeUnit common(TimeUnit a, TimeUnit b) {
    if (a.isGeneric() || a.equals(b)) {
      return b;
    }
    if (b.isGeneric()) {
      return a;
    }
    if (a.countsMonths() != b.countsMonths()) {
      throw new IllegalArgumentException(
          "Cannot get a common metadata divisor for Numpy datetime metadata ["
              + a
              + "] and ["
              + b
              + "] because they have incompatible nonlinear base time units.");
    }
    TimeUnit fine = a.rank() >= b.rank() ? a : b;
    TimeUnit coarse = fine.equals(a) ? b : a;
    BigInteger factor = baseFactor(coarse.rank(), fine.rank());
    if (factor.bitLength() > FACTOR_BITS) {
      throw new ArithmeticException(
          "Integer overflow getting a common metadata divisor for NumPy datetime metadata [%s] and [%s]."
              .formatted(a, b));
    }
    BigInteger coarseInFine = BigInteger.valueOf(coarse.multiple).multiply(factor);
    BigInteger divisor = coarseInFine.gcd(BigInteger.valueOf(fine.multiple));
    return new TimeUnit(fine.base, divisor.intValueExact());
  }

  /**
   * How ticks of this unit become ticks of another.
   *
   * @throws IllegalArgumentException if this unit is specific and the target generic
   * @throws ArithmeticException with NumPy's text if one base unit is more than 2^56 of the other,
   *     or the factor needs more than 64 bits
   */
  public Ratio to(TimeUnit target) {
    if (isGeneric() || equals(target)) {
      return new Ratio(1, 1);
    }
    if (target.isGeneric()) {
      throw new IllegalArgumentException(
          "Cannot convert from specific units to generic units in NumPy datetimes or timedeltas");
    }
    checkFactor(rank(), target.rank());
    // Both counted in the finest base that is exact: attoseconds or months, times the era's bridge.
    BigInteger numerator = BigInteger.valueOf(multiple).multiply(inFinest());
    BigInteger denominator = BigInteger.valueOf(target.multiple).multiply(target.inFinest());
    BigInteger attosecondsInEra =
        BigInteger.valueOf(DAYS_IN_ERA).multiply(baseFactor(DAYS, BASES.size() - 1));
    if (countsMonths() && !target.countsMonths()) {
      numerator = numerator.multiply(attosecondsInEra);
      denominator = denominator.multiply(BigInteger.valueOf(MONTHS_IN_ERA));
    } else if (!countsMonths() && target.countsMonths()) {
      numerator = numerator.multiply(BigInteger.valueOf(MONTHS_IN_ERA));
      denominator = denominator.multiply(attosecondsInEra);
    }
    BigInteger divisor = numerator.gcd(denominator).max(BigInteger.ONE);
    numerator = numerator.divide(divisor);
    denominator = denominator.divide(divisor);
    if (numerator.bitLength() > 63 || denominator.bitLength() > 63) {
      throw overflow(rank(), target.rank());
    }
    return new Ratio(numerator.longValue(), denominator.longValue());
  }

  private static void checkFactor(int rank, int otherRank) {
    int coarse = Math.min(rank, otherRank);
    int fine = Math.max(rank, otherRank);
    // Years and months are converted by days, whose number in them is kept apart from the factor.
    int from = coarse <= MONTHS && fine > MONTHS ? DAYS : coarse;
    if (baseFactor(from, fine).bitLength() > FACTOR_BITS) {
      throw overflow(rank, otherRank);
    }
  }

  private static ArithmeticException overflow(int rank, int otherRank) {
    return new ArithmeticException(
        "Integer overflow while computing the conversion factor between NumPy datetime units %s and %s"
            .formatted(BASES.get(Math.min(rank, otherRank)), BASES.get(Math.max(rank, otherRank))));
  }

  /** How many months, or attoseconds, the base unit has. */
  private BigInteger inFinest() {
    return baseFactor(rank(), countsMonths() ? MONTHS : BASES.size() - 1);
  }

  private static BigInteger baseFactor(int coarseRank, int fineRank) {
    BigInteger factor = BigInteger.ONE;
    for (int unit = coarseRank; unit < fineRank; unit++) {
      factor = factor.multiply(BigInteger.valueOf(FINER[unit]));
    }
    return factor;
  }

  private int rank() {
    return BASES.indexOf(base);
  }

  /** Whether a {@link java.time.Duration} can hold every count of this unit's ticks. */
  public boolean isFixedAndNoFinerThanNanoseconds() {
    return !countsMonths() && rank() <= BASES.indexOf("ns");
  }

  private boolean countsMonths() {
    return rank() <= MONTHS;
  }

  /** NumPy's text within the brackets: {@code 25us}; empty for the generic unit. */
  @Override
  public String toString() {
    return isGeneric() ? "" : multiple == 1 ? base : multiple + base;
  }
}
