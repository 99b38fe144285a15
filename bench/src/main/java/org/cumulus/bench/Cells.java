package org.cumulus.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The grid: the cells of {@code cells.txt}. */
final class Cells {
  /** Which of the rows are run. */
  enum Size {
    QUICK,
    /** All cells of sums, the quick ones too. */
    FULL,
    /** What all operators are measured on, and nothing else. */
    OPERATORS;

    boolean includes(Size row) {
      return row == this || (this == FULL && row == QUICK);
    }

    static Size of(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT));
    }
  }

  private Cells() {}

  /** The cells of a run, in the order of the file, each once. */
  static List<Cell> of(Size size) {
    LinkedHashSet<Cell> cells = new LinkedHashSet<>();
    for (String line : lines()) {
      String row = line.strip();
      if (!row.isEmpty() && !row.startsWith("#")) {
        cells.addAll(row(row.split("\\s+", -1), size));
      }
    }
    return List.copyOf(cells);
  }

  private static List<Cell> row(String[] column, Size size) {
    List<Cell> cells = new ArrayList<>();
    if (!size.includes(Size.of(column[0]))) {
      return cells;
    }
    for (String dtype : column[1].split(",", -1)) {
      for (String shape : column[2].split(",", -1)) {
        for (String axis : column[3].split(",", -1)) {
          for (String layout : column[4].split(",", -1)) {
            cells.add(Cell.parse(String.join(":", dtype, shape, "axis" + axis, layout)));
          }
        }
      }
    }
    return cells;
  }

  private static List<String> lines() {
    try (InputStream file = Objects.requireNonNull(Cells.class.getResourceAsStream("cells.txt"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }
}
