package org.cumulus.cli.table.sort;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.regex.Pattern;
import org.cumulus.cli.table.rows.RowException;

/** Dates and times in an order. */
public final class DateKey {
  /** So long a text is looked at, to see whether it is a date. */
  private static final int LONGEST = 40;

  private static final String MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";

  /** Dates and times that as texts are not in the order of time. */
  private static final Pattern AMBIGUOUS =
      Pattern.compile(
          "(?i)\\d{1,2}[./-]\\d{1,2}[./-](\\d{4}|\\d{2})\\b.*" // 31.12.2024, 12/31/24
              + "|\\d{4}([./-])(\\d[./-]\\d{1,2}|\\d\\d[./-]\\d)(\\D.*)?" // 2024-1-31
              + "|\\d:\\d\\d.*" // 9:30
              + "|(\\w+,? )?"
              + MONTH
              + "[ .-]+\\d.*" // Jan 1 2000
              + "|(\\w+,? )?\\d{1,2}[ .-]+"
              + MONTH
              + ".*"); // 1 Jan 2000

  private DateKey() {}

  /** The instant a text stands for, if there were no time zones. */
  public static Instant instant(DateTimeFormatter format, String text) {
    TemporalAccessor time =
        format.parseBest(
            text,
            OffsetDateTime::from,
            LocalDateTime::from,
            LocalDate::from,
            YearMonth::from,
            LocalTime::from,
            Year::from);
    return switch (time) {
      case OffsetDateTime exact -> exact.toInstant();
      case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
      case LocalDate day -> day.atStartOfDay().toInstant(ZoneOffset.UTC);
      case YearMonth month -> month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
      case Year year -> year.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
      case LocalTime clock -> clock.atDate(LocalDate.EPOCH).toInstant(ZoneOffset.UTC);
      default -> throw new IllegalStateException(time.toString());
    };
  }

  /** Adds the time that a text stands for. */
  static void add(OrderKey key, OrderColumn column, String text, long line) throws RowException {
    DateTimeFormatter format = column.date();
    if (format == null) {
      throw new IllegalArgumentException("no date: " + column);
    }
    try {
      Instant instant = instant(format, text.strip());
      long seconds = instant.getEpochSecond();
      key.add((byte) 1);
      key.addInt((int) (seconds >> Integer.SIZE));
      key.addInt((int) seconds ^ Integer.MIN_VALUE);
      key.addInt(instant.getNano());
    } catch (DateTimeException none) {
      throw new RowException(
          line, "column '%s': '%s' does not match the date pattern".formatted(column.name(), text));
    }
  }

  /** Refuses a date whose place among texts is not its place in time. */
  static void refuseAmbiguous(OrderColumn column, byte[] cell, int start, int end, long line)
      throws RowException {
    if (end - start > LONGEST || !hasBreak(cell, start, end) || isPadded(cell, start, end)) {
      return;
    }
    String text = new String(cell, start, end - start, StandardCharsets.UTF_8).strip();
    if (AMBIGUOUS.matcher(text).matches()) {
      throw new RowException(
          line,
          "column '%s': '%s' looks like a date, and as texts such are not in the order of time: expected --order-by '%s:date(PATTERN)', as d.M.yyyy, M/d/yyyy or MMM d yyyy, or '%s:text'"
              .formatted(column.name(), text, column.name(), column.name()));
    }
  }

  /** Whether there is something that parts of a date could stand between, as there seldom is. */
  private static boolean hasBreak(byte[] cell, int start, int end) {
    boolean hasBreak = false;
    boolean hasDigit = false;
    for (int i = start; i < end; i++) {
      hasBreak |= cell[i] == ' ' || (cell[i] >= '-' && cell[i] <= '/') || cell[i] == ':';
      hasDigit |= cell[i] >= '0' && cell[i] <= '9';
    }
    return hasBreak && hasDigit;
  }

  /** Whether it begins as 2024-12-31 does. */
  private static boolean isPadded(byte[] cell, int start, int end) {
    boolean isPadded = end - start >= "2024-12-31".length();
    for (int i = 0; i < 10 && isPadded; i++) {
      boolean isDigit = cell[start + i] >= '0' && cell[start + i] <= '9';
      isPadded = isDigit == (i != 4 && i != 7);
    }
    return isPadded;
  }
}
