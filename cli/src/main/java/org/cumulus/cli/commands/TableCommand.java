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
import org.cumulus.cli.options.FileOptions;
import org.cumulus.cli.options.FunctionOptions;
import org.cumulus.cli.options.ProgressOption;
import org.cumulus.cli.options.TableOptions;
import org.cumulus.cli.plot.PlotFile;
import org.cumulus.cli.table.PlotCollector;
import org.cumulus.cli.table.TableRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cumulus table}. */
@Command(
    name = "table",
    header = "Running totals as new columns of a table, exact; its rows come back as they are.",
    customSynopsis = "%nUsage: cumulus table INPUT FUNCTION... [OPTION...]",
    synopsisHeading = "",
    description = {
      "",
      "  cumulus table payments.csv --sum amount --as balance \\",
      "      --partition-by account --order-by date -o balances.csv",
      "",
      "gives each payment the balance of its account, in the order of dates.",
      "Without --order-by rows keep their order, and leave as they come: from a pipe, too.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  cumulus table sales.csv --sum amount --avg price --row-number",
      "  cumulus table sales.csv --sum amount --order-by day:desc,id -o out.csv.gz",
      "  cumulus table rain.csv --sum mm --order-by 'date:date(d.M.yyyy)'",
      "  cumulus table clicks.tsv --count --as visit --partition-by user,page",
      "  cumulus table m.csv --sum mm --as total --reset-when month=1",
      "  tail -f log.jsonl | cumulus table - --sum bytes --partition-by host",
    })
public final class TableCommand implements Callable<Integer>, FunctionOptions.Owner {
  private final Console console;

  @Parameters(
      arity = "0..1",
      paramLabel = "INPUT",
      description = {
        "a table with a header, .csv or .tsv, or .jsonl, also .gz or .zst; or .parquet, which"
            + " comes back as CSV",
        "-           standard input: CSV, or JSON Lines if it begins with {"
      })
  private @Nullable String input;

  @Mixin private FunctionOptions functions = new FunctionOptions();

  @Option(
      names = "--partition-by",
      paramLabel = "COLUMN,...",
      hideParamSyntax = true,
      description =
          "totals of their own for rows equal in these, by their text: 1 and 1.0 are two;"
              + " a name with a comma in double quotes, here and below")
  private List<String> partitionBy = new ArrayList<>();

  @Option(
      names = "--order-by",
      paramLabel = "COLUMN,...",
      hideParamSyntax = true,
      description =
          "sorts the rows first: numbers by value, texts and dates such as 2024-12-31 by their"
              + " letters, missing cells first; equal ones keep their order. COLUMN:desc for"
              + " descending; COLUMN:date(PATTERN) for other dates, as d.M.yyyy or MMM d yyyy;"
              + " COLUMN:text, COLUMN:number")
  private List<String> orderBy = new ArrayList<>();

  @Option(names = "--range", description = "rows equal in the order share a total")
  private boolean isRange;

  @Option(names = "--exclusive", description = "the totals before each row")
  private boolean isExclusive;

  @Option(
      names = "--reset-when",
      paramLabel = "COLUMN[=VALUE]",
      hideParamSyntax = true,
      description = "totals start anew at rows where COLUMN is VALUE, or says true")
  private @Nullable String resetWhen;

  @Option(
      names = "--as-float",
      description = "all numbers as doubles, added from left to right as NumPy does")
  private boolean isFloat;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description =
          "write to a file, whole or not at all; compressed if its name ends in .gz or .zst")
  private @Nullable Path output;

  @Option(
      names = "--plot",
      paramLabel = "FILE.svg",
      description =
          "draw the first new column over the first of the order, by groups, as .png or .svg")
  private @Nullable Path plot;

  @Mixin private TableOptions table = new TableOptions();

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      converter = FileOptions.SizeConverter.class,
      description = "for the rows of --order-by, before it takes files: 256M if not given")
  private long memory = 256L << 20;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description =
          "on a Spark cluster, by the same words: INPUT and OUT are then what Spark has there, and"
              + " --order-by must be given (in a clone only)")
  private @Nullable String master;

  @Option(names = "--spark", description = "by Spark on all cores of this machine, likewise")
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
    if (master != null || isOnSpark) { // The launcher of a clone does not come here.
      throw new UsageException(
          (isOnSpark ? "--spark" : "--master") + ": Spark runs from a clone of the project only");
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
      throw new UsageException("--range is for rows equal in an order: expected --order-by, too");
    }
    if (resetWhen != null && isRange) {
      throw new UsageException("--reset-when and --range: expected one of them");
    }
    boolean hasShare =
        functions.functions().stream().anyMatch(each -> each.kind().name().equals("SHARE"));
    if (resetWhen != null && hasShare) {
      throw new UsageException(
          "--share is of the whole, which --reset-when divides: expected one of them");
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
