package org.cumulus.npy;

import java.nio.charset.StandardCharsets;

/** Python's {@code repr} of text and bytes. */
final class PythonText {
  /** Messages show so many characters of what they complain about. */
  private static final int SHOWN = 300;

  private PythonText() {}

  static String shortened(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }

  static String repr(String text) {
    char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    StringBuilder repr = new StringBuilder().append(quote);
    text.codePoints().forEach(point -> append(repr, point, quote));
    return repr.append(quote).toString();
  }

  static String repr(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    StringBuilder repr = new StringBuilder("b'");
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character < 0x7f) {
        append(repr, character, '\'');
      } else {
        repr.append("\\x%02x".formatted((int) character));
      }
    }
    return repr.append('\'').toString();
  }

  private static void append(StringBuilder repr, int point, char quote) {
    switch (point) {
      case '\\' -> repr.append("\\\\");
      case '\n' -> repr.append("\\n");
      case '\r' -> repr.append("\\r");
      case '\t' -> repr.append("\\t");
      default -> {
        if (point == quote) {
          repr.append('\\').append(quote);
        } else if (isPrintable(point)) {
          repr.appendCodePoint(point);
        } else {
          String form = point < 0x100 ? "\\x%02x" : point < 0x10000 ? "\\u%04x" : "\\U%08x";
          repr.append(form.formatted(point));
        }
      }
    }
  }

  private static boolean isPrintable(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> point == ' ';
      default -> true;
    };
  }
}
