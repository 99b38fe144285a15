package org.cumulus.cli.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cumulus.cli.console.UsageException;
import org.cumulus.cli.table.functions.FunctionKind;
import org.cumulus.cli.table.functions.FunctionSpec;
import org.cumulus.cli.table.functions.NullPolicy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * A request for Spark, in the words of the application that runs it there. The command line is read
 * and checked here, as for any table; what Spark does not do is refused before Spark starts.
 */
final class SparkWords {
  private static final Set<FunctionKind> FUNCTIONS =
      Set.of(
          FunctionKind.SUM,
          FunctionKind.AVG,
          FunctionKind.MIN,
          FunctionKind.MAX,
          FunctionKind.COUNT,
          FunctionKind.ROW_NUMBER);

  /** Options whose words go to Spark as they stand. */
  private static final Set<String> HANDED_ON =
      Set.of(
          "--order-by",
          "--partition-by",
          "--range",
          "--exclusive",
          "--null",
          "--output",
          "--master");

  /** Options that say nothing to Spark. */
  private static final Set<String> PASSED_OVER = Set.of("--spark", "--quiet");

  private static final Pattern NEEDS_NO_QUOTES = Pattern.compile("[A-Za-z0-9_./:=,-]+");

  private static final Pattern PART_OF_DATE = Pattern.compile(":(year|month|day)(,|$)");

  private SparkWords() {}

  /**
   * The words, after {@code spark}, in one line that a shell takes apart again.
   *
   * @param given what stood on the command line
   * @throws UsageException if Spark cannot do that
   */
  static String line(@Nullable String input, List<FunctionSpec> functions, ParseResult given) {
    List<String> words = new ArrayList<>(List.of("spark", table(input)));
    for (FunctionSpec function : functions) {
      addFunction(words, function);
    }
    for (OptionSpec option : given.matchedOptionsSet()) {
      addOption(words, option);
    }
    if (!given.hasMatchedOption("--order-by")) {
      throw new UsageException(
          "Spark needs --order-by COLUMN: its rows have no order of their own");
    }
    return words.stream().map(SparkWords::quoted).collect(Collectors.joining(" "));
  }

  private static String table(@Nullable String input) {
    if (input == null || input.startsWith("-")) {
      throw new UsageException(
          "Spark reads files: expected a file as INPUT%s"
              .formatted(input == null ? "" : ", found " + input));
    }
    return readable("INPUT", input);
  }

  /** A table in a format that the application knows. Others would be taken for Parquet. */
  private static String readable(String what, String name) {
    String end = name.toLowerCase(Locale.ROOT);
    if (end.endsWith(".zst") || end.endsWith(".jsonl") || end.endsWith(".jsonl.gz")) {
      throw new UsageException(
          name + ": on Spark, " + what + " is Parquet, CSV or TSV, the latter two also with .gz");
    }
    return name;
  }

  private static void addFunction(List<String> words, FunctionSpec function) {
    FunctionKind kind = function.kind();
    String option = "--" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    String column = function.column();
    if (!FUNCTIONS.contains(kind)) {
      throw new UsageException(option + " is not available on Spark");
    }
    if (column == null && kind != FunctionKind.ROW_NUMBER) {
      throw new UsageException(option + " on Spark: expected a COLUMN");
    }
    words.add(option);
    if (column != null) {
      words.add(column);
    }
    if (function.as() != null) {
      words.addAll(List.of("--as", function.as()));
    }
  }

  private static void addOption(List<String> words, OptionSpec option) {
    String name = option.longestName();
    boolean isFunction = option.parameterConsumer() != null;
    if (isFunction || PASSED_OVER.contains(name)) {
      return;
    }
    if (name.equals("--nulls") && option.getValue() == NullPolicy.SKIP) {
      return;
    }
    if (!HANDED_ON.contains(name)) {
      throw new UsageException(name + " is not available on Spark");
    }
    if (option.typeInfo().isBoolean()) {
      words.add(name);
      return;
    }
    for (String value : option.originalStringValues()) {
      if (name.equals("--partition-by") && PART_OF_DATE.matcher(value).find()) {
        throw new UsageException(
            name + " " + value + ": parts of dates are not available on Spark");
      }
      words.addAll(List.of(name, name.equals("--output") ? readable("OUT", value) : value));
    }
  }

  private static String quoted(String word) {
    return NEEDS_NO_QUOTES.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
