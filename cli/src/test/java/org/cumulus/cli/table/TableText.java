package org.cumulus.cli.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A random way to write a table. */
final class TableText {
  static final int ID = 0;
  static final int KEY = 1;
  static final int TIME = 2;
  static final int FLAG = 3;
  static final int VALUE = 4;

  final boolean isJson;
  final char delimiter;
  final String lineEnd;
  final boolean endsWithLine;
  final boolean hasHeader;
  final boolean isOneColumn;
  private final boolean hasMark;
  private final Random random;

  TableText(Random random) {
    this.random = random;
    isJson = oneIn(3);
    delimiter = List.of(',', ',', '\t', ';', '|').get(random.nextInt(5));
    lineEnd = oneIn(2) ? "\n" : isJson || oneIn(2) ? "\r\n" : "\r";
    endsWithLine = oneIn(2);
    hasMark = oneIn(4);
    hasHeader = isJson || !oneIn(6);
    isOneColumn = !isJson && oneIn(8);
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  /** The table, given the lines of its rows. */
  String whole(List<String> lines) {
    String end = endsWithLine && !lines.isEmpty() ? lineEnd : "";
    return mark() + header("") + String.join(lineEnd, lines) + end;
  }

  /** The byte order mark, if there is one. */
  String mark() {
    return hasMark ? "\uFEFF" : "";
  }

  /** The line of a row, without its end. */
  String line(List<@Nullable String[]> rows, int index) {
    return isJson ? json(rows.get(index)) : delimited(rows, index);
  }

  String name(int column) {
    return hasHeader
        ? List.of("id", "the key", "time", "flag", "value").get(column)
        : "" + (isOneColumn ? 1 : column + 1);
  }

  /** The header with more names behind its own. */
  String header(String more) {
    if (isJson || !hasHeader) {
      return "";
    }
    String names =
        isOneColumn
            ? "value"
            : String.join("" + delimiter, "id", "\"the key\"", "time", "flag", "value");
    return names + more + lineEnd;
  }

  private String delimited(List<@Nullable String[]> rows, int index) {
    @Nullable String[] row = rows.get(index);
    if (isOneColumn) {
      String value = row[VALUE];
      // Empty lines at the end are not rows, and an empty first line is not a header.
      boolean mayBeBlank = index > 0 && index < rows.size() - 1 && rest(rows, index);
      return value == null ? mayBeBlank && oneIn(2) ? "" : "\"\"" : value;
    }
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < row.length; i++) {
      String cell = row[i] == null ? "" : row[i];
      boolean needsQuotes = i == KEY && row[i] != null;
      boolean isQuoted = needsQuotes || (i != VALUE && oneIn(5));
      String written = cell.replace("\n", lineEnd).replace("\"", "\"\"");
      cells.add(isQuoted ? "\"" + written + "\"" : written);
    }
    return String.join("" + delimiter, cells);
  }

  /** Whether a row with a value follows. */
  private static boolean rest(List<@Nullable String[]> rows, int index) {
    return rows.subList(index + 1, rows.size()).stream().anyMatch(row -> row[VALUE] != null);
  }

  private String json(@Nullable String[] row) {
    List<String> cells = new ArrayList<>();
    cells.add("\"id\":" + row[ID]);
    cells.add("\"the\\u0020key\": " + (row[KEY] == null ? "null" : jsonText(row[KEY])));
    cells.add("\"time\" :" + row[TIME]);
    cells.add("\"flag\":" + row[FLAG]);
    if (row[VALUE] != null) {
      cells.add("\"value\":" + jsonNumber(row[VALUE]));
    }
    return "{" + String.join(", ", cells) + "}";
  }

  private String jsonText(String text) {
    String escaped = text.replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t");
    return "\"" + (oneIn(2) ? escaped.replace("\u00e9", "\\u00e9") : escaped) + "\"";
  }

  static String jsonNumber(String text) {
    char last = text.charAt(text.length() - 1);
    return last >= '0' && last <= '9' ? text : "\"" + text + "\"";
  }
}
