package org.cumulus.cli.text;

import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * What stands between the cells of a line.
 *
 * @param character a blank stands for any number of blanks and tabs
 */
public record Delimiter(char character) {
  /** A comma. */
  public static final Delimiter COMMA = new Delimiter(',');

  /** One tab; two have an empty cell between them. */
  public static final Delimiter TAB = new Delimiter('\t');

  static final Delimiter SEMICOLON = new Delimiter(';');
  static final Delimiter PIPE = new Delimiter('|');

  /** Any number of blanks and tabs. */
  static final Delimiter BLANKS = new Delimiter(' ');

  /** Nothing: each line is a cell. No text has this character. */
  static final Delimiter NONE = new Delimiter('\uFFFF');

  /**
   * The rows of a text.
   *
   * @param comment what a comment begins with; null if there are none
   * @param linesBefore how many lines have been read before
   * @throws TextException if comments begin with the delimiter
   */
  Rows rows(Reader text, @Nullable Character comment, int linesBefore) throws TextException {
    if (comment != null && comment == character) {
      throw new TextException(
          "'%c' separates cells, so it cannot begin comments: expected another --comment"
              .formatted(character));
    }
    return equals(BLANKS)
        ? new BlankRows(text, comment, linesBefore)
        : new DelimitedRows(text, character, comment, linesBefore);
  }
}
