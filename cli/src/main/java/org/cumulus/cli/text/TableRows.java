package org.cumulus.cli.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a text below the names of its columns, all of them with as many cells.
 *
 * <p>A blank line is a row with an empty cell in a text of one column, unless no row follows; in
 * others it is nothing.
 */
public final class TableRows {
  private final TextLayout layout;
  private final Rows rows;
  private final List<String> first;
  private final boolean hasNames;
  private final long commentsAbove;
  private final ChosenColumns columns;

  /** What was read to find out about the names, and is data. */
  private final Deque<TextRow> ahead = new ArrayDeque<>();

  /** Blank lines that have not been told yet: runs of them, by their first line and length. */
  private final Deque<long[]> blanks = new ArrayDeque<>();

  /** The row behind them. */
  private @Nullable TextRow behindBlanks;

  private boolean hasBegun;

  /**
   * Reads as much as it takes to know the columns.
   *
   * @param wanted the names or numbers of columns; null for all
   * @param isOfWords whether a single column of nothing but words is taken to have no name
   * @throws EmptyTextException if there is no row at all
   * @throws ColumnChoiceException if a column is not there
   */
  public TableRows(
      BufferedReader text,
      TextKind kind,
      TextFormat format,
      @Nullable List<String> wanted,
      boolean isOfWords)
      throws IOException {
    layout = TextLayout.of(text, kind, format);
    rows = layout.rows(text);
    TextRow top = nextWithCells();
    if (top == null) {
      throw new EmptyTextException();
    }
    first = top.cells();
    commentsAbove = rows.comments();
    Deque<long[]> blanksBefore = new ArrayDeque<>(blanks);
    blanks.clear();
    TextRow second = nextRow();
    boolean isNamed = isNamed(format, second == null ? null : second.cells(), isOfWords);
    long commentsBefore =
        top.line()
            - 1
            - layout.linesBefore()
            - blanksBefore.stream().mapToLong(run -> run[1]).sum();
    if (isNamed && format.comment() == null && commentsBefore > 0) {
      checkNames(format.numbers(), second == null ? List.of() : second.cells(), top.line());
    }
    ChosenColumns chosen =
        wanted == null
            ? ChosenColumns.all(first.size())
            : ChosenColumns.of(wanted, first, isNamed ? FirstLine.NAMES : format.firstLine());
    hasNames = isNamed || chosen.areNamed();
    columns = hasNames ? chosen.named(first) : chosen;
    if (!hasNames) {
      if (first.size() == 1) {
        blanksBefore.forEach(this::addBlanks);
      }
      ahead.add(top);
    }
    if (second != null) {
      ahead.add(second);
    }
  }

  private boolean isNamed(TextFormat format, @Nullable List<String> second, boolean isOfWords) {
    boolean isOneWord =
        isOfWords
            && first.size() == 1
            && (second == null || second.stream().noneMatch(format.numbers()::isNumber));
    return format.firstLine().hasNames(first, second, format.numbers())
        && !(format.firstLine() == FirstLine.UNKNOWN && isOneWord);
  }

  /** Refuses names below a comment if they look like data, as the comment may hold the names. */
  private void checkNames(NumberStyle numbers, List<String> second, long line)
      throws TextException {
    String number = first.stream().filter(numbers::isNumber).findFirst().orElse(null);
    for (int i = 0; i < first.size() && i < second.size(); i++) {
      if (!numbers.isNumber(first.get(i)) && numbers.isNumber(second.get(i))) {
        return;
      }
    }
    if (number != null) {
      throw new TextException(
          ("line %d: '%s' would be a column name, but the names may be in the comment above:"
                  + " expected --no-header, or --comment '#' if they are in this line")
              .formatted(line, number));
    }
  }

  private void addBlanks(long[] run) {
    for (long line = run[0]; line < run[0] + run[1]; line++) {
      ahead.add(TextRow.blank(line));
    }
  }

  /** The columns that are wanted. */
  public ChosenColumns columns() {
    return columns;
  }

  /** The cells of the first line. */
  public List<String> first() {
    return first;
  }

  /** Whether a line below them was a comment, so far. */
  public boolean hasComments() {
    return rows.comments() > commentsAbove;
  }

  /** Whether they are the names of the columns. */
  boolean hasNames() {
    return hasNames;
  }

  /**
   * The next row of data, or null after the last.
   *
   * @throws TextException if it has another number of cells than the first line
   */
  public @Nullable TextRow next() throws IOException {
    TextRow row = ahead.isEmpty() ? nextRow() : ahead.poll();
    if (row != null && row.cells().size() != first.size()) {
      throw ragged(row);
    }
    hasBegun = true;
    return row;
  }

  private TextException ragged(TextRow row) throws IOException {
    int count = row.cells().size();
    String advice = "";
    if (layout.comment() == null && (isLikeComment(row.cells()) || isLikeComment(first))) {
      advice = " (--comment '#' if that begins a comment)";
    } else if (hasNames && !hasBegun && hasNameOfR(row) && allHaveNamesOfR()) {
      advice =
          ", and so has every line below it: R writes row names like this unless told row.names ="
              + " FALSE or col.names = NA";
    }
    return new TextException(
        "line %d: %d %s, expected %d as in the first line%s"
            .formatted(row.line(), count, count == 1 ? "cell" : "cells", first.size(), advice));
  }

  /**
   * Whether a row may have one cell more for its name. Below one column it rather has a decimal
   * comma; an empty cell rather is what a delimiter at the end of the line makes.
   */
  private boolean hasNameOfR(TextRow row) {
    return first.size() > 1
        && row.cells().size() == first.size() + 1
        && row.cells().stream().noneMatch(String::isEmpty);
  }

  private boolean allHaveNamesOfR() throws IOException {
    for (TextRow row = nextRow(); row != null; row = nextRow()) {
      if (!hasNameOfR(row)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLikeComment(List<String> cells) {
    return cells.getFirst().startsWith("#");
  }

  /** The next row, be it a blank line, before its cells are counted. */
  private @Nullable TextRow nextRow() throws IOException {
    if (behindBlanks == null) {
      TextRow row = nextWithCells();
      if (row == null || first.size() > 1) {
        blanks.clear();
      }
      if (blanks.isEmpty()) {
        return row;
      }
      behindBlanks = row;
    }
    long[] run = blanks.peek();
    if (run == null) {
      TextRow row = behindBlanks;
      behindBlanks = null;
      return row;
    }
    TextRow blank = TextRow.blank(run[0]);
    run[0]++;
    run[1]--;
    if (run[1] == 0) {
      blanks.remove();
    }
    return blank;
  }

  /** The next row that is no blank line; blank lines before it are kept in mind. */
  private @Nullable TextRow nextWithCells() throws IOException {
    TextRow row = rows.next();
    for (; row != null && row.isBlank(); row = rows.next()) {
      long[] last = blanks.peekLast();
      if (last != null && last[0] + last[1] == row.line()) {
        last[1]++;
      } else {
        blanks.add(new long[] {row.line(), 1});
      }
    }
    return row;
  }
}
