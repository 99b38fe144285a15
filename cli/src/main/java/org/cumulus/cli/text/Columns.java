package org.cumulus.cli.text;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which columns of a table to read, in which order, and what they are called. */
final class Columns {
  private final int[] chosen;
  private final @Nullable List<String> names;

  private Columns(int[] chosen, @Nullable List<String> names) {
    this.chosen = chosen;
    this.names = names;
  }

  /** All of so many columns, without names. */
  static Columns all(int count) {
    return new Columns(IntStream.range(0, count).toArray(), null);
  }

  /**
   * The columns that a user asks for, each by its name in the header or its number from 1. Digits
   * are always a number: a first line of data may have the same digits in it.
   *
   * @throws ColumnException if one is neither
   */
  static Columns of(List<String> wanted, List<String> firstLine) {
    boolean named = false;
    int[] chosen = new int[wanted.size()];
    for (int i = 0; i < chosen.length; i++) {
      String column = wanted.get(i).strip();
      boolean isNumber = !column.isEmpty() && column.chars().allMatch(c -> c >= '0' && c <= '9');
      chosen[i] = isNumber ? place(column) : firstLine.indexOf(column);
      named |= !isNumber;
      if (chosen[i] < 0 || chosen[i] >= firstLine.size()) {
        throw absent(column, firstLine);
      }
    }
    Columns columns = new Columns(chosen, null);
    return named ? columns.named(firstLine) : columns;
  }

  private static int place(String number) {
    return number.length() < 10 ? Integer.parseInt(number) - 1 : -1;
  }

  private static ColumnException absent(String column, List<String> firstLine) {
    String names = String.join(", ", firstLine);
    return new ColumnException(
        "column '%s' is not there: expected a number from 1 to %d or a name of the first line: %s"
            .formatted(
                column,
                firstLine.size(),
                names.length() > 200 ? names.substring(0, 200) + "..." : names));
  }

  Columns named(List<String> header) {
    return new Columns(chosen, header);
  }

  boolean areNamed() {
    return names != null;
  }

  int count() {
    return chosen.length;
  }

  /** The place in a line, from 0, of the i-th column chosen. */
  int place(int i) {
    return chosen[i];
  }

  /** The cells that a line must have. */
  int width() {
    return Arrays.stream(chosen).max().orElse(-1) + 1;
  }

  /** A column for a message, such as {@code column 2 (wind)}. */
  String describe(int i) {
    String name = names == null ? "" : " (" + names.get(chosen[i]) + ")";
    return "column " + (chosen[i] + 1) + name;
  }
}
