package org.cumulus.spark;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.to_timestamp;
import static org.apache.spark.sql.functions.to_timestamp_ntz;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.try_to_timestamp;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * What the texts of some columns are, found by reading all of them: numbers, dates, times, or
 * words. It is used to compute and to order; the columns themselves stay as they are.
 */
final class TextColumns {
  private static final String INFINITE = "(?i)[+-]?(inf|infinity)|nan";
  private static final String INTEGER = "[+-]?\\d+";
  private static final String DECIMAL = "[+-]?(\\d+\\.?\\d*|\\.\\d+)";
  private static final String NUMBER = INFINITE + "|" + DECIMAL + "(e[+-]?\\d+)?";
  private static final String DATE = "\\d{4}-\\d\\d-\\d\\d";
  private static final String TIME = "[T ]\\d\\d:\\d\\d(:\\d\\d([.]\\d{1,6})?)?";
  private static final String ZONED = "[T ]\\d\\d:\\d\\d:\\d\\d([.]\\d{1,6})?(Z|[+-]\\d\\d:\\d\\d)";

  /** What is meant as a number, a date or a time, in one of the many ways to write them. */
  private static final String AMBIGUOUS =
      "(?i)[+-]?[\\p{Sc}]? ?\\d[\\d.,' ]*[%\\p{Sc}]?" // 1,000  12.5 %
          + "|\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}(\\D.*)?" // 5/3/2024
          + "|\\d{1,2}[-/. ]?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec).*" // 5 Mar 2024
          + "|(\\w+,? )?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[. -]+\\d.*" // Mar 5
          + "|\\d{1,2}:\\d\\d(:\\d\\d)?([.]\\d+)?( ?[ap]m)?"; // 9:05

  private static final int DIGITS_OF_LONG = 18;
  private static final int DIGITS_OF_DECIMAL = 38;

  /**
   * How many texts of a column there are of each kind, and one of those that are of none; the
   * characters of the longest integer, and how many digits decimals have before and behind the
   * point.
   */
  private record Found(
      long all,
      long numbers,
      long integers,
      long longest,
      long decimals,
      long whole,
      long scale,
      long dates,
      long zoned,
      long ambiguous,
      String notNumber,
      String anAmbiguous) {
    static Found of(Row row, int at) {
      return new Found(
          row.getLong(at),
          row.getLong(at + 1),
          row.getLong(at + 2),
          length(row, at + 3),
          row.getLong(at + 4),
          length(row, at + 5),
          length(row, at + 6),
          row.getLong(at + 7),
          row.getLong(at + 8),
          row.getLong(at + 9),
          String.valueOf(row.getString(at + 10)),
          String.valueOf(row.getString(at + 11)));
    }

    private static long length(Row row, int at) {
      return row.isNullAt(at) ? 0 : row.getInt(at);
    }

    static final int SIZE = 12;
  }

  private final Dataset<Row> table;
  private final TableColumns columns;
  private final Set<String> nulls;
  private final Map<String, Found> found = new LinkedHashMap<>();

