package org.cumulus.cli.literal;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The values that are written as words. */
final class Words {
  private Words() {}

  /** Whether a character can be part of a word or of a number. */
  static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.';
  }

  /** The truth value that a word is, in Python or JSON, or null. */
  static @Nullable Boolean truth(String word) {
    return switch (word) {
      case "True", "true" -> Boolean.TRUE;
      case "False", "false" -> Boolean.FALSE;
      default -> null;
    };
  }

  /** The float that a word is, in upper or lower case as Python's {@code float} takes it. */
  static @Nullable Double number(String word) {
    return switch (word.length() > 8 ? "" : word.toLowerCase(Locale.ROOT)) {
      case "inf", "infinity" -> Double.POSITIVE_INFINITY;
      case "nan" -> Double.NaN;
      default -> null;
    };
  }
}
