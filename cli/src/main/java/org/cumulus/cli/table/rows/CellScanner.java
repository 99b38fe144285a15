package org.cumulus.cli.table.rows;

/** Finds the end of a cell. */
final class CellScanner {
  private final byte delimiter;
  private final byte lineFeed;
  private final boolean hasQuotes;
  private int from;
  private int to;
  private byte kind;
  private int lineBreaks;

  CellScanner(Dialect dialect) {
    delimiter = dialect.delimiter();
    lineFeed = dialect.lineFeed();
    hasQuotes = dialect.hasQuotes();
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  byte kind() {
    return kind;
  }

  /** How many line breaks there were in cells since this was asked last. */
  int takeLineBreaks() {
    int breaks = lineBreaks;
    lineBreaks = 0;
    return breaks;
  }

  /**
   * Scans a cell.
   *
   * @return where its delimiter or line end is, or the limit; -1 if it may go on behind that
   */
  int scan(byte[] bytes, int start, int limit, boolean isEnd, long line) throws RowException {
    if (hasQuotes && start < limit && bytes[start] == '"') {
      return quoted(bytes, start, limit, isEnd, line);
    }
    int at = start;
    while (at < limit) {
      byte b = bytes[at];
      if (b == delimiter || b == lineFeed) {
        break;
      }
      at++;
    }
    if (at == limit && !isEnd) {
      lineBreaks = 0;
      return -1;
    }
    from = start;
    to = beforeReturn(bytes, start, at, limit);
    kind = Batch.PLAIN;
    return at < limit && bytes[at] == delimiter ? at : to;
  }

  /** The carriage return before a line feed is part of the line end. */
  private int beforeReturn(byte[] bytes, int start, int at, int limit) {
    boolean isLineEnd = at == limit || bytes[at] == lineFeed;
    return isLineEnd && lineFeed == '\n' && at > start && bytes[at - 1] == '\r' ? at - 1 : at;
  }

  private int quoted(byte[] bytes, int start, int limit, boolean isEnd, long line)
      throws RowException {
    from = start + 1;
    kind = Batch.QUOTED;
    int at = from;
    while (true) {
      while (at < limit && bytes[at] != '"') {
        lineBreaks += bytes[at] == lineFeed ? 1 : 0;
        at++;
      }
      if (at == limit) {
        if (isEnd) {
          throw new RowException(line, "a quote that nothing ends");
        }
        lineBreaks = 0;
        return -1;
      }
      if (at + 1 == limit && !isEnd) {
        lineBreaks = 0;
        return -1;
      }
      if (at + 1 == limit || bytes[at + 1] != '"') {
        break;
      }
      kind = Batch.ESCAPED;
      at += 2;
    }
    to = at;
    return afterQuote(bytes, at + 1, limit, isEnd, line);
  }

  private int afterQuote(byte[] bytes, int start, int limit, boolean isEnd, long line)
      throws RowException {
    int at = start;
    while (at < limit && bytes[at] == ' ' && delimiter != ' ') {
      at++;
    }
    if (at == limit || (bytes[at] == '\r' && lineFeed == '\n' && at + 1 == limit)) {
      if (!isEnd) {
        lineBreaks = 0;
        return -1;
      }
      return limit;
    }
    boolean isLineEnd =
        bytes[at] == lineFeed || (bytes[at] == '\r' && at + 1 < limit && bytes[at + 1] == lineFeed);
    if (bytes[at] != delimiter && !isLineEnd) {
      throw new RowException(
          line, "text behind a cell in quotes: a quote within a cell is written twice");
    }
    return at;
  }
}
