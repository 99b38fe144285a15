package org.cumulus.npy;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One string literal of Python.
 *
 * @param value what it stands for
 * @param end where in the source it ends
 */
record PythonString(String value, int end) {
  private static final Set<String> PREFIXES = Set.of("r", "u", "b", "br", "rb");
  private static final String ESCAPES = "\\'\"abfnrtv";
  private static final String MEANINGS = "\\'\"\007\b\f\n\r\t\013";

  /** Whether a name right before a quote makes a literal; {@code f} makes an expression. */
  static boolean isPrefix(String name) {
    return PREFIXES.contains(name.toLowerCase(Locale.ROOT));
  }

  static boolean isBytes(String prefix) {
    return prefix.toLowerCase(Locale.ROOT).contains("b");
  }

  /** Parses the literal whose opening quote stands at {@code start}; null if it is none. */
  static @Nullable PythonString parse(String source, int start, String prefix) {
    String one = source.substring(start, start + 1);
    String quote = source.startsWith(one.repeat(3), start) ? one.repeat(3) : one;
    boolean raw = prefix.toLowerCase(Locale.ROOT).contains("r");
    StringBuilder value = new StringBuilder();
    int at = start + quote.length();
    while (at < source.length()) {
      char character = source.charAt(at);
      if (source.startsWith(quote, at)) {
        return new PythonString(value.toString(), at + quote.length());
      }
      if (character == '\n' && quote.length() == 1) {
        return null;
      }
      if (character != '\\' || at + 1 == source.length()) {
        value.append(character);
        at++;
      } else if (raw || isBytes(prefix)) {
        value.append(source, at, at + 2);
        at += 2;
      } else {
        at = escape(source, at + 1, value);
        if (at < 0) {
          return null;
        }
      }
    }
    return null;
  }

  /** Appends what follows a backslash; returns where it ends, or -1 if it is malformed. */
  private static int escape(String source, int at, StringBuilder value) {
    char character = source.charAt(at);
    int known = ESCAPES.indexOf(character);
    if (known >= 0) {
      value.append(MEANINGS.charAt(known));
      return at + 1;
    }
    return switch (character) {
      case '\n' -> at + 1;
      case 'x' -> number(source, at + 1, 2, value);
      case 'u' -> number(source, at + 1, 4, value);
      case 'U' -> number(source, at + 1, 8, value);
      case 'N' -> named(source, at + 1, value);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(source, at, value);
      default -> {
        value.append('\\').append(character); // Python keeps the backslash of an unknown escape.
        yield at + 1;
      }
    };
  }

  private static int number(String source, int at, int digits, StringBuilder value) {
    int end = at + digits;
    long point = 0;
    for (int i = at; i < end; i++) {
      int digit =
          i < source.length() && source.charAt(i) < 0x80
              ? Character.digit(source.charAt(i), 16)
              : -1;
      if (digit < 0) {
        return -1;
      }
      point = 16 * point + digit;
    }
    if (point > Character.MAX_CODE_POINT) {
      return -1;
    }
    value.appendCodePoint((int) point);
    return end;
  }

  private static int octal(String source, int start, StringBuilder value) {
    int at = start;
    int point = 0;
    while (at < source.length()
        && at < start + 3
        && source.charAt(at) >= '0'
        && source.charAt(at) <= '7') {
      point = 8 * point + source.charAt(at++) - '0';
    }
    value.append((char) point);
    return at;
  }

  private static int named(String source, int at, StringBuilder value) {
    int close = source.indexOf('}', at);
    if (!source.startsWith("{", at) || close < 0) {
      return -1;
    }
    try {
      value.appendCodePoint(Character.codePointOf(source.substring(at + 1, close)));
      return close + 1;
    } catch (IllegalArgumentException unknownName) {
      return -1;
    }
  }
}
