package org.cumulus.cli.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Stack;
import org.cumulus.cli.console.UsageException;
import org.cumulus.cli.table.functions.FunctionKind;
import org.cumulus.cli.table.functions.FunctionSpec;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The functions that a table is asked for, in their order. */
@SuppressWarnings("UnusedVariable") // Options need fields; what they are given Consumer has.
public final class FunctionOptions {
  private static final int MOST_ROWS = 1_000_000;

  private final List<FunctionSpec> functions = new ArrayList<>();

  @Option(
      names = "--sum",
      paramLabel = "COLUMN",
      parameterConsumer = Consumer.class,
      description =
          "the running sum, exact: integers of any size; decimals as written, so 0.1 + 0.2 is"
              + " 0.3; numbers with an exponent, inf and nan are doubles, and their sums rounded"
              + " once")
  private String sum = "";

  @Option(
      names = "--avg",
      paramLabel = "COLUMN",
      parameterConsumer = Consumer.class,
      description =
          "the exact sum divided by the number of values: of decimals with four digits more,"
              + " rounded half up; of integers and doubles the nearest double")
  private String avg = "";

  @Option(
      names = "--min",
      paramLabel = "COLUMN",
      parameterConsumer = Consumer.class,
      description = "the smallest value so far")
  private String min = "";

  @Option(
      names = "--max",
      paramLabel = "COLUMN",
      parameterConsumer = Consumer.class,
      description = "the largest value so far; nan is larger than all numbers")
  private String max = "";

  @Option(
      names = "--count",
      arity = "0..1",
      paramLabel = "COLUMN",
      parameterConsumer = Consumer.class,
      description = "the number of values that are not missing; without COLUMN, of rows")
  private String count = "";

  @Option(
      names = "--product",
      paramLabel = "COLUMN",
      parameterConsumer = Consumer.class,
      description = "the running product: of integers exact, of decimals to 34 digits")
  private String product = "";

  @Option(
      names = "--row-number",
      arity = "0",
      parameterConsumer = Consumer.class,
      description = "1, 2, 3, and so on")
  private boolean rowNumber;

  @Option(
      names = "--delta",
      paramLabel = "COLUMN",
      parameterConsumer = Consumer.class,
      description = "the difference from the row before")
  private String delta = "";

  @Option(
      names = "--lag",
      paramLabel = "COLUMN[:N]",
      hideParamSyntax = true,
      parameterConsumer = Consumer.class,
      description = "the cell of the row before, or of N rows before, in any column")
  private String lag = "";

  @Option(
      names = "--ema",
      paramLabel = "COLUMN:A",
      hideParamSyntax = true,
      parameterConsumer = Consumer.class,
      description = "the exponential moving average y = A * x + (1 - A) * y, in doubles")
  private String ema = "";

  @Option(
      names = "--share",
      paramLabel = "COLUMN",
      parameterConsumer = Consumer.class,
      description = "the running sum as a fraction of the whole sum; reads the table twice")
  private String share = "";

  @Option(
      names = "--as",
      paramLabel = "NAME",
      parameterConsumer = Consumer.class,
      description =
          "names the new column of the function before it (default: as in running_sum_COLUMN)")
  private String as = "";

  /** The functions, of which there is one at least. */
  public List<FunctionSpec> functions() {
    if (functions.isEmpty()) {
      throw new UsageException(
          "expected a function, such as --sum COLUMN or --row-number (try: cumulus table --help)");
    }
    return functions;
  }

  /** The column that a count has if it took what stood next on the command line. */
  public boolean hasCountOf(String column) {
    return functions.stream()
        .anyMatch(each -> each.kind() == FunctionKind.COUNT && column.equals(each.column()));
  }

  private void take(String option, Stack<String> arguments) {
    switch (option) {
      case "--row-number" -> functions.add(new FunctionSpec(FunctionKind.ROW_NUMBER, null));
      case "--count" -> {
        boolean hasColumn = !arguments.isEmpty() && !arguments.peek().startsWith("-");
        functions.add(new FunctionSpec(FunctionKind.COUNT, hasColumn ? arguments.pop() : null));
      }
      case "--as" -> {
        String name = value(option, arguments);
        if (functions.isEmpty()) {
          throw new UsageException("--as names the function before it: expected a function first");
        }
        functions.add(functions.removeLast().named(name));
      }
      case "--lag" -> functions.add(lag(value(option, arguments)));
      case "--ema" -> functions.add(ema(value(option, arguments)));
      default -> {
        FunctionKind kind = FunctionKind.valueOf(option.substring(2).toUpperCase(Locale.ROOT));
        functions.add(new FunctionSpec(kind, value(option, arguments)));
      }
    }
  }

  private static String value(String option, Stack<String> arguments) {
    if (arguments.isEmpty()) {
      throw new UsageException(option + " needs a value (try: cumulus table --help)");
    }
    return arguments.pop();
  }

  private static FunctionSpec lag(String text) {
    int colon = text.lastIndexOf(':');
    String rows = text.substring(colon + 1);
    if (colon < 0 || !rows.matches("[0-9]+")) {
      return new FunctionSpec(FunctionKind.LAG, text);
    }
    int distance = rows.length() > 7 ? 0 : Integer.parseInt(rows);
    if (distance < 1 || distance > MOST_ROWS) {
      throw new UsageException("--lag %s: expected from 1 to %d rows".formatted(text, MOST_ROWS));
    }
    return new FunctionSpec(FunctionKind.LAG, text.substring(0, colon), distance, null);
  }

  private static FunctionSpec ema(String text) {
    int colon = text.lastIndexOf(':');
    double weight;
    try {
      weight = Double.parseDouble(text.substring(colon + 1));
    } catch (NumberFormatException none) {
      weight = Double.NaN;
    }
    if (colon < 0 || !(weight > 0 && weight <= 1)) {
      throw new UsageException(
          "--ema %s: expected COLUMN:A with A from 0 to 1, such as price:0.2".formatted(text));
    }
    return new FunctionSpec(FunctionKind.EMA, text.substring(0, colon), weight, null);
  }

  /** A command that has these options. */
  public interface Owner {
    FunctionOptions functions();
  }

  /** Takes the functions as they come, as the order of columns is that of the command line. */
  static final class Consumer implements IParameterConsumer {
    @Override
    public void consumeParameters(Stack<String> arguments, ArgSpec option, CommandSpec command) {
      if (!(command.userObject() instanceof Owner owner)) {
        throw new IllegalStateException(String.valueOf(command.userObject()));
      }
      try {
        owner.functions().take(((OptionSpec) option).longestName(), arguments);
      } catch (UsageException wrong) {
        throw new ParameterException(command.commandLine(), wrong.getMessage(), wrong);
      }
    }
  }
}
