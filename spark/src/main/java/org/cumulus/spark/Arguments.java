package org.cumulus.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/** The command line of {@link Main}. */
record Arguments(boolean isHelp, String input, RunningTotal totals, @Nullable String output) {
  static final String USAGE =
      """
      usage: cumulus spark [--master URL] INPUT FUNCTION... --order-by COLUMN[:desc],... [OPTION...]

        INPUT                  a Parquet table, or a CSV table with a header (its name ends in .csv)
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
        -o, --output FOLDER    writes a Parquet table, or CSV if the name ends in .csv; else the
                               first 20 rows are shown
        --master URL           a cluster; all cores of this machine otherwise

      example: cumulus spark payments.parquet --sum amount --as balance --order-by ts,id \\
                   --partition-by account -o balances.parquet
      """;

  enum Format {
    PARQUET,
    CSV
  }

  static Format format(String path) {
    String name = path.toLowerCase(Locale.ROOT);
    return name.endsWith(".csv") || name.endsWith(".csv.gz") ? Format.CSV : Format.PARQUET;
  }

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
    private @Nullable RunningTotal totals;
    private final List<Column> order = new ArrayList<>();
    private String[] groups = {};
    private boolean isRange;
    private boolean isExclusive;
    private boolean isHelp;

    Parser(Iterator<String> arguments) {
      this.arguments = arguments;
    }

    void take(String option) {
      switch (option) {
        case "--sum" -> {
          String column = value(option);
          totals = totals == null ? RunningTotal.of(column) : totals.sum(column);
        }
        case "--avg" -> totals = all().avg(value(option));
        case "--min" -> totals = all().min(value(option));
        case "--max" -> totals = all().max(value(option));
        case "--count" -> totals = all().count(value(option));
        case "--row-number" -> totals = all().rowNumber();
        case "--as" -> {
          if (totals == null) {
            throw new IllegalArgumentException("--as names the function before it; there is none");
          }
          totals = totals.as(value(option));
        }
        case "--order-by" -> {
          for (String column : value(option).split(",", -1)) {
            order.add(column(column));
          }
        }
        case "--partition-by" -> groups = value(option).split(",", -1);
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

    private RunningTotal all() {
      return totals == null ? RunningTotal.empty() : totals;
    }

    private String value(String option) {
      if (!arguments.hasNext()) {
        throw new IllegalArgumentException(option + " needs a value (see --help)");
      }
      return arguments.next();
    }

    private static Column column(String name) {
      return name.endsWith(":desc")
          ? functions.col(name.substring(0, name.length() - ":desc".length())).desc()
          : functions.col(name);
    }

    Arguments result() {
      if (isHelp) {
        return new Arguments(true, "", RunningTotal.empty(), null);
      }
      if (input == null || totals == null || order.isEmpty()) {
        List<String> missing = new ArrayList<>();
        missing.addAll(input == null ? List.of("an input") : List.of());
        missing.addAll(totals == null ? List.of("a function such as --sum COLUMN") : List.of());
        missing.addAll(order.isEmpty() ? List.of("--order-by COLUMN") : List.of());
        throw new IllegalArgumentException(
            "there is still missing: " + String.join(", ", missing) + " (see --help)");
      }
      RunningTotal ordered = totals.orderBy(order.toArray(new Column[0])).partitionBy(groups);
      ordered = isRange ? ordered.range() : ordered;
      return new Arguments(false, input, isExclusive ? ordered.exclusive() : ordered, output);
    }
  }
}
