package org.cumulus.cli.commands;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cumulus.cli.console.Console;
import org.cumulus.cli.console.UsageException;
import org.cumulus.cli.input.Input;
import org.cumulus.cli.options.InputArguments;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** A scan with {@code --keep}: says to {@code cumulus table} what it was told in its own words. */
final class KeptRows {
  /** The functions of {@code table} that do what scans do. */
  private static final Map<ScanFunction, String> FUNCTIONS =
      Map.of(
          ScanFunction.CUMSUM, "--sum",
          ScanFunction.CUMPROD, "--product",
          ScanFunction.CUMMAX, "--max",
          ScanFunction.CUMMIN, "--min");

  /** Options that mean the same there. */
  private static final List<String> ALIKE =
      List.of(
          "--delimiter", "--thousands", "--exclusive", "--memory", "--output", "--plot", "--quiet");

  private KeptRows() {}

  /**
   * Runs {@code cumulus table}.
   *
   * @throws UsageException if something is asked for that it does not do
   */
  static Integer run(
      ScanFunction function, InputArguments input, ParseResult given, Console console)
      throws IOException {
    if (input.input() instanceof Input.Written) {
      throw new UsageException("--keep is for tables: expected a file or -, found a literal");
    }
    TableCommand table = new TableCommand(console);
    new CommandLine(table).parseArgs(arguments(function, input, given).toArray(String[]::new));
    return table.call();
  }

  private static List<String> arguments(
      ScanFunction function, InputArguments input, ParseResult given) {
    String option = FUNCTIONS.get(function);
    if (option == null) {
      throw new UsageException(
          "--keep is for cumsum, cumprod, cummax and cummin (see also: cumulus table --help)");
    }
    List<String> columns = input.columnNames();
    if (columns == null) {
      throw new UsageException("--keep needs to know the columns: expected -c COLUMN,..., too");
    }
    List<String> arguments = new ArrayList<>(List.of(input.text()));
    for (String column : columns) {
      arguments.addAll(List.of(option, column));
    }
    for (OptionSpec each : given.matchedOptions()) {
      Object said = each.getValue();
      String value = String.valueOf(said);
      switch (each.longestName()) {
        case "--keep", "--column" -> {}
        case "--by" -> arguments.addAll(List.of("--partition-by", quoted(value)));
        case "--header" ->
            arguments.addAll(List.of(value.equals("true") ? "--header" : "--no-header"));
        case "--decimal" -> arguments.addAll(decimal(value));
        default -> {
          if (!ALIKE.contains(each.longestName())) {
            throw new UsageException(
                each.longestName()
                    + " and --keep cannot be combined (see also: cumulus table --help)");
          }
          arguments.add(each.longestName());
          if (each.arity().max() > 0) {
            arguments.add(value);
          }
        }
      }
    }
    return arguments;
  }

  private static List<String> decimal(String character) {
    return switch (character) {
      case "," -> List.of("--decimal-comma");
      case "." -> List.of();
      default -> throw new UsageException("--keep: expected --decimal , or .");
    };
  }

  /** One column, whatever commas are in its name. */
  private static String quoted(String column) {
    return column.indexOf(',') < 0 ? column : '"' + column + '"';
  }
}
