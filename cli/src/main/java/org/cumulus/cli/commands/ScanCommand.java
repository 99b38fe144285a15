package org.cumulus.cli.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cumulus.NDArray;
import org.cumulus.NaNPolicy;
import org.cumulus.Operator;
import org.cumulus.cli.cells.MissingCells;
import org.cumulus.cli.cells.TextRequest;
import org.cumulus.cli.console.Console;
import org.cumulus.cli.console.Failures;
import org.cumulus.cli.console.UsageException;
import org.cumulus.cli.files.Output;
import org.cumulus.cli.files.TemporaryFile;
import org.cumulus.cli.input.FileFormat;
import org.cumulus.cli.input.Input;
import org.cumulus.cli.input.LargeInput;
import org.cumulus.cli.input.Loader;
import org.cumulus.cli.input.MemoryLimit;
import org.cumulus.cli.large.Report;
import org.cumulus.cli.large.ScanRequest;
import org.cumulus.cli.options.CoefficientOption;
import org.cumulus.cli.options.FileOptions;
import org.cumulus.cli.options.FormatOption;
import org.cumulus.cli.options.IndicesOption;
import org.cumulus.cli.options.InputArguments;
import org.cumulus.cli.options.PlotOption;
import org.cumulus.cli.options.ProgressOption;
import org.cumulus.cli.options.ScanOptions;
import org.cumulus.cli.options.SegmentOptions;
import org.cumulus.cli.output.OutputFile;
import org.cumulus.cli.plot.Plot;
import org.cumulus.cli.sources.Source;
import org.cumulus.npy.Npy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** {@code cumulus cumsum} and all other commands that scan an array. */
@Command(
    synopsisHeading = "",
    description = "%nPrints the result as NumPy does, or writes it to a file.%n")
public final class ScanCommand implements Callable<Integer> {
  /** Where a large input that cannot be used as it comes stands meanwhile. */
  private static final String SPILL = ".cumulus-input-" + UUID.randomUUID() + ".tmp";

  private final ScanFunction function;
  private final Console console;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private InputArguments arguments = new InputArguments();

  @Option(
      names = "--keep",
      description =
          "keep the rows of a table, and add the totals of the columns of -c to them as new ones:"
              + " a short way to say cumulus table")
  private boolean keepsRows;

  @Mixin private ScanOptions options = new ScanOptions();
  @Mixin private SegmentOptions segments = new SegmentOptions();
  @Mixin private FileOptions files = new FileOptions();
  @Mixin private FormatOption format = new FormatOption();
  @Mixin private ProgressOption progress = new ProgressOption();
  @Mixin private PlotOption plot = new PlotOption();

  // Of some functions only.
  private final IndicesOption indices = new IndicesOption();
  private final CoefficientOption coefficient = new CoefficientOption();

  private ScanCommand(ScanFunction function, Console console) {
    this.function = function;
    this.console = console;
  }

  /** The command of a function, with its own help. */
  public static CommandLine of(ScanFunction function, Console console) {
    ScanCommand scan = new ScanCommand(function, console);
    CommandLine command = new CommandLine(scan);
    command.setCommandName(function.command());
    CommandSpec spec = command.getCommandSpec();
    UsageMessageSpec usage = spec.usageMessage();
    usage.header(function.header());
    FunctionHelp.describe(spec, function);
    String arguments = "INPUT";
    if (function == ScanFunction.ACCUMULATE) {
      arguments = "OP INPUT";
      OperatorArgument.addTo(spec);
    } else if (function == ScanFunction.RECURRENCE) {
      arguments = "INPUT -k A";
      spec.addMixin("coefficient", CommandSpec.forAnnotatedObject(scan.coefficient));
    } else if (function.hasIndices()) {
      spec.addMixin("indices", CommandSpec.forAnnotatedObject(scan.indices));
    }
    usage.customSynopsis(
        "%%nUsage: cumulus %s %s [OPTION...]".formatted(function.command(), arguments));
    usage.footerHeading("%nExamples:%n");
    usage.footer(
        Stream.concat(
                function.examples().stream(),
                Stream.of("", "Totals as new columns of a table: cumulus table --help"))
            .toArray(String[]::new));
    return command;
  }

  @Override
  public Integer call() throws IOException {
    long start = System.nanoTime();
    if (keepsRows) {
      ParseResult given = Objects.requireNonNull(spec).commandLine().getParseResult();
      return KeptRows.run(function, arguments, given, console);
    }
    options.checkGoWith(segments);
    Input input = arguments.input(options.dtype());
    segments.mayBeOf(input);
    OutputFile file = files.file(input);
    plot.check(input, file == null ? null : file.path());
    indices.check(input, file == null ? null : file.path());
    format.check(file, files.output());
    InputState state = InputState.of(input, files.isVerified());
    Output.Condition isUnchanged = state == null ? () -> {} : state::check;
    Optional<Source> large =
        new LargeInput(
                console,
                textRequest(),
                file == null
                    ? Path.of(System.getProperty("java.io.tmpdir"), SPILL)
                    : file.path().resolveSibling(SPILL),
                new MemoryLimit(files.memory(), options.dtype()))
            .open(input);
    Report report;
    try {
      report =
          large.isEmpty()
              ? inMemory(input, file, isUnchanged)
              : inParts(large.get(), input, state, file, isUnchanged);
    } catch (ArithmeticException failure) {
      if (options.isRefusedInitial(failure)) {
        throw new UsageException("--initial: " + Failures.reason(failure));
      }
      throw failure;
    }
    if (files.wantsSummary()) {
      String order = options.order().name().toLowerCase(Locale.ROOT);
      console.err().println(Summary.line(report, System.nanoTime() - start, order));
    }
    return 0;
  }

