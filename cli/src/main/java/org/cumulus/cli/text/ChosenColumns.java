package org.cumulus.cli.text;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which columns of a table to read, in which order, and what they are called. */
public final class ChosenColumns {
  private final int[] chosen;
  private final @Nullable List<String> names;

  private ChosenColumns(int[] chosen, @Nullable List<String> names) {
    this.chosen = chosen;
    this.names = names;
  }

  /** All of so many columns, without names. */
  static ChosenColumns all(int count) {
    return new ChosenColumns(IntStream.range(0, count).toArray(), null);
  }

  /**
   * The columns that a user asks for, each by its name in the first line or its number from 1.
   * Digits are a name only where the first line is known to have names, as a first line of data may
   * have the same digits in it.
   *
   * @param firstLine its cells
   * @param holds names, or data, or unknown if it has names only if one of them is asked for
   * @throws ColumnChoiceException if a column is neither, or a name is there more than once
   */
  static ChosenColumns of(List<String> wanted, List<String> firstLine, FirstLine holds) {
    boolean named =
        holds == FirstLine.NAMES
            || (holds == FirstLine.UNKNOWN
                && wanted.stream().anyMatch(name -> !isNumber(name) && firstLine.contains(name)));
    int[] chosen = new int[wanted.size()];
    for (int i = 0; i < chosen.length; i++) {
      String column = wanted.get(i);
      int place = named ? placeOfName(column, firstLine) : -1;
      chosen[i] = place < 0 && isNumber(column) ? placeOfNumber(column) : place;
      if (chosen[i] < 0 || chosen[i] >= firstLine.size()) {
        throw absent(column, firstLine, named, holds);
      }
    }
    ChosenColumns columns = new ChosenColumns(chosen, null);
    return named ? columns.named(firstLine) : columns;
  }

  private static boolean isNumber(String column) {
    return !column.isEmpty() && column.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static int placeOfNumber(String number) {
    return number.length() < 10 ? Integer.parseInt(number) - 1 : -1;
  }

  private static int placeOfName(String name, List<String> header) {
    int first = header.indexOf(name);
    int last = header.lastIndexOf(name);
    if (first != last) {
      throw new ColumnChoiceException(
          "more than one column is called '%s': expected its number, %d or %d"
              .formatted(name, first + 1, last + 1));
    }
    return first;
  }

  private static ColumnChoiceException absent(
      String column, List<String> firstLine, boolean named, FirstLine holds) {
    String expected = "a number from 1 to " + firstLine.size();
    if (holds == FirstLine.DATA) {
      expected += ", as --no-header says there are no names";
    } else if (!named && firstLine.contains(column)) {
      expected += ", or --header if the first line has names";
    } else {
      String names = String.join(", ", firstLine);
      expected +=
          " or a name in the first line: "
              + (names.length() > 200 ? names.substring(0, 200) + "..." : names);
    }
    return new ColumnChoiceException("no column '%s': expected %s".formatted(column, expected));
  }

  ChosenColumns named(List<String> header) {
    return new ChosenColumns(chosen, header);
  }

  boolean areNamed() {
    return names != null;
  }

  public int count() {
    return chosen.length;
  }

  /** The place in a line, from 0, of the i-th column chosen. */
  public int place(int i) {
    return chosen[i];
  }

  /** A column for a message, such as {@code column 2 (wind)}. */
  public String describe(int i) {
    String name = names == null ? "" : " (" + names.get(chosen[i]) + ")";
    return "column " + (chosen[i] + 1) + name;
  }
}
