package org.cumulus.cli.table.sort;

import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A column that rows are ordered by.
 *
 * @param kind what its cells are
 * @param date how dates are written; null if they are none
 * @param cell the number of its cell among those that are wanted
 */
public record OrderColumn(
    String name, boolean isDescending, Kind kind, @Nullable DateTimeFormatter date, int cell) {
  /** What the cells of a column are. */
  public enum Kind {
    /** Numbers if all are, texts if none is; anything else is refused. */
    FOUND_OUT,
    NUMBER,
    TEXT,
    DATE
  }

  private static final String DATE = ":date(";

  /**
   * Reads {@code name:desc}, {@code name:text}, {@code name:date(d.M.yyyy)}.
   *
   * @param isName whether a text is the name of a column
   * @throws IllegalArgumentException if the pattern of a date is none
   */
  public static OrderColumn parse(String text, Predicate<String> isName) {
    String name = text;
    boolean isDescending = false;
    Kind kind = Kind.FOUND_OUT;
    DateTimeFormatter date = null;
    while (!isName.test(name)) {
      int colon = name.lastIndexOf(':');
      int dateAt = name.endsWith(")") ? name.lastIndexOf(DATE) : -1;
      String word = colon < 0 ? "" : name.substring(colon + 1);
      if (dateAt >= 0) {
        date = formatter(name.substring(dateAt + DATE.length(), name.length() - 1));
        kind = Kind.DATE;
        colon = dateAt;
      } else if (word.equals("desc") || word.equals("asc")) {
        isDescending = word.equals("desc");
      } else if (word.equals("text")) {
        kind = Kind.TEXT;
      } else if (word.equals("number")) {
        kind = Kind.NUMBER;
      } else {
        break;
      }
      name = name.substring(0, colon);
    }
    return new OrderColumn(name, isDescending, kind, date, -1);
  }

  private static DateTimeFormatter formatter(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.ENGLISH);
  }

  /** The same, once it is known where its cell is. */
  public OrderColumn at(int place) {
    return new OrderColumn(name, isDescending, kind, date, place);
  }
}
