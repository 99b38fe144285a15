package org.cumulus.bench.comparison;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cumulus.bench.cells.CellSet;
import org.cumulus.bench.tables.Rounds;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How Cumulus is compared with other libraries. */
final class ComparisonOptions {
  @Option(
      names = "--python",
      description = "a Python that has the libraries; none take part if not given")
  private @Nullable Path python;

  @Option(names = "--rounds", description = "samples of everything; 9 if not given")
  private int rounds = 9;

  @Option(
      names = "--only",
      split = ",",
      description = "groups of cells; the others stay what an earlier run of the day has found")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--sample",
      description = "how long a sample takes, in seconds; 0.02 if not given")
  private double sample = 0.02;

  @Option(
      names = "--warm-up",
      description = "seconds of Cumulus before its first sample; 0.4 if not given")
  private double warmUp = 0.4;

  @Option(
      names = "--folder",
      description = "where the page and its pictures go; docs/benchmarks if not given")
  private Path folder = Path.of("docs", "benchmarks");

  /** Reads them; a {@link ParameterException} says what is wrong. */
  static ComparisonOptions parse(List<String> arguments) {
    CommandLine line = new CommandLine(new ComparisonOptions());
    line.parseArgs(arguments.toArray(String[]::new));
    ComparisonOptions options = line.getCommand();
    for (String name : options.only) {
      if (CellSet.GROUPS.stream().noneMatch(group -> group.text().equals(name))) {
        String names = String.join(", ", CellSet.GROUPS.stream().map(CellSet::text).toList());
        throw new ParameterException(line, "--only: %s is none of %s".formatted(name, names));
      }
    }
    if (options.rounds < 1) {
      throw new ParameterException(line, "--rounds: expected at least 1, not " + options.rounds);
    }
    return options;
  }

  @Nullable Path python() {
    return python;
  }

  Rounds rounds() {
    return new Rounds(rounds, sample, warmUp);
  }

  Path folder() {
    return folder;
  }

  /** Whether it is not all groups. */
  boolean isPart() {
    return !only.isEmpty();
  }

  /** What is measured. */
  List<CellSet> groups() {
    return only.isEmpty() ? CellSet.GROUPS : only.stream().map(CellSet::of).toList();
  }
}
