package org.cumulus.internal.text;

import java.util.List;

/** Python's notions of text: what is blank, what is printable, how long a text is. */
final class TextLines {
  private static final String LINE_BREAKS = "\n\r\u000b\f\u001c\u001d\u001e\u0085\u2028\u2029";

  private TextLines() {}

  /** The length in code points. */
  static int length(CharSequence text) {
    return Character.codePointCount(text, 0, text.length());
  }

  /** Python's {@code rstrip()}, which knows more blanks than Java. */
  static String stripTrailing(String text) {
    int end = text.length();
    while (end > 0 && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
  }

  /** Whether {@link #lines} would split the text; numbers never, so this comes first. */
  static boolean hasLineBreak(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (LINE_BREAKS.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Python's {@code splitlines()}: a line break at the very end starts no new line. */
  static List<String> lines(String text) {
    List<String> lines = List.of(text.split("\r\n|[" + LINE_BREAKS + "]", -1));
    return lines.getLast().isEmpty() ? lines.subList(0, lines.size() - 1) : lines;
  }

  /** Python's {@code repr} of a text: in single quotes unless it holds some and no double ones. */
  static String quoted(String text) {
    char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    StringBuilder out = new StringBuilder(text.length() + 2).append(quote);
    text.codePoints().forEach(codePoint -> appendEscaped(out, codePoint, quote));
    return out.append(quote).toString();
  }

  private static void appendEscaped(StringBuilder out, int codePoint, char quote) {
    switch (codePoint) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\\' -> out.append("\\\\");
      default -> {
        if (codePoint == quote) {
          out.append('\\').append(quote);
        } else if (isPrintable(codePoint)) {
          out.appendCodePoint(codePoint);
        } else if (codePoint < 0x100) {
          out.append("\\x%02x".formatted(codePoint));
        } else if (codePoint < 0x10000) {
          out.append("\\u%04x".formatted(codePoint));
        } else {
          out.append("\\U%08x".formatted(codePoint));
        }
      }
    }
  }

  private static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> codePoint == ' ';
      default -> true;
    };
  }
}