  /** What to read of a text: cells without a value are NaN if it was said what NaN does. */
  private TextRequest textRequest() {
    boolean hasSaid = options.hasNaNPolicy() || function.nan() != NaNPolicy.PROPAGATE;
    TextRequest request =
        arguments.textRequest(
            options.dtype(), hasSaid ? MissingCells.NAN : MissingCells.REFUSED_WITH_ADVICE);
    return options.saturates() ? request.saturating() : request;
  }

  /** The scan that is asked for, of whatever memory holds. */
  private WholeScan scan() throws IOException {
    NDArray coefficients =
        function == ScanFunction.RECURRENCE
            ? numberIfOne(coefficient.load(console, arguments.textFormat()))
            : null;
    Operator operator =
        switch (function) {
          case ACCUMULATE -> OperatorArgument.of(Objects.requireNonNull(spec));
          case RECURRENCE -> recurrence(Objects.requireNonNull(coefficients));
          default -> function.operator();
        };
    return new WholeScan(function, operator, coefficients, options, segments, indices);
  }

  /** An array of one number, which broadcasts to every shape, stands for the number. */
  private static NDArray numberIfOne(NDArray coefficients) {
    return coefficients.ndim() == 1 && coefficients.size() == 1
        ? coefficients.select(0, 0)
        : coefficients;
  }

  /** With a coefficient for all it is an operator as others are. */
  private static @Nullable Operator recurrence(NDArray coefficients) {
    try {
      return coefficients.ndim() == 0 ? Operator.recurrence(coefficients) : null;
    } catch (IllegalArgumentException noNumber) {
      throw new UsageException("--coefficient: " + Failures.reason(noNumber));
    }
  }

  private Report inMemory(Input input, @Nullable OutputFile file, Output.Condition isUnchanged)
      throws IOException {
    if (file != null && files.isInPlace()) {
      Output.checkIsNotDone(file.path());
    }
    NDArray array = new Loader(console, textRequest()).load(input).array();
    int dimensions = Math.max(array.ndim(), 1);
    Function<NDArray, WholeScan.Results> scan =
        scan().prepared(dimensions, console, arguments.textFormat());
    plot.check(array.dtype());
    format.checkDimensions(options.axis(function.axis()) == null ? 1 : dimensions);
    if (file != null) {
      file.checkDimensions(options.axis(function.axis()) == null ? 1 : dimensions);
    }
    WholeScan.Results results = scan.apply(array);
    NDArray values = results.values();
    plot.check(values.dtype());
    if (file == null) {
      isUnchanged.check();
      format.print(values, console);
    } else {
      file.write(values, isUnchanged);
    }
    if (results.indices() != null) {
      indices.put(results.indices(), format, console);
    }
    draw(array, values);
    return Report.of(array, values);
  }

  private void draw(NDArray array, NDArray result) throws IOException {
    if (plot.isWanted()) {
      plot.draw(
          Plot.of(
              arguments.title(), function.command(), options.axis(function.axis()), array, result));
    }
  }

  /** Scans, and closes, an input of which memory holds a part at a time. */
  private Report inParts(
      Source source,
      Input input,
      @Nullable InputState state,
      @Nullable OutputFile file,
      Output.Condition isUnchanged)
      throws IOException {
    try (source) {
      int dimensions = source.header().shape().length;
      WholeScan wanted = scan();
      ScanRequest request =
          segments.of(
              options.request(
                  wanted.checkedForParts(), function.nan(), function.axis(), dimensions),
              console,
              arguments.textFormat());
      plot.check(source.header().dtype());
      format.checkDimensions(options.axis(function.axis()) == null ? 1 : dimensions);
      if (file != null) {
        file.checkDimensions(options.axis(function.axis()) == null ? 1 : dimensions);
      }
      // Before the scan, as the result may take the place of the input.
      NDArray elements = plot.isWanted() ? mapped(input, file) : null;
      LargeScan large = new LargeScan(files.memory(), progress.display(console));
      if (file != null) {
        Output output =
            files.isResumable()
                ? resumable(input, state, file.path(), wanted, request)
                : atOnce(file.path());
        Report report = large.run(request, source, output.onlyIf(isUnchanged));
        drawFile(elements, output.target());
        return report;
      }
      try (TemporaryFile printed = new TemporaryFile(Files.createTempFile("cumulus", ".npy"))) {
        Report report =
            large.run(request, source, format.output(printed.path()).onlyIf(isUnchanged));
        format.printFile(printed.path(), console);
        drawFile(elements, printed.path());
        return report;
      }
    }
  }

  private void drawFile(@Nullable NDArray elements, Path result) throws IOException {
    if (elements != null) {
      draw(elements, Npy.map(result));
    }
  }

  private static NDArray mapped(Input input, @Nullable OutputFile file) throws IOException {
    if (input instanceof Input.Stored(Path stored, _)
        && FileFormat.of(stored) == FileFormat.NPY
        && (file == null || !file.isText())) {
      return Npy.map(stored);
    }
    throw new UsageException(
        "--plot of an INPUT that does not fit in --memory: expected .npy files");
  }

  private Output atOnce(Path path) throws IOException {
    if (files.isInPlace()) {
      Output.checkIsNotDone(path);
    }
    return Output.atOnce(path);
  }

  private Output resumable(
      Input input, @Nullable InputState state, Path path, WholeScan wanted, ScanRequest request)
      throws IOException {
    Path file = Objects.requireNonNull(input.file());
    ParseResult command = Objects.requireNonNull(spec).commandLine().getParseResult();
    Map<String, String> identity =
        Loader.named(
            file.toString(),
            () ->
                ResumeIdentity.of(
                    file, Objects.requireNonNull(state).content(), command, wanted, request));
    return Output.resumable(path, identity, files.checkpointNanos());
  }
}
