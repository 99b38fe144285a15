package org.cumulus.bench.cells;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The grid: the cells of {@code cells.txt}. */
public final class Grid {

  private Grid() {}

  /** The cells of a set, in the order of the file, each once. */
  public static List<Cell> of(CellSet set) {
    LinkedHashSet<Cell> cells = new LinkedHashSet<>();
    for (String line : lines()) {
      String row = line.strip();
      if (!row.isEmpty() && !row.startsWith("#")) {
        String[] column = row.split("\\s+", -1);
        if (set.includes(CellSet.of(column[0]))) {
          combine(column, 1, "", cells);
        }
      }
    }
    return List.copyOf(cells);
  }

  /** Adds every combination of the entries of columns, from one of them on, to a beginning. */
  private static void combine(String[] column, int from, String begun, Set<Cell> cells) {
    if (from == column.length) {
      cells.add(Cell.parse(begun));
      return;
    }
    for (String entry : column[from].split(",", -1)) {
      combine(column, from + 1, begun + separator(from) + entry, cells);
    }
  }

  private static String separator(int column) {
    return switch (column) {
      case 1 -> "";
      case 3 -> ":axis";
      default -> ":";
    };
  }

  private static List<String> lines() {
    try (InputStream file = Objects.requireNonNull(Grid.class.getResourceAsStream("cells.txt"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }
}
