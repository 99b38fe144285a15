package org.cumulus.cli.table.rows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the rows of a delimited table, and tells how they are written.
 *
 * @param names of the columns
 * @param content where new names go: before the line end
 * @param end where the rows begin
 * @param line the line they begin in
 */
public record Header(List<String> names, Dialect dialect, int content, int end, long line) {
  /** Of those that divide a header alike the first is meant: the others are found in names. */
  private static final byte[] CANDIDATES = {'\t', ';', ',', '|'};

  private static final int SEMICOLON = 1;
  private static final int COMMA = 2;
  static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final int SEPARATOR_LINE = "sep=,".length();

  /**
   * How to read a header.
   *
   * @param delimiter what stands between cells; null for what divides the header into most
   * @param names whether the first line is one; else the columns are called 1, 2, and so on
   * @param hasDecimalComma whether a comma stands in numbers, so that it divides a header only if
   *     nothing else does
   */
  public record Style(
      @Nullable Byte delimiter, boolean hasQuotes, Names names, boolean hasDecimalComma) {}

  /** Whether the first line holds the names of the columns. */
  public enum Names {
    PRESENT,
    ABSENT,
    /** It is taken to, and refused if all of them are numbers: it is more likely a row. */
    ASSUMED
  }

  /**
   * Reads the header at the beginning of some bytes.
   *
   * @return null if it is not all there
   * @throws RowException if there is none
   */
  static @Nullable Header read(byte[] bytes, int limit, boolean isEnd, Style style)
      throws RowException {
    refuseOtherEncodings(bytes, limit);
    int start = startsWithMark(bytes, limit) ? BYTE_ORDER_MARK.length : 0;
    Byte delimiter = style.delimiter();
    int first = start;
    Dialect guess = dialect(bytes, start, limit, isEnd, style, delimiter);
    if (guess == null) {
      return null;
    }
    long line = 1;
    if (isSeparatorLine(bytes, start, limit)) {
      delimiter = delimiter == null ? Byte.valueOf(bytes[start + SEPARATOR_LINE - 1]) : delimiter;
      int next = guess.afterLineEnd(bytes, start + SEPARATOR_LINE, limit, isEnd);
      first = Math.max(next, start);
      line++;
      guess = dialect(bytes, first, limit, isEnd, style, delimiter);
      if (guess == null) {
        return null;
      }
    }
    if (first == limit) {
      if (!isEnd) {
        return null;
      }
      throw new RowException(line, "nothing there, expected a line with the names of the columns");
    }
    return cells(bytes, first, limit, isEnd, guess, style.names() != Names.ABSENT, line);
  }

  private static @Nullable Header cells(
      byte[] bytes,
      int first,
      int limit,
      boolean isEnd,
      Dialect dialect,
      boolean hasNames,
      long line)
      throws RowException {
    CellScanner scanner = new CellScanner(dialect);
    List<String> names = new ArrayList<>();
    int at = first;
    while (true) {
      int end = scanner.scan(bytes, at, limit, isEnd, line);
      if (end < 0) {
        return null;
      }
      String name =
          new String(bytes, scanner.from(), scanner.to() - scanner.from(), StandardCharsets.UTF_8);
      names.add(scanner.kind() == Batch.ESCAPED ? name.replace("\"\"", "\"") : name);
      if (end == limit || bytes[end] != dialect.delimiter()) {
        int next = dialect.afterLineEnd(bytes, end, limit, isEnd);
        if (next < 0) {
          return null;
        }
        if (hasNames) {
          return new Header(names, dialect, end, next, line + 1 + scanner.takeLineBreaks());
        }
        List<String> numbers =
            IntStream.rangeClosed(1, names.size()).mapToObj(Integer::toString).toList();
        return new Header(numbers, dialect, first, first, line);
      }
      at = end + 1;
    }
  }

  /** Finds out how the line is written that begins somewhere; null if its end is not there. */
  private static @Nullable Dialect dialect(
      byte[] bytes, int from, int limit, boolean isEnd, Style style, @Nullable Byte delimiter) {
    int[] counts = new int[CANDIDATES.length];
    boolean isQuoted = false;
    boolean mayQuote = style.hasQuotes();
    int at = from;
    for (; at < limit && (isQuoted || (bytes[at] != '\n' && bytes[at] != '\r')); at++) {
      byte b = bytes[at];
      if (b == '"' && (isQuoted || mayQuote)) {
        isQuoted = !isQuoted;
        continue; // Behind it another one may follow, as the second of two in a cell.
      }
      if (!isQuoted) {
        mayQuote = style.hasQuotes() && divides(b, delimiter);
      }
      for (int i = 0; i < CANDIDATES.length && !isQuoted; i++) {
        counts[i] += b == CANDIDATES[i] ? 1 : 0;
      }
    }
    if (!isEnd && (at == limit || (bytes[at] == '\r' && at + 1 == limit))) {
      return null;
    }
    boolean isOld = at + 1 < limit && bytes[at] == '\r' && bytes[at + 1] != '\n';
    if (style.hasDecimalComma() && Arrays.stream(counts).sum() > counts[COMMA]) {
      counts[COMMA] = 0;
    }
    int usual = style.hasDecimalComma() ? SEMICOLON : COMMA;
    int most = Arrays.stream(counts).sum() == 0 ? usual : 0;
    for (int i = 0; i < counts.length; i++) {
      most = counts[i] > counts[most] ? i : most;
    }
    byte found = delimiter == null ? CANDIDATES[most] : delimiter;
    return new Dialect(found, isOld ? (byte) '\r' : (byte) '\n', style.hasQuotes());
  }

  private static boolean divides(byte b, @Nullable Byte delimiter) {
    for (byte candidate : CANDIDATES) {
      if (delimiter == null && b == candidate) {
        return true;
      }
    }
    return delimiter != null && b == delimiter;
  }

  /** Excel's line before the header that says what the delimiter is. */
  private static boolean isSeparatorLine(byte[] bytes, int start, int limit) {
    int end = start + SEPARATOR_LINE;
    return end <= limit
        && new String(bytes, start, SEPARATOR_LINE - 1, StandardCharsets.ISO_8859_1)
            .equalsIgnoreCase("sep=")
        && (end == limit || bytes[end] == '\n' || bytes[end] == '\r');
  }

  static boolean startsWithMark(byte[] bytes, int limit) {
    return limit >= BYTE_ORDER_MARK.length
        && bytes[0] == BYTE_ORDER_MARK[0]
        && bytes[1] == BYTE_ORDER_MARK[1]
        && bytes[2] == BYTE_ORDER_MARK[2];
  }

  private static void refuseOtherEncodings(byte[] bytes, int limit) throws RowException {
    boolean isWide =
        limit >= 2
            && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
                || bytes[0] == 0
                || bytes[1] == 0);
    if (isWide) {
      throw new RowException(1, "UTF-16 or UTF-32, expected UTF-8: convert it with iconv first");
    }
  }
}
