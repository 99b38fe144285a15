package org.cumulus.spark;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV text as RFC 4180 has them: cells in quotes may hold delimiters, line breaks
 * and doubled quotes; a backslash is a character as any other. A cell of nothing is null, one of
 * two quotes is empty.
 */
final class CsvRecords {
  /** A quote that is never closed ends here, and not where memory does. */
  private static final int LONGEST_CELL = 1 << 24;

  private static final int END = -1;

  private final Reader text;
  private final char delimiter;
  private final char[] buffer = new char[1 << 14];
  private int position;
  private int limit;
  private long line = 1;
  private long start = 1;

  CsvRecords(Reader text, char delimiter) {
    this.text = text;
    this.delimiter = delimiter;
  }

  /** The line on which the last record began, from 1. */
  long line() {
    return start;
  }

  /**
   * The next record, or null if there is none. A blank line is a record of one null.
   *
   * @throws CsvException if a quote is never closed, or something follows one that is
   */
  @Nullable List<@Nullable String> next() throws IOException {
    if (peek() == END) {
      return null;
    }
    start = line;
    List<@Nullable String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    do {
      cells.add(peek() == '"' ? quoted(cell) : plain(cell));
    } while (take(delimiter));
    if (take('\r')) {
      take('\n');
    } else if (!take('\n') && peek() != END) {
      throw new CsvException(
          line, "a closing quote is followed by neither a delimiter nor the end of the line");
    }
    line++;
    return cells;
  }

  private @Nullable String plain(StringBuilder cell) throws IOException {
    cell.setLength(0);
    for (int c = peek(); c != delimiter && c != '\n' && c != '\r' && c != END; c = peek()) {
      append(cell, c);
    }
    return cell.isEmpty() ? null : cell.toString();
  }

  private String quoted(StringBuilder cell) throws IOException {
    cell.setLength(0);
    long opened = line;
    position++;
    while (true) {
      int c = peek();
      if (c == END) {
        throw new CsvException(opened, "a quote that is never closed");
      }
      if (c == '"') {
        position++;
        if (peek() != '"') {
          return cell.toString();
        }
      } else if (c == '\n') {
        line++;
      }
      append(cell, c);
    }
  }

  private void append(StringBuilder cell, int c) {
    if (cell.length() == LONGEST_CELL) {
      throw new CsvException(
          start, "a cell has more than " + LONGEST_CELL + " characters; is a quote never closed?");
    }
    cell.append((char) c);
    position++;
  }

  private boolean take(char c) throws IOException {
    if (peek() != c) {
      return false;
    }
    position++;
    return true;
  }

  private int peek() throws IOException {
    if (position == limit) {
      position = 0;
      limit = Math.max(text.read(buffer), 0);
    }
    return limit == 0 ? END : buffer[position];
  }
}
