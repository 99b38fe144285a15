package org.cumulus.cli.table.values;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * Reads numbers from bytes. Digits, with or without a point, are an exact number; with an exponent,
 * or as {@code inf} or {@code nan}, a double. Blanks around them do not count.
 */
public final class NumberReader {
  /** So many digits are a {@code long}. */
  private static final int SMALL_DIGITS = 18;

  private final byte point;
  private final byte separator;
  private final boolean asDouble;
  private final boolean asFloat;

  /**
   * A reader of numbers.
   *
   * @param point what stands between a number and its fraction
   * @param separator what stands between thousands; 0 if nothing may
   * @param asDouble whether all numbers are doubles
   */
  public NumberReader(byte point, byte separator, boolean asDouble) {
    this(point, separator, asDouble, false);
  }

  private NumberReader(byte point, byte separator, boolean asDouble, boolean asFloat) {
    this.asFloat = asFloat;
    this.point = point;
    this.separator = separator;
    this.asDouble = asDouble;
  }

  /** A reader of the numbers of most files. */
  public static NumberReader usual() {
    return new NumberReader((byte) '.', (byte) 0, false);
  }

  /** The byte between a number and its fraction. */
  public byte point() {
    return point;
  }

  /** A reader of the same texts, to which all numbers are doubles. */
  public NumberReader ofDoubles() {
    return new NumberReader(point, separator, true);
  }

  /** A reader of the same texts, to which all numbers are floats, widened to doubles. */
  public NumberReader ofFloats() {
    return new NumberReader(point, separator, true, true);
  }

  /** Makes a value zero, as this reader would read it. */
  public void zero(Value into) {
    if (asDouble) {
      into.set(0.0);
    } else {
      into.set(0, 0);
    }
  }

  /**
   * Reads a number.
   *
   * @return whether the bytes are one; if not, {@code into} is left as it is
   */
  public boolean read(byte[] bytes, int from, int to, Value into) {
    boolean isNumber = readNumber(bytes, from, to, into);
    if (isNumber && asFloat) {
      into.set((double) (float) into.toDouble());
    }
    return isNumber;
  }

  private boolean readNumber(byte[] bytes, int from, int to, Value into) {
    int start = from;
    int end = to;
    while (start < end && isBlank(bytes[start])) {
      start++;
    }
    while (start < end && isBlank(bytes[end - 1])) {
      end--;
    }
    if (!plain(bytes, start, end, into)) {
      return separator == 0 ? slow(bytes, start, end, into) : separated(bytes, start, end, into);
    }
    if (asDouble) {
      boolean isNegativeZero = bytes[start] == '-' && into.isSmall() && into.unscaled() == 0;
      into.set(isNegativeZero ? -0.0 : into.toDouble());
    }
    return true;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }

  /** Reads a sign and up to 18 digits that count, with or without a point. */
  private boolean plain(byte[] bytes, int from, int to, Value into) {
    int at = from;
    boolean isNegative = false;
    if (at < to && (bytes[at] == '-' || bytes[at] == '+')) {
      isNegative = bytes[at++] == '-';
    }
    long digits = 0;
    int count = 0;
    int read = 0;
    int behind = -1;
    for (; at < to; at++) {
      int digit = bytes[at] - '0';
      if (digit >= 0 && digit <= 9) {
        digits = digits * 10 + digit;
        count += digits == 0 ? 0 : 1;
        read++;
        if (count > SMALL_DIGITS) {
          return false;
        }
      } else if (bytes[at] == point && behind < 0) {
        behind = read;
      } else {
        return false;
      }
    }
    if (read == 0) {
      return false;
    }
    into.set(isNegative ? -digits : digits, behind < 0 ? 0 : read - behind);
    return true;
  }

  /** Reads any other number: a long one, one with an exponent, a word. */
  private boolean slow(byte[] bytes, int from, int to, Value into) {
    int first = from < to && (bytes[from] == '-' || bytes[from] == '+') ? from + 1 : from;
    int digits = 0;
    int pointAt = -1;
    int exponentAt = -1;
    for (int i = first; i < to; i++) {
      byte b = bytes[i];
      if (isDigit(b)) {
        digits++;
      } else if (b == point && pointAt < 0 && exponentAt < 0) {
        pointAt = i;
      } else if ((b == 'e' || b == 'E') && exponentAt < 0 && digits > 0) {
        exponentAt = i;
        digits = 0;
        boolean hasSign = i + 1 < to && (bytes[i + 1] == '-' || bytes[i + 1] == '+');
        i += hasSign ? 1 : 0;
      } else {
        return i == first && word(bytes, from, first, to, into);
      }
    }
    if (digits == 0) {
      return false;
    }
    String text = text(bytes, from, to);
    if (exponentAt >= 0) {
      into.set(Double.parseDouble(text.replace((char) point, '.')));
      return true;
    }
    String unscaled =
        pointAt < 0 ? text : text(bytes, from, pointAt) + text(bytes, pointAt + 1, to);
    into.set(new BigInteger(unscaled), pointAt < 0 ? 0 : to - pointAt - 1);
    if (asDouble) {
      into.set(into.toDouble());
    }
    return true;
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private static boolean word(byte[] bytes, int from, int first, int to, Value into) {
    int initial = bytes[first] | 0x20;
    if (initial != 'i' && initial != 'n') {
      return false;
    }
    String word = text(bytes, first, to);
    if (word.equalsIgnoreCase("nan")) {
      into.set(Double.NaN);
    } else if (word.equalsIgnoreCase("inf") || word.equalsIgnoreCase("infinity")) {
      into.set(bytes[from] == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    } else {
      return false;
    }
    return true;
  }

  /** Reads a number whose thousands are apart: groups of three digits, and a first one of fewer. */
  private boolean separated(byte[] bytes, int from, int to, Value into) {
    byte[] joined = new byte[to - from];
    int size = 0;
    int group = 0;
    int groups = 0;
    int at = from;
    for (; at < to && (isDigit(bytes[at]) || bytes[at] == separator || size == 0); at++) {
      if (bytes[at] == separator) {
        if (group == 0 || group > 3 || (groups > 0 && group != 3)) {
          return false;
        }
        groups++;
        group = 0;
      } else {
        group += isDigit(bytes[at]) ? 1 : 0;
        joined[size++] = bytes[at];
      }
    }
    if (groups > 0 && group != 3) {
      return false;
    }
    System.arraycopy(bytes, at, joined, size, to - at);
    NumberReader whole = new NumberReader(point, (byte) 0, asDouble);
    return whole.read(joined, 0, size + to - at, into);
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
