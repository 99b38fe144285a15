package org.cumulus.cli;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** A random table of numbers, and a random way to write it. */
final class RandomTable {
  /** What an empty or missing cell is in {@link #cells}. */
  static final String MISSING = "";

  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");

  private static final String[] MISSING_WORDS = {"", "NA", "#N/A", "null", "N/A", "nan", "NaN"};
  private static final String[] SMALL = {"0", "1", "-1", "+7", "007", "-42", "123456789"};
  private static final String[] LARGE = {
    "9007199254740992", "9007199254740993", "-9007199254740993", "9223372036854775807"
  };
  private static final String[] HUGE = {"9223372036854775808", "18446744073709551615"};
  private static final String[] HUGER = {"18446744073709551616", "-9223372036854775809"};
  private static final String[] DECIMALS = {"0.5", "-1.25", "1e3", "2.", ".5", "-0.0", "1E-7"};

  private static final String[][] SPECIAL = {
    LARGE, HUGE, HUGER, DECIMALS, {MISSING}, {"-0", "inf"}
  };

  final long seed;
  final int columns;
  final int rows;
  final boolean hasHeader;
  final char delimiter;

  /** Row by row, as plain numbers. */
  final List<String> cells = new ArrayList<>();

  final String text;

  RandomTable(long seed) {
    this.seed = seed;
    // Seeds that are near one another would begin with the same numbers.
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    columns = 1 + random.nextInt(4);
    rows = random.nextInt(8) == 0 ? 1020 + random.nextInt(2060) : 1 + random.nextInt(6);
    hasHeader = random.nextBoolean();
    delimiter = columns == 1 ? ',' : ",;\t| ".charAt(random.nextInt(5));
    int kinds = random.nextInt(64);
    boolean isLarge = rows > 100;
    for (int i = 0; i < rows * columns; i++) {
      cells.add(number(random, isLarge ? 0 : kinds));
    }
    // So that a dtype is found out late.
    for (int i = random.nextInt(4); isLarge && i > 0; i--) {
      cells.set(random.nextInt(cells.size()), special(random, random.nextInt(SPECIAL.length)));
    }
    text = written(random);
  }

  private static String number(Random random, int kinds) {
    for (int kind = 0; kind < SPECIAL.length; kind++) {
      if ((kinds >> kind & 1) != 0 && random.nextInt(4) == 0) {
        return special(random, kind);
      }
    }
    return SMALL[random.nextInt(SMALL.length)];
  }

  private static String special(Random random, int kind) {
    return SPECIAL[kind][random.nextInt(SPECIAL[kind].length)];
  }

  private String written(Random random) {
    String end = random.nextBoolean() ? "\n" : "\r\n";
    StringBuilder text = new StringBuilder();
    boolean isBlankOne = columns == 1 && random.nextBoolean();
    boolean hasFiller = columns > 1;
    if (hasHeader) {
      for (int column = 0; column < columns; column++) {
        String name = "c" + column;
        text.append(column == 0 ? "" : delimiter).append(quoted(name, random));
      }
      text.append(end);
    }
    for (int i = 0; i < cells.size(); i++) {
      if (hasFiller && i % columns == 0 && i > 0 && random.nextInt(4) == 0) {
        text.append(random.nextBoolean() && delimiter != '\t' ? " " : "").append(end);
      }
      if ((delimiter == ' ' || columns == 1) && i % columns == 0 && random.nextInt(6) == 0) {
        text.append("# a, \"comment").append(end);
      }
      String cell = cells.get(i);
      boolean isMissing = cell.equals(MISSING);
      if (isMissing) {
        cell = MISSING_WORDS[random.nextInt(MISSING_WORDS.length)];
      }
      boolean isLast = i == cells.size() - 1;
      boolean mayBeBlank = columns > 1 ? delimiter != ' ' : isBlankOne && !isLast && i > 0;
      boolean isOften = isMissing && mayBeBlank && random.nextBoolean();
      cell = isOften ? "" : cell.isEmpty() ? "\"\"" : quoted(cell, random);
      text.append(i % columns == 0 ? "" : delimiter).append(cell);
      text.append(i % columns == columns - 1 ? end : "");
    }
    text.append(random.nextBoolean() ? "" : end + end);
    return text.toString();
  }

  private static String quoted(String cell, Random random) {
    return random.nextInt(3) == 0 ? '"' + cell + '"' : cell;
  }

  /** Whether an integer would lose digits. */
  boolean losesDigits() {
    boolean isFloat = cells.stream().anyMatch(cell -> !isInteger(cell));
    return isFloat
        && cells.stream()
            .filter(RandomTable::isInteger)
            .map(BigDecimal::new)
            .anyMatch(exact -> new BigDecimal(exact.doubleValue()).compareTo(exact) != 0);
  }

  /** The name of the dtype that holds all numbers. */
  String dtype() {
    boolean fitsLong = true;
    boolean fitsUnsigned = true;
    for (String cell : cells) {
      if (!isInteger(cell)) {
        return "float64";
      }
      BigInteger value = new BigInteger(cell);
      fitsLong &= value.bitLength() < 64;
      fitsUnsigned &= value.signum() >= 0 && value.bitLength() <= 64;
    }
    return fitsLong ? "int64" : fitsUnsigned ? "uint64" : "object";
  }

  static boolean isInteger(String cell) {
    return INTEGER.matcher(cell).matches();
  }

  @Override
  public String toString() {
    return "new RandomTable(" + seed + "): " + text.substring(0, Math.min(400, text.length()));
  }
}
