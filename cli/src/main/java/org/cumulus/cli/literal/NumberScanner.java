package org.cumulus.cli.literal;

import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import org.cumulus.DType;
import org.cumulus.NDArray;

/** Reads one unsigned number or word, as Python writes it. */
final class NumberScanner {
  /** A number without its sign, and whether a {@code j} follows it. */
  record Unsigned(Object value, boolean imaginary) {
    double asDouble() {
      return ((Number) value).doubleValue();
    }
  }

  /** Python's limit: longer integers take long to convert. */
  private static final int MAX_DIGITS = 4300;

  private final Cursor cursor;

  NumberScanner(Cursor cursor) {
    this.cursor = cursor;
  }

  /** The value is a Boolean, a Double, a Long if it fits, else a BigInteger. */
  Unsigned scan() throws LiteralException {
    int start = cursor.position();
    char first = cursor.peek();
    if (first == '0') {
      cursor.next();
      int radix = radix(cursor.peek());
      if (radix != 10) {
        cursor.next();
        cursor.skip('_');
        return integer(start, digits(radix), radix);
      }
      cursor.moveTo(start);
    }
    if (isDigit(first, 10) || first == '.') {
      return decimal(start);
    }
    return word(start);
  }

  private static int radix(char letter) {
    return switch (letter) {
      case 'x', 'X' -> 16;
      case 'o', 'O' -> 8;
      case 'b', 'B' -> 2;
      default -> 10;
    };
  }

  private Unsigned decimal(int start) throws LiteralException {
    StringBuilder text = new StringBuilder();
    if (cursor.peek() != '.') {
      text.append(digits(10));
    }
    boolean isFloat = cursor.skip('.');
    if (isFloat) {
      text.append('.');
      if (isDigit(cursor.peek(), 10) || text.length() == 1) {
        text.append(digits(10));
      }
    }
    if (cursor.skip('e') || cursor.skip('E')) {
      isFloat = true;
      text.append('e');
      if (cursor.peek() == '-' || cursor.peek() == '+') {
        text.append(cursor.next());
      }
      text.append(digits(10));
    }
    boolean imaginary = imaginaryUnit();
    if (!isFloat && !imaginary) {
      return integer(start, text.toString(), 10);
    }
    endOfNumber(start);
    return new Unsigned(Double.valueOf(text.toString()), imaginary);
  }

  private Unsigned integer(int start, String digits, int radix) throws LiteralException {
    endOfNumber(start);
    if (radix == 10 && digits.charAt(0) == '0' && !isZero(digits)) {
      throw cursor.errorAt(
          start, "leading zeros in " + cursor.since(start) + "; octal is written 0o17");
    }
    if (digits.length() > MAX_DIGITS) {
      throw cursor.errorAt(
          start, "an integer of " + digits.length() + " digits; at most " + MAX_DIGITS + " count");
    }
    if (digits.length() <= 18 && radix == 10) {
      return new Unsigned(Long.valueOf(digits), false);
    }
    BigInteger exact = new BigInteger(digits, radix);
    return new Unsigned(exact.bitLength() <= 63 ? exact.longValue() : exact, false);
  }

  private static boolean isZero(String digits) {
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) != '0') {
        return false;
      }
    }
    return true;
  }

  private Unsigned word(int start) throws LiteralException {
    while (Words.isPart(cursor.peek())) {
      cursor.next();
    }
    String word = cursor.since(start);
    Boolean truth = Words.truth(word);
    if (truth != null) {
      return new Unsigned(truth, false);
    }
    Double number = Words.number(word);
    if (number != null) {
      return new Unsigned(number, false);
    }
    Double part = word.endsWith("j") ? Words.number(word.substring(0, word.length() - 1)) : null;
    if (part != null) {
      return new Unsigned(part, true);
    }
    cursor.moveTo(start);
    throw cursor.error("expected a number, found " + cursor.found());
  }

  /** Digits with single underscores between them, which are left out. */
  private String digits(int radix) throws LiteralException {
    StringBuilder digits = new StringBuilder();
    do {
      if (!isDigit(cursor.peek(), radix)) {
        throw cursor.error("expected a digit, found " + cursor.found());
      }
      while (isDigit(cursor.peek(), radix)) {
        digits.append(cursor.next());
      }
    } while (cursor.skip('_'));
    return digits.toString();
  }

  private boolean imaginaryUnit() {
    return cursor.skip('j') || cursor.skip('J');
  }

  private void endOfNumber(int start) throws LiteralException {
    if (Words.isPart(cursor.peek())) {
      String read = cursor.since(start);
      throw cursor.error("unexpected " + cursor.found() + " after the number " + read);
    }
  }

  private static boolean isDigit(char c, int radix) {
    return c < 128 && Character.digit(c, radix) >= 0;
  }

  /** The value as Python's array would hold it: int64, else uint64, else object. */
  static Object element(Object value) {
    if (!(value instanceof BigInteger exact)) {
      return value;
    }
    if (exact.bitLength() <= 63) {
      return exact.longValue();
    }
    return exact.bitLength() == 64 && exact.signum() > 0
        ? NDArray.wrap(MemorySegment.ofArray(new long[] {exact.longValue()}), DType.UINT64)
        : exact;
  }

  static Object negated(Object number) {
    return switch (number) {
      case Long integer -> -integer;
      case BigInteger integer -> integer.negate();
      default -> -((Double) number);
    };
  }
}
