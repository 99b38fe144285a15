package org.cumulus.npy;

/**
 * Splits the text of a header into Python's tokens: comments and spaces are gone, and line ends too
 * where they mean nothing.
 */
final class PythonTokens {
  enum Kind {
    NUMBER,
    NAME,
    TEXT,
    BYTES,
    SYMBOL,
    LINE_END,
    END
  }

  /** One token: of a text its value, of all others what was written. */
  record Token(Kind kind, String text) {
    boolean is(String symbol) {
      return kind == Kind.SYMBOL && text.equals(symbol);
    }
  }

  private final String source;
  private int at;
  private int brackets;

  PythonTokens(String header) {
    String text = header.replace("\r\n", "\n").replace('\r', '\n');
    int start = 0;
    while (start < text.length() && " \t".indexOf(text.charAt(start)) >= 0) {
      start++; // Blanks before the first line are forgiven, before others they are not.
    }
    source = text.substring(start);
  }

  Token next() throws NpyFormatException {
    boolean lineStart = brackets == 0 && at > 0 && source.charAt(at - 1) == '\n';
    boolean indented = skipBlanks() && lineStart;
    if (at == source.length()) {
      return new Token(Kind.END, "");
    }
    char first = source.charAt(at);
    if (first == '\n') {
      at++;
      return new Token(Kind.LINE_END, "\n");
    }
    if (indented) {
      throw failure("unexpected indent");
    }
    if (isDigit(at) || (first == '.' && isDigit(at + 1))) {
      return number();
    }
    if (isNamePart(first)) {
      return nameOrText();
    }
    return first == '\'' || first == '"' ? text("") : symbol(first);
  }

  NpyFormatException failure(String reason) {
    return new NpyFormatException(
        "Cannot parse header: "
            + PythonText.shortened(PythonText.repr(source))
            + " ("
            + reason
            + ")");
  }

  /** Skips spaces, comments, joined lines and line ends in brackets; says whether it did. */
  private boolean skipBlanks() {
    boolean spaces = false;
    while (at < source.length()) {
      char character = source.charAt(at);
      if (character == '#') {
        int end = source.indexOf('\n', at);
        at = end < 0 ? source.length() : end;
      } else if (isJoint(at)) {
        at += 2;
      } else if (" \t\f".indexOf(character) >= 0 || (character == '\n' && brackets > 0)) {
        spaces = true;
        at++;
      } else {
        break;
      }
    }
    return spaces;
  }

  /** Whether a backslash joins two lines; the last line has none to be joined to. */
  private boolean isJoint(int index) {
    return source.startsWith("\\\n", index) && index + 2 < source.length();
  }

  private Token symbol(char first) {
    if ("([{".indexOf(first) >= 0) {
      brackets++;
    } else if (")]}".indexOf(first) >= 0) {
      brackets--;
    }
    String symbol = source.startsWith("...", at) ? "..." : String.valueOf(first);
    at += symbol.length();
    return new Token(Kind.SYMBOL, symbol);
  }

  private Token number() {
    int start = at;
    boolean decimal = !source.startsWith("0x", at) && !source.startsWith("0X", at);
    while (at < source.length()) {
      char character = source.charAt(at);
      boolean sign = character == '+' || character == '-';
      boolean exponent = decimal && at > start && "eE".indexOf(source.charAt(at - 1)) >= 0;
      if (!(sign && exponent) && !isNamePart(character) && character != '.') {
        break;
      }
      at++;
    }
    return new Token(Kind.NUMBER, source.substring(start, at));
  }

  private Token nameOrText() throws NpyFormatException {
    int start = at;
    while (at < source.length() && isNamePart(source.charAt(at))) {
      at++;
    }
    String name = source.substring(start, at);
    boolean quoted = at < source.length() && "'\"".indexOf(source.charAt(at)) >= 0;
    return quoted && PythonString.isPrefix(name) ? text(name) : new Token(Kind.NAME, name);
  }

  private Token text(String prefix) throws NpyFormatException {
    PythonString string = PythonString.parse(source, at, prefix);
    if (string == null) {
      throw failure("unterminated or bad string literal");
    }
    String written = prefix + source.substring(at, string.end());
    at = string.end();
    boolean bytes = PythonString.isBytes(prefix);
    return new Token(bytes ? Kind.BYTES : Kind.TEXT, bytes ? written : string.value());
  }

  private boolean isDigit(int index) {
    return index < source.length() && source.charAt(index) >= '0' && source.charAt(index) <= '9';
  }

  private static boolean isNamePart(char character) {
    return character == '_' || Character.isLetterOrDigit(character);
  }
}
