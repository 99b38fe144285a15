package org.cumulus.spark;

import java.util.ArrayList;
import java.util.List;

/**
 * Names of columns in a value of the command line, divided by commas. A name in double quotes may
 * hold commas and colons, and what all of the value names is that column.
 */
final class Terms {
  /** What the texts of a column are taken for. */
  enum Type {
    /** What all of them are, if that is clear. */
    FOUND,
    TEXT,
    NUMBER,
    DATE
  }

  /**
   * A column to order by.
   *
   * @param pattern of dates, Spark's letters; empty for other types
   */
  record Term(String name, Type type, String pattern, boolean isDescending) {}

  private static final String DATE = ":date(";

  private Terms() {}

  /** Names alone. */
  static List<String> names(String value, TableColumns columns) {
    return parts(value, columns).stream().map(Terms::unquoted).toList();
  }

  /**
   * Names with what may follow them: {@code :desc}, {@code :asc}, {@code :text}, {@code :number},
   * {@code :date(PATTERN)}.
   */
  static List<Term> ordered(String value, TableColumns columns) {
    return parts(value, columns).stream().map(part -> term(part, columns)).toList();
  }

  private static Term term(String part, TableColumns columns) {
    String name = part;
    Type type = Type.FOUND;
    String pattern = "";
    boolean isDescending = false;
    while (columns.find(unquoted(name)).isEmpty()) {
      int date = name.lastIndexOf(DATE);
      if (name.endsWith(":desc") || name.endsWith(":asc")) {
        isDescending = name.endsWith(":desc");
      } else if (name.endsWith(":text")) {
        type = Type.TEXT;
      } else if (name.endsWith(":number")) {
        type = Type.NUMBER;
      } else if (name.endsWith(")") && date >= 0) {
        type = Type.DATE;
        pattern = name.substring(date + DATE.length(), name.length() - 1);
      } else {
        break;
      }
      name =
          name.substring(0, type == Type.DATE && name.endsWith(")") ? date : name.lastIndexOf(':'));
    }
    return new Term(unquoted(name), type, pattern, isDescending);
  }

  private static List<String> parts(String value, TableColumns columns) {
    if (columns.find(value).isPresent()) {
      return List.of(value);
    }
    List<String> parts = new ArrayList<>();
    int start = 0;
    boolean isQuoted = false;
    boolean isPattern = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      isQuoted ^= c == '"';
      isPattern = isPattern ? c != ')' : !isQuoted && value.startsWith(DATE, i);
      if (c == ',' && !isQuoted && !isPattern) {
        parts.add(value.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(value.substring(start));
    return parts;
  }

  private static String unquoted(String name) {
    return name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name;
  }
}
