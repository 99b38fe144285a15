package org.cumulus.cli.text;

import java.util.List;

/**
 * A row of a text.
 *
 * @param cells at least one, without the blanks around them
 * @param line the number of the line that it begins in, from 1
 * @param isBlank whether the line has nothing but blanks in it; then its cell is empty
 */
public record TextRow(List<String> cells, long line, boolean isBlank) {
  static TextRow blank(long line) {
    return new TextRow(List.of(""), line, true);
  }
}
