package org.cumulus.npy;

import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Python's number literals. */
final class PythonNumber {
  /** How many digits Python takes for an integer, as their conversion is slow. */
  private static final int MOST_DIGITS = 4300;

  private static final Pattern DIGIT_SEPARATOR =
      Pattern.compile("(?<=[0-9a-fA-FxXoObB])_(?=[0-9a-fA-F])");
  private static final Pattern INTEGER =
      Pattern.compile("0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+|0+|[1-9][0-9]*");
  private static final Pattern DECIMAL =
      Pattern.compile("(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?[jJ]?");
  private static final Pattern OLD_OCTAL = Pattern.compile("0[0-9]+");

  private PythonNumber() {}

  /** Parses a literal without a sign; null if it is none. */
  static @Nullable PythonValue parse(String written) {
    String digits = DIGIT_SEPARATOR.matcher(written).replaceAll("");
    if (INTEGER.matcher(digits).matches()) {
      return digits.length() > MOST_DIGITS ? null : new PythonValue.Whole(integer(digits));
    }
    boolean decimal = DECIMAL.matcher(digits).matches() && !OLD_OCTAL.matcher(digits).matches();
    return decimal ? new PythonValue.Decimal(digits) : null;
  }

  private static BigInteger integer(String digits) {
    int radix =
        switch (digits.length() > 1 ? digits.charAt(1) : '0') {
          case 'x', 'X' -> 16;
          case 'o', 'O' -> 8;
          case 'b', 'B' -> 2;
          default -> 10;
        };
    return new BigInteger(radix == 10 ? digits : digits.substring(2), radix);
  }
}
