package org.cumulus.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a table is measured.
 *
 * @param cells what is measured
 * @param rounds how often, each round giving one sample of everything
 * @param sample how long a sample takes, in seconds
 * @param warmUp how long everything runs before its first sample, in seconds
 * @param folder where the table is written besides standard output; null for nowhere
 */
record TableOptions(
    List<Cell> cells, int rounds, double sample, double warmUp, @Nullable Path folder) {
  /**
   * Reads {@code quick} or {@code full}, then any of {@code rounds=9}, {@code only=REGEX} (of
   * cells' names), {@code folder=docs/benchmarks}, or the names of cells.
   */
  static TableOptions parse(List<String> arguments) {
    boolean isQuick = !arguments.contains("full");
    List<Cell> cells = new ArrayList<>();
    int rounds = isQuick ? 5 : 11;
    Path folder = null;
    Pattern only = Pattern.compile("");
    for (String argument : arguments) {
      String value = argument.substring(argument.indexOf('=') + 1);
      if (argument.startsWith("rounds=")) {
        rounds = Integer.parseInt(value);
      } else if (argument.startsWith("only=")) {
        only = Pattern.compile(value);
      } else if (argument.startsWith("folder=")) {
        folder = Path.of(value);
      } else if (!argument.equals("quick") && !argument.equals("full")) {
        cells.add(Cell.parse(argument));
      }
    }
    if (cells.isEmpty()) {
      cells.addAll(Cells.of(isQuick ? Cells.Size.QUICK : Cells.Size.FULL));
    }
    Pattern wanted = only;
    cells.removeIf(cell -> !wanted.matcher(cell.id()).find());
    return new TableOptions(
        List.copyOf(cells), rounds, isQuick ? 0.02 : 0.05, isQuick ? 0.3 : 0.5, folder);
  }
}
