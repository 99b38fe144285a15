package org.cumulus.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cumulus.spark.Function.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The command line of {@link Main}. Names of columns are resolved when the table is known.
 *
 * @param order values of {@code --order-by}
 * @param groups values of {@code --partition-by}
 * @param nulls texts that stand for no value
 */
record Arguments(
    boolean isHelp,
    TableFile input,
    List<Asked> functions,
    List<String> order,
    List<String> groups,
    Set<String> nulls,
    boolean isRange,
    boolean isExclusive,
    @Nullable TableFile output) {
  static final String USAGE =
      """
      usage: spark-submit --class org.cumulus.spark.Main JAR \\
                 INPUT FUNCTION... --order-by COLUMN,... [OPTION...]

        INPUT                  a Parquet table, or a CSV table with a header (its name ends in .csv,
                               or .tsv with tabs, or either with .gz), a file or a folder of files
      functions, one or more, each of which adds a column:
        --sum COLUMN           the running sum; of floats and doubles correctly rounded
        --avg, --min, --max, --count COLUMN
        --row-number
        --as NAME              names the function before it
      options:
        --order-by COLUMN,...  the order of the rows; COLUMN:desc for descending
        --partition-by COLUMN,...  totals of their own for each value of these
        --range                rows equal in the order share a total
        --exclusive            the totals before each row
        --null TEXT            this text stands for no value, as an empty one does; may be repeated
        -o, --output FOLDER    writes a Parquet table, or CSV if the name ends as above; else the
                               first 20 rows are shown

        Columns of text, as all are in CSV, come out as they went in. Where they are added up or
        compared, all their texts must be numbers; an order takes numbers, dates such as 2024-03-05
        and times such as 2024-03-05 12:30 for what they are. Others must be named as
        COLUMN:date(dd/MM/yyyy), COLUMN:number or COLUMN:text. Names that hold commas go into double
        quotes: '"wind, max",day:desc'.

      The words are those of cumulus table, whose --spark and --master come here.

      example: spark-submit --class org.cumulus.spark.Main cumulus-spark_2.13.jar \\
                   payments.parquet --sum amount --as balance --order-by ts,id \\
                   --partition-by account -o balances.parquet
      """;

  /** A function of a column, under a name if one was given. */
  record Asked(Kind kind, String column, @Nullable String name) {}

  /**
   * Reads a command line.
   *
   * @throws IllegalArgumentException if it is wrong
   */
  static Arguments parse(String... arguments) {
    Parser parser = new Parser(List.of(arguments).iterator());
    while (parser.arguments.hasNext()) {
      parser.take(parser.arguments.next());
    }
    return parser.result();
  }

  private static final class Parser {
    private final Iterator<String> arguments;
    private @Nullable String input;
    private @Nullable String output;
    private final List<Asked> functions = new ArrayList<>();
    private final List<String> order = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();
    private final Set<String> nulls = new LinkedHashSet<>();
    private boolean isRange;
    private boolean isExclusive;
    private boolean isHelp;

    Parser(Iterator<String> arguments) {
      this.arguments = arguments;
    }

    void take(String option) {
      switch (option) {
        case "--sum" -> add(Kind.SUM, value(option));
        case "--avg" -> add(Kind.AVG, value(option));
        case "--min" -> add(Kind.MIN, value(option));
        case "--max" -> add(Kind.MAX, value(option));
        case "--count" -> add(Kind.COUNT, value(option));
        case "--row-number" -> add(Kind.ROW_NUMBER, "");
        case "--as" -> {
          String name = value(option);
          if (functions.isEmpty()) {
            throw new IllegalArgumentException(
                "--as names the function before it, and there is none");
          }
          Asked last = functions.remove(functions.size() - 1);
          functions.add(new Asked(last.kind, last.column, name));
        }
        case "--order-by" -> order.add(value(option));
        case "--partition-by" -> groups.add(value(option));
        case "--null" -> nulls.add(value(option).strip());
        case "--range" -> isRange = true;
        case "--exclusive" -> isExclusive = true;
        case "-o", "--output" -> output = value(option);
        case "-h", "--help" -> isHelp = true;
        default -> {
          if (option.startsWith("-") || input != null) {
            throw new IllegalArgumentException("unexpected argument: " + option + " (see --help)");
          }
          input = option;
        }
      }
    }

    private void add(Kind kind, String column) {
      functions.add(new Asked(kind, column, null));
    }

    private String value(String option) {
      if (!arguments.hasNext()) {
        throw new IllegalArgumentException(option + " needs a value (see --help)");
      }
      return arguments.next();
    }

    Arguments result() {
      if (!isHelp && (input == null || functions.isEmpty() || order.isEmpty())) {
        List<String> missing = new ArrayList<>();
        missing.addAll(input == null ? List.of("an input") : List.of());
        missing.addAll(
            functions.isEmpty() ? List.of("a function such as --sum COLUMN") : List.of());
        missing.addAll(order.isEmpty() ? List.of("--order-by COLUMN") : List.of());
        throw new IllegalArgumentException(
            "missing: " + String.join(", ", missing) + " (see --help)");
      }
      return new Arguments(
          isHelp,
          new TableFile(input == null ? "" : input),
          List.copyOf(functions),
          List.copyOf(order),
          List.copyOf(groups),
          nulls,
          isRange,
          isExclusive,
          output == null ? null : new TableFile(output));
    }
  }
}