  /**
   * Reads the columns of these names that are text.
   *
   * @param nulls texts that stand for no value, as an empty one does
   */
  TextColumns(Dataset<Row> table, TableColumns columns, Set<String> names, Set<String> nulls) {
    this.table = table;
    this.columns = columns;
    this.nulls = nulls;
    List<String> texts = names.stream().filter(this::isText).toList();
    if (texts.isEmpty()) {
      return;
    }
    Column[] values = new Column[texts.size()];
    List<Column> counts = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      values[i] = value(texts.get(i)).as("v" + i);
      counts.addAll(counts("v" + i));
    }
    Row row = table.select(values).select(counts.toArray(new Column[0])).first();
    for (int i = 0; i < values.length; i++) {
      found.put(texts.get(i), Found.of(row, i * Found.SIZE));
    }
  }

  boolean isText(String name) {
    return columns.type(name).equals(DataTypes.StringType);
  }

  /** The text without blanks around it; null if it stands for no value. */
  private Column value(String name) {
    Column text = trim(columns.column(name));
    return when(text.notEqual("").and(not(text.isin(nulls.toArray()))), text);
  }

  private static List<Column> counts(String name) {
    Column value = TableColumns.quoted(name);
    Column isValid = expr("try_cast(" + name + " AS TIMESTAMP)").isNotNull();
    Column isDate = is(value, DATE + "(" + TIME + "|" + ZONED + ")?").and(isValid);
    Column isFinite = expr("abs(try_cast(" + name + " AS DOUBLE)) < double('inf')");
    Column isNumber = is(value, NUMBER).and(isFinite.or(is(value, INFINITE)));
    Column isAmbiguous = is(value, AMBIGUOUS).and(not(isNumber.or(isDate)));
    return List.of(
        count(value),
        number(isNumber),
        number(is(value, INTEGER)),
        max(when(is(value, INTEGER), length(value))),
        number(is(value, DECIMAL)),
        max(when(is(value, DECIMAL), length(regexp_extract(value, "^[+-]?0*(\\d*)", 1)))),
        max(when(is(value, DECIMAL), length(regexp_extract(value, "\\.(\\d*)$", 1)))),
        number(isDate.and(not(is(value, ".*" + ZONED)))),
        number(isDate.and(is(value, ".*" + ZONED))),
        number(isAmbiguous),
        min(when(not(isNumber), value)),
        min(when(isAmbiguous, value)));
  }

  private static Column is(Column value, String pattern) {
    return value.rlike("^(" + pattern + ")$");
  }

  private static Column number(Column condition) {
    return count(when(condition, lit(1)));
  }

  /**
   * A column to compute with: of numbers.
   *
   * @throws IllegalArgumentException if one of its texts is not a number
   */
  Column number(String name) {
    Found texts = found.get(columns.get(name).name());
    if (texts == null) {
      return columns.column(name);
    }
    if (texts.numbers < texts.all) {
      throw new IllegalArgumentException(
          "column "
              + name
              + " has the text '"
              + texts.notNumber
              + "', which is not a number; if it stands for a missing value, say --null '"
              + texts.notNumber
              + "'");
    }
    return number(name, texts);
  }

  /** A column of which the texts that stand for a value are counted. */
  Column counted(String name) {
    return isText(name) ? value(name) : columns.column(name);
  }

  private Column number(String name, Found texts) {
    if (texts.decimals < texts.all || texts.all == 0) {
      return value(name).cast(DataTypes.DoubleType);
    }
    if (texts.integers < texts.all) {
      return decimal(name, texts);
    }
    if (texts.longest <= DIGITS_OF_LONG) {
      return value(name).cast(DataTypes.LongType);
    }
    if (texts.longest <= DIGITS_OF_DECIMAL) {
      return value(name).cast(DataTypes.createDecimalType(DIGITS_OF_DECIMAL, 0));
    }
    throw new IllegalArgumentException(
        "column "
            + name
            + " has an integer of "
            + texts.longest
            + " characters; Spark's have 38 digits");
  }

  /** As they are written, not the doubles next to them: 0.1 and 0.2 are 0.3. */
  private Column decimal(String name, Found texts) {
    long digits = texts.whole + texts.scale;
    if (digits > DIGITS_OF_DECIMAL) {
      throw new IllegalArgumentException(
          "column "
              + name
              + " has decimals of "
              + texts.whole
              + " digits before the point and "
              + texts.scale
              + " behind it; Spark's have 38 in all");
    }
    return value(name)
        .cast(DataTypes.createDecimalType((int) Math.max(1, digits), (int) texts.scale));
  }

  /**
   * A column to order by: numbers, dates and times by their values, all else as text.
   *
   * @throws IllegalArgumentException if it is not clear what its texts are, or one is not what it
   *     was said to be
   */
  Column order(Terms.Term term) {
    Found texts = found.get(columns.get(term.name()).name());
    if (texts == null) {
      if (term.type() != Terms.Type.FOUND) {
        throw new IllegalArgumentException(
            "column "
                + term.name()
                + " is not text but "
                + columns.type(term.name()).sql()
                + ", and is ordered as that");
      }
      return columns.column(term.name());
    }
    return switch (term.type()) {
      case TEXT -> value(term.name());
      case NUMBER -> number(term.name());
      case DATE -> date(term.name(), term.pattern());
      case FOUND -> asFound(term.name(), texts);
    };
  }

  private Column asFound(String name, Found texts) {
    if (texts.numbers == texts.all) {
      return number(name, texts);
    }
    if (texts.dates == texts.all) {
      return value(name).cast(DataTypes.TimestampNTZType);
    }
    if (texts.zoned == texts.all) {
      return value(name).cast(DataTypes.TimestampType);
    }
    String column = "column " + name;
    if (texts.ambiguous > texts.numbers) {
      throw new IllegalArgumentException(
          column
              + " has the text '"
              + texts.anAmbiguous
              + "', whose order is not clear: say "
              + name
              + ":date(PATTERN), as in date(dd/MM/yyyy), or "
              + name
              + ":text");
    }
    if (texts.numbers + texts.dates + texts.zoned > 0) {
      throw new IllegalArgumentException(
          column
              + " has numbers or dates and other texts, such as '"
              + texts.notNumber
              + "': if that stands for none, say --null '"
              + texts.notNumber
              + "'; to order by text, "
              + name
              + ":text");
    }
    return value(name);
  }

  private Column date(String name, String pattern) {
    Column value = value(name);
    Row wrong =
        table
            .select(value.as("v"))
            .select(
                min(
                    when(
                        try_to_timestamp(TableColumns.quoted("v"), lit(pattern)).isNull(),
                        TableColumns.quoted("v"))))
            .first();
    if (!wrong.isNullAt(0)) {
      throw new IllegalArgumentException(
          "column "
              + name
              + " has the text '"
              + wrong.getString(0)
              + "', which does not match date("
              + pattern
              + ")");
    }
    boolean hasZone = pattern.replaceAll("'[^']*'", "").matches(".*[VzOXxZ].*");
    return hasZone ? to_timestamp(value, pattern) : to_timestamp_ntz(value, lit(pattern));
  }
}
