package org.cumulus.bench.tables;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.cumulus.bench.cells.Cell;
import org.cumulus.bench.cells.CellSet;
import org.cumulus.bench.cells.Grid;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How a table is measured. */
final class GridOptions {
  @Parameters(paramLabel = "CELLS", description = "quick, full, or names of cells")
  private List<String> words = new ArrayList<>();

  @Option(names = "--rounds", description = "samples of everything; 5, or 11 of a full run")
  private int rounds;

  @Option(names = "--only", description = "a regular expression that names of cells have in them")
  private Pattern only = Pattern.compile("");

  @Option(names = "--folder", description = "where the table is written, too")
  private @Nullable Path folder;

  @Option(names = "--python", description = "a Python whose libraries are measured beside NumPy")
  private @Nullable Path python;

  /** Reads them; a {@link CommandLine.ParameterException} says what is wrong. */
  static GridOptions parse(List<String> arguments) {
    return CommandLine.populateCommand(new GridOptions(), arguments.toArray(String[]::new));
  }

  private boolean isFull() {
    return words.contains("full");
  }

  /** What is measured. */
  List<Cell> cells() {
    List<Cell> named =
        words.stream()
            .filter(word -> !word.equals("quick") && !word.equals("full"))
            .map(Cell::parse)
            .toList();
    List<Cell> cells = named.isEmpty() ? Grid.of(isFull() ? CellSet.FULL : CellSet.QUICK) : named;
    return cells.stream().filter(cell -> only.matcher(cell.id()).find()).toList();
  }

  Rounds rounds() {
    int usual = isFull() ? 11 : 5;
    return new Rounds(rounds == 0 ? usual : rounds, isFull() ? 0.05 : 0.02, isFull() ? 0.5 : 0.3);
  }

  @Nullable Path folder() {
    return folder;
  }

  @Nullable Path python() {
    return python;
  }
}
