package org.cumulus.cli.text;

import org.cumulus.Complex;
import org.cumulus.NDArray;
import org.cumulus.cli.literal.Literal;
import org.cumulus.cli.literal.LiteralException;

/** Complex numbers as Python writes them, with or without brackets; and real ones. */
public final class ComplexNumber {
  private ComplexNumber() {}

  /**
   * The number that a text is.
   *
   * @throws NumberFormatException if it is none
   */
  public static Complex parse(String text) {
    try {
      return switch (Literal.value(text)) {
        case Complex complex -> complex;
        case Number real -> new Complex(real.doubleValue(), 0);
        case NDArray unsigned -> new Complex(unsigned.getDouble(), 0);
        default -> throw new NumberFormatException(text);
      };
    } catch (LiteralException notOne) {
      NumberFormatException error = new NumberFormatException(text);
      error.initCause(notOne);
      throw error;
    }
  }

  /** Whether a text is a number of any kind. */
  static boolean isNumber(String text) {
    try {
      Complex _ = parse(text);
      return true;
    } catch (NumberFormatException notOne) {
      return false;
    }
  }
}
