package org.cumulus.internal.digits;

import java.util.Locale;

/** How the precision of printed floats is meant. */
public enum FloatMode {
  /** Exactly so many fraction digits. */
  FIXED,
  /** As many as each value needs; the precision does not matter. */
  UNIQUE,
  /** As many as each value needs, but no more than the precision. */
  MAXPREC,
  /** As many as the neediest value needs, for all of them, but no more than the precision. */
  MAXPREC_EQUAL;

  /** The mode of NumPy's name. */
  public static FloatMode of(String name) {
    for (FloatMode mode : values()) {
      if (mode.toString().equals(name)) {
        return mode;
      }
    }
    throw new IllegalArgumentException(
        "floatmode option must be one of \"fixed\", \"unique\", \"maxprec\", \"maxprec_equal\"");
  }

  /** The limits to begin with, before the widths of the array's elements are known. */
  public DigitLimits limits(int precision) {
    return switch (this) {
      case FIXED -> new DigitLimits(false, precision, 0);
      case UNIQUE -> DigitLimits.UNIQUE;
      case MAXPREC, MAXPREC_EQUAL -> new DigitLimits(true, precision, 0);
    };
  }

  /** Whether fractions are filled up with zeros to a common length, and not with blanks. */
  public boolean fillsWithZeros() {
    return this == FIXED || this == MAXPREC_EQUAL;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
