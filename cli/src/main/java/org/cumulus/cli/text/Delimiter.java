package org.cumulus.cli.text;

import java.io.BufferedReader;
import java.io.IOException;

/** What stands between the cells of a line. */
public enum Delimiter {
  /** A comma. */
  COMMA(','),
  /** One tab; two have an empty cell between them. */
  TAB('\t'),
  /** A semicolon. */
  SEMICOLON(';'),
  /** Any number of blanks and tabs. */
  BLANKS(' ');

  /** More than this is not looked at to find the delimiter. */
  private static final int LOOK_AHEAD = 1 << 16;

  private final char character;

  Delimiter(char character) {
    this.character = character;
  }

  /**
   * The first of comma, semicolon and tab that the first line has outside of quotes, else blanks.
   * Nothing is taken from the text.
   */
  public static Delimiter find(BufferedReader text) throws IOException {
    text.mark(LOOK_AHEAD);
    StringBuilder line = new StringBuilder();
    boolean quoted = false;
    for (int read = 0; read < LOOK_AHEAD - 1; read++) {
      int c = text.read();
      quoted ^= c == '"';
      if (c >= 0 && (quoted || (c != '\n' && c != '\r'))) {
        line.append((char) c);
        continue;
      }
      String stripped = line.toString().strip();
      if (c < 0 || !(stripped.isEmpty() || stripped.startsWith("#"))) {
        break;
      }
      line.setLength(0);
    }
    text.reset();
    return ofLine(line);
  }

  private static Delimiter ofLine(CharSequence line) {
    Delimiter found = BLANKS;
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      quoted ^= c == '"';
      if (!quoted && c == ',') {
        return COMMA;
      }
      if (!quoted && c == ';') {
        found = SEMICOLON;
      }
      if (!quoted && c == '\t' && found == BLANKS) {
        found = TAB;
      }
    }
    return found;
  }

  Rows rows(BufferedReader text) {
    return this == BLANKS ? new BlankRows(text) : new CsvRows(text, character);
  }
}
