package org.cumulus.cli.table.rows;

/**
 * How a table is written.
 *
 * @param delimiter what stands between cells
 * @param lineFeed what ends a line, with a carriage return before it or without: on very old files
 *     that is a carriage return itself
 * @param hasQuotes whether a cell that begins with a double quote ends with the next single one
 */
public record Dialect(byte delimiter, byte lineFeed, boolean hasQuotes) {
  /**
   * Where the next row begins.
   *
   * @param at where the last cell of a row ends
   * @return -1 if that is not known yet
   */
  int afterLineEnd(byte[] bytes, int at, int limit, boolean isEnd) {
    if (at == limit) {
      return isEnd ? limit : -1;
    }
    return Math.min(limit, bytes[at] == lineFeed ? at + 1 : at + 2);
  }
}
