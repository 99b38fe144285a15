package org.cumulus.cli.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the first line of a text holds. */
public enum FirstLine {
  /** The names of the columns. */
  NAMES,
  /** What all other lines hold. */
  DATA,
  /** To be found out from the first two lines. */
  UNKNOWN;

  /**
   * Whether the first line has names, as far as that is to be found out.
   *
   * <p>It has if one of its cells is a word, or none is a number: a table without names would begin
   * with numbers, or with dates and what else stands in other lines too. So a word in the first
   * line is a name unless the second line has the same one in its place, or a date stands there
   * above another date.
   *
   * @param first the cells of the first line, stripped
   * @param second those of the second, stripped; null if there is none
   * @param numbers how numbers are written
   */
  boolean hasNames(List<String> first, @Nullable List<String> second, NumberStyle numbers) {
    return this == UNKNOWN ? looksLikeNames(first, second, numbers) : this == NAMES;
  }

  private static boolean looksLikeNames(
      List<String> first, @Nullable List<String> second, NumberStyle numbers) {
    boolean hasValue = false;
    boolean hasText = false;
    boolean hasWord = false;
    boolean hasDataAbove = false;
    for (int i = 0; i < first.size(); i++) {
      CellKind above = CellKind.of(first.get(i), numbers);
      hasValue |= above.mayBeValue();
      if (above.isText()) {
        String cellBelow = second == null || i >= second.size() ? "" : second.get(i);
        CellKind below = CellKind.of(cellBelow, numbers);
        if (above == CellKind.WORD && below.mayBeValue()) {
          return true;
        }
        hasText = true;
        hasWord |= above == CellKind.WORD;
        hasDataAbove |=
            first.get(i).equals(cellBelow)
                || (above == CellKind.OTHER_TEXT && below == CellKind.OTHER_TEXT);
      }
    }
    if (hasDataAbove) {
      return false;
    }
    return hasValue ? hasWord && second != null : hasText;
  }
}
