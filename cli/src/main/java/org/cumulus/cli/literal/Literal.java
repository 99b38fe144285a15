package org.cumulus.cli.literal;

import org.cumulus.NDArray;

/**
 * Array literals as Python and JSON write them: {@code 10}, {@code [[2, 4, 6], [1, 3, 5]]}, {@code
 * (1+2j, 3j)}, {@code [0xff, 1_000, -inf, True]}.
 *
 * <p>An integer is int64, else uint64, else object, each element by itself, as in NumPy: {@code
 * [2**63, 1]}, written out, is float64.
 */
public final class Literal {
  private Literal() {}

  /**
   * The array that a literal is.
   *
   * @throws LiteralException if the text is no literal, with the column where it stops being one
   * @throws IllegalArgumentException if it is one, but ragged
   */
  public static NDArray parse(String text) throws LiteralException {
    return NDArray.of(value(text));
  }

  /**
   * The value of a literal as an array-like: a Long, Double, Boolean, Complex or BigInteger, an
   * array without dimensions for uint64, and for sequences {@code long[]}, {@code double[]} or a
   * list.
   */
  public static Object value(String text) throws LiteralException {
    return new LiteralParser(text).parse();
  }

  /** Whether a text begins as a sequence does: then it cannot be meant as a number. */
  public static boolean opensSequence(String text) {
    String start = text.stripLeading();
    return start.startsWith("[") || start.startsWith("(");
  }
}
