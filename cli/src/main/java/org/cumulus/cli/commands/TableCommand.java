package org.cumulus.cli.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.cumulus.cli.console.Console;
import org.cumulus.cli.console.DataException;
import org.cumulus.cli.console.Failures;
import org.cumulus.cli.console.UsageException;
import org.cumulus.cli.options.Converters;
import org.cumulus.cli.options.FunctionOptions;
import org.cumulus.cli.options.ProgressOption;
import org.cumulus.cli.options.TableFormatOptions;
import org.cumulus.cli.plot.PlotFile;
import org.cumulus.cli.table.PlotCollector;
import org.cumulus.cli.table.TableRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** {@code cumulus table}. */
@Command(
    name = "table",
    aliases = "spark",
    header = "Adds exact running totals to a table as new columns; its rows stay as they are.",
    customSynopsis = "%nUsage: cumulus table INPUT FUNCTION... [OPTION...]",
    synopsisHeading = "",
    description = {
      "",
      "  cumulus table payments.csv --sum amount --as balance \\",
      "      --partition-by account --order-by date -o balances.csv",
      "",
      "adds to each payment the balance of its account, in order of date.",
      "Without --order-by the rows keep their order, and from a pipe leave as they come.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  cumulus table sales.csv --sum amount --avg price --row-number",
      "  cumulus table sales.csv --sum amount --order-by day:desc,id -o out.csv.gz",
      "  cumulus table rain.csv --sum mm --order-by 'date:date(d.M.yyyy)'",
      "  cumulus table clicks.tsv --count --as visit --partition-by user,page",
      "  cumulus table rain.csv --sum mm --as year_to_date --partition-by date:year",
      "  cumulus table m.csv --sum mm --as total --reset-when month=1",
      "  tail -f log.jsonl | cumulus table - --sum bytes --partition-by host",
    })
public final class TableCommand implements Callable<Integer>, FunctionOptions.Owner {
  /** Set by the launcher of a clone, which starts Spark with the words that are printed. */
  private static final String SPARK = "cumulus.spark";

  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "INPUT",
      description = {
        "a table: .csv, .tsv or .jsonl, also with .gz or .zst, or .parquet, which comes back as"
            + " CSV",
        "-  standard input: CSV, or JSON Lines if it begins with {"
      })
  private @Nullable String input;

  @Mixin private FunctionOptions functions = new FunctionOptions();

  @Option(
      names = "--partition-by",
      paramLabel = "COLUMN,...",
      hideParamSyntax = true,
      description =
          "separate totals for each value of these columns, compared as text: 1 and 1.0 are"
              + " two. COLUMN:year, :month or :day groups by that of dates such as 2024-12-31. A"
              + " name that has a comma goes in double quotes, here and below")
  private List<String> partitionBy = new ArrayList<>();

  @Option(
      names = "--order-by",
      paramLabel = "COLUMN,...",
      hideParamSyntax = true,
      description =
          "sort the rows first: numbers by value, text and dates such as 2024-12-31 as text,"
              + " missing values first; equal rows keep their order. COLUMN:desc sorts downwards;"
              + " COLUMN:date(d.M.yyyy) or COLUMN:date(MMM d yyyy) reads other dates; COLUMN:text"
              + " and COLUMN:number say what the cells are")
  private List<String> orderBy = new ArrayList<>();

  @Option(
      names = "--range",
      description = "rows that are equal in --order-by share a total, as RANGE in SQL")
  private boolean isRange;

  @Option(
      names = "--exclusive",
      description = "each total without the row itself: that of the rows before it")
  private boolean isExclusive;

  @Option(
      names = "--reset-when",
      paramLabel = "COLUMN[=VALUE]",
      hideParamSyntax = true,
      description =
          "restart the totals at each row where COLUMN is VALUE, or is true if no VALUE is given")
  private @Nullable String resetWhen;

  @Option(
      names = "--as-float",
      description = "read all numbers as doubles and add them from left to right, as NumPy does")
  private boolean isFloat;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description =
          "write to a file, whole or not at all; compressed if its name ends in .gz or .zst")
  private @Nullable Path output;

  @Option(
      names = "--plot",
      paramLabel = "FILE",
      description =
          "draw the first new column over the first of --order-by, a curve for each group; .png or"
              + " .svg")
  private @Nullable Path plot;

  @Mixin private TableFormatOptions table = new TableFormatOptions();

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      converter = Converters.ToMemory.class,
      description =
          "memory for sorting by --order-by; larger tables are sorted in temporary files (default:"
              + " 256M)")
  private long memory = 256L << 20;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description =
          "run on a Spark cluster (from a clone of the project only): INPUT and OUT are then paths"
              + " that Spark can reach, and --order-by is needed")
  private @Nullable String master;

  @Option(
      names = "--spark",
      description =
          "the same with Spark on all cores of this machine; cumulus spark is short for it")
  private boolean isOnSpark;

  @Mixin private ProgressOption progress = new ProgressOption();

  public TableCommand(Console console) {
    this.console = console;
  }

  @Override
  public FunctionOptions functions() {
    return functions;
  }

  @Override
  public Integer call() throws IOException {
    ParseResult given = spec.commandLine().getParseResult();
    // Without a command above it, there is no name that it was called by.
    boolean isCalledSpark =
        spec.parent() != null && given.originalArgs().getFirst().equals("spark");
    if (isOnSpark || master != null || isCalledSpark) {
      String words = SparkWords.line(input, request().functions(), given);
      if (!Boolean.getBoolean(SPARK)) {
        throw new UsageException("Spark runs from a clone of the project only");
      }
      console.out().println(words);
      return 0;
    }
    String from = input;
    if (from == null) {
      throw new UsageException(
          "expected an INPUT before the functions: a file, or - (try: cumulus table --help)");
    }
    TableRequest request = request();
    PlotFile drawing = drawing(from);
    PlotCollector collector = drawing == null ? null : new PlotCollector();
    new TableFiles(console, from, output, table, collector, progress.display(console)).run(request);
    if (drawing != null && collector != null) {
      try {
        drawing.write(collector.plot());
      } catch (IOException failure) {
        throw new DataException(drawing.path().toString(), failure);
      }
    }
    return 0;
  }

  private @Nullable PlotFile drawing(String from) throws IOException {
    Path path = plot;
    if (path == null) {
      return null;
    }
    if (path.equals(output)
        || (!from.equals("-")
            && Files.exists(path)
            && Files.exists(Path.of(from))
            && Files.isSameFile(path, Path.of(from)))) {
      throw new UsageException(path + ": the input or output itself, expected another file");
    }
    try {
      return new PlotFile(path);
    } catch (IllegalArgumentException unfit) {
      throw new UsageException(Failures.reason(unfit));
    }
  }

  private TableRequest request() {
    if (isRange && orderBy.isEmpty()) {
      throw new UsageException("--range needs --order-by");
    }
    if (resetWhen != null && isRange) {
      throw new UsageException("--reset-when and --range cannot be combined");
    }
    boolean hasShare =
        functions.functions().stream().anyMatch(each -> each.kind().name().equals("SHARE"));
    if (resetWhen != null && hasShare) {
      throw new UsageException("--share and --reset-when cannot be combined");
    }
    return new TableRequest(
        functions.functions(),
        partitionBy,
        orderBy,
        isRange,
        isExclusive,
        table.nulls(),
        table.nullWords(),
        resetWhen,
        table.numbers(),
        isFloat,
        Math.min(memory, Runtime.getRuntime().maxMemory() / 2));
  }
}
