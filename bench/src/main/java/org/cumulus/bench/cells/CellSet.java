package org.cumulus.bench.cells;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The sets of cells that the rows of {@code cells.txt} belong to. */
public enum CellSet {
  /** A few cells, in minutes. */
  QUICK(""),
  /** All cells of sums beside NumPy, the quick ones too. */
  FULL(""),
  /** What all operators are measured on, and nothing else. */
  OPERATORS(""),
  LINES("One line of 5,000,000"),
  CACHE("One line of 100,000"),
  CALLS("Lines of 1,000 and of 10"),
  AXES("Two axes, 5,000,000 elements"),
  LAYOUTS("Layouts, 5,000,000 elements"),
  FOLDS("Other operators, 5,000,000 elements"),
  DATA("Kinds of data, one line of 5,000,000"),
  GROWTH("From 10 to 100 million elements, float64"),
  /** What one picture shows of all groups; nothing that is not in them. */
  OVERVIEW("Cumulus beside the best of seven");

  /** The groups in which Cumulus is set beside other libraries. */
  public static final List<CellSet> GROUPS =
      List.of(LINES, CACHE, CALLS, AXES, LAYOUTS, FOLDS, DATA, GROWTH);

  private final String title;

  CellSet(String title) {
    this.title = title;
  }

  /** The heading of a group and of its picture. */
  public String title() {
    return title;
  }

  /** Its name in the file and at the shell. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean includes(CellSet row) {
    return row == this || (this == FULL && row == QUICK);
  }

  /** The set of a name. */
  public static CellSet of(String text) {
    return Arrays.stream(values())
        .filter(set -> set.text().equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no set of cells: " + text));
  }
}
