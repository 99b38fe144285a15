package org.cumulus.bench.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.cumulus.bench.cells.Cell;
import org.cumulus.bench.cells.CellSet;
import org.cumulus.bench.cells.Grid;
import org.cumulus.bench.tables.Measurement;

/**
 * All samples of a comparison, which may be measured in parts, and the file that keeps them: one
 * line for a contestant in a cell, with tabs between its columns.
 */
final class Samples {
  private static final String HEADER = "cell\tcontestant\tresult\tnanoseconds a call, by rounds";
  private static final String RUN = "# ";
  private static final String BITS = "bits";
  private static final String CLOSE = "close";

  private final List<String> runs = new ArrayList<>();
  private final Map<Cell, Measurement> measurements = new LinkedHashMap<>();

  /** Reads what was written. */
  static Samples read(Path file) throws IOException {
    Samples samples = new Samples();
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith(RUN)) {
        samples.runs.add(line.substring(RUN.length()));
      } else if (!line.equals(HEADER)) {
        samples.read(line.split("\t", -1));
      }
    }
    return samples;
  }

  private void read(String[] column) {
    Measurement measurement = measurements.computeIfAbsent(Cell.parse(column[0]), Measurement::new);
    for (String nanos : column[3].split(" ", -1)) {
      measurement.add(column[1], Double.parseDouble(nanos));
    }
    if (column[2].equals(CLOSE)) {
      measurement.setApproximate(column[1]);
    }
  }

  void write(Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    runs.forEach(run -> text.append(RUN).append(run).append('\n'));
    text.append(HEADER).append('\n');
    for (Measurement measurement : measurements.values()) {
      for (String title : measurement.titles()) {
        text.append(
            String.join(
                "\t",
                measurement.cell().id(),
                title,
                measurement.isApproximate(title) ? CLOSE : BITS,
                Arrays.stream(measurement.samples(title))
                    .mapToObj(nanos -> String.format(Locale.ROOT, "%.5g", nanos))
                    .collect(Collectors.joining(" "))));
        text.append('\n');
      }
    }
    Files.writeString(file, text);
  }

  /** Takes samples in place of older ones of the same cell. */
  void put(Measurement measurement) {
    measurements.put(measurement.cell(), measurement);
  }

  /** Takes down when a part was measured, and how. */
  void addRun(String run) {
    runs.add(run);
  }

  List<String> runs() {
    return runs;
  }

  /** What there is of a set of cells, in the order of the grid. */
  List<Measurement> of(CellSet set) {
    return Grid.of(set).stream().filter(measurements::containsKey).map(measurements::get).toList();
  }
}
