package org.cumulus.cli.text;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cells between blanks and tabs, as many as there are, some of them in double quotes. What follows
 * a cell that begins with the character of comments is no part of the line.
 */
final class BlankRows implements Rows {
  private static final int END = -1;

  private final Reader text;
  private final int comment;
  private final RowLimit limit = new RowLimit();
  private final char[] block = new char[1 << 13];
  private int at;
  private int filled;
  private long line;

  /** The character that comes next, or {@link #END}. */
  private int next;

  private boolean hasBegun;
  private long comments;

  BlankRows(Reader text, @Nullable Character comment, int linesBefore) {
    this.text = text;
    this.comment = comment == null ? END : comment;
    line = linesBefore + 1L;
  }

  @Override
  public @Nullable TextRow next() throws IOException {
    if (!hasBegun) {
      hasBegun = true;
      advance();
    }
    while (next != END) {
      long first = line;
      List<String> cells = new ArrayList<>();
      boolean hasComment = readLine(cells);
      if (!cells.isEmpty()) {
        return new TextRow(cells, first, false);
      }
      if (!hasComment) {
        return TextRow.blank(first);
      }
      comments++;
    }
    return null;
  }

  @Override
  public long comments() {
    return comments;
  }

  /** Reads the cells of a line, and its end; tells whether a comment is in it. */
  private boolean readLine(List<String> cells) throws IOException {
    limit.reset();
    while (true) {
      while (next != END && !isLineBreak(next) && Character.isWhitespace(next)) {
        advance();
      }
      if (next == END || isLineBreak(next)) {
        endLine();
        return false;
      }
      String cell = next == comment ? commentedCell() : next == '"' ? quoted() : plain();
      if (cell == null) {
        skipLine();
        return true;
      }
      limit.add(cell.length(), line);
      cells.add(cell);
    }
  }

  /** A cell that looks like a comment; null if it is one. */
  private @Nullable String commentedCell() throws IOException {
    StringBuilder cell = new StringBuilder();
    while (!isEndOfCell() && cell.length() <= CellKind.LONGEST_ERROR) {
      cell.append((char) next);
      advance();
    }
    return CellKind.isSpreadsheetError(cell.toString()) ? cell.toString() : null;
  }

  private String plain() throws IOException {
    StringBuilder cell = new StringBuilder();
    while (!isEndOfCell()) {
      cell.append((char) next);
      limit.check(cell.length(), line);
      advance();
    }
    return cell.toString();
  }

  /** A cell in quotes, which may go on over several lines; two quotes in it are one. */
  private String quoted() throws IOException {
    long first = line;
    StringBuilder cell = new StringBuilder();
    advance();
    while (true) {
      if (next == END) {
        throw new TextException("line %d: an unclosed quote".formatted(first));
      }
      if (next == '"') {
        advance();
        if (next != '"') {
          break;
        }
      }
      line += next == '\n' ? 1 : 0;
      cell.append((char) next);
      limit.check(cell.length(), first);
      advance();
    }
    if (!isEndOfCell()) {
      throw new TextException(
          "line %d: '%c' after a closing quote, expected a blank".formatted(line, (char) next));
    }
    return cell.toString().strip();
  }

  private boolean isEndOfCell() {
    return next == END || Character.isWhitespace(next);
  }

  private static boolean isLineBreak(int c) {
    return c == '\n' || c == '\r';
  }

  private void skipLine() throws IOException {
    while (next != END && !isLineBreak(next)) {
      advance();
    }
    endLine();
  }

  private void endLine() throws IOException {
    if (next == '\r') {
      advance();
      if (next != '\n') {
        line++;
        return;
      }
    }
    if (next == '\n') {
      line++;
      advance();
    }
  }

  private void advance() throws IOException {
    if (at == filled) {
      at = 0;
      filled = Math.max(0, text.read(block));
    }
    next = at == filled ? END : block[at++];
  }
}
