package org.cumulus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.cumulus.NDArray;
import org.cumulus.Operator;
import org.cumulus.Scan;
import org.cumulus.cli.files.Output;
import org.cumulus.cli.files.Report;
import org.cumulus.cli.files.ScanRequest;
import org.cumulus.cli.files.Source;
import org.cumulus.cli.plot.Plot;
import org.cumulus.npy.Npy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** {@code cumulus cumsum} and all other commands that scan an array. */
@Command(
    synopsisHeading = "",
    description = "%nPrints the result as NumPy does, or writes it to a file.%n")
final class ScanCommand implements Callable<Integer> {
  /** Where the numbers of a large text stand meanwhile. */
  private static final String SPILL = ".cumulus-text-" + UUID.randomUUID() + ".tmp";

  private final ScanFunction function;
  private final Console console;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private InputArguments arguments = new InputArguments();
  @Mixin private ScanOptions options = new ScanOptions();
  @Mixin private FileOptions files = new FileOptions();
  @Mixin private FormatOption format = new FormatOption();
  @Mixin private ProgressOption progress = new ProgressOption();
  @Mixin private PlotOption plot = new PlotOption();

  private ScanCommand(ScanFunction function, Console console) {
    this.function = function;
    this.console = console;
  }

  /** The command of a function, with its own help. */
  static CommandLine of(ScanFunction function, Console console) {
    CommandLine command = new CommandLine(new ScanCommand(function, console));
    command.setCommandName(function.command());
    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    usage.header(function.header());
    boolean asksForOperator = function.operator() == null;
    usage.customSynopsis(
        "%%nUsage: cumulus %s %sINPUT [OPTION...]"
            .formatted(function.command(), asksForOperator ? "OP " : ""));
    if (asksForOperator) {
      OperatorArgument.addTo(command.getCommandSpec());
    }
    usage.footerHeading("%nExamples:%n");
    usage.footer(function.examples().toArray(String[]::new));
    return command;
  }

  @Override
  public Integer call() throws IOException {
    long start = System.nanoTime();
    Input input = arguments.input(options.dtype());
    OutputFile file = files.file(input);
    plot.check(input, file == null ? null : file.path());
    format.checkIsPrinted(file == null);
    Optional<Source> large =
        new LargeInput(
                console,
                options.dtype(),
                arguments.columns(),
                file == null
                    ? Path.of(System.getProperty("java.io.tmpdir"), SPILL)
                    : file.path().resolveSibling(SPILL),
                files.memory())
            .open(input);
    Report report = large.isEmpty() ? inMemory(input, file) : inParts(large.get(), input, file);
    if (files.wantsSummary()) {
      String order = options.order().name().toLowerCase(Locale.ROOT);
      console.err().println(Summary.line(report, System.nanoTime() - start, order));
    }
    return 0;
  }

  private Operator operator() {
    Operator operator = function.operator();
    return operator == null ? OperatorArgument.of(Objects.requireNonNull(spec)) : operator;
  }

  private Report inMemory(Input input, @Nullable OutputFile file) throws IOException {
    NDArray array = arguments.loader(console, options.dtype()).load(input).array();
    int dimensions = Math.max(array.ndim(), 1);
    Scan scan = options.scan(operator(), function.nan(), function.axis(), dimensions);
    plot.check(array.dtype());
    format.checkDimensions(options.axis(function.axis()) == null ? 1 : dimensions);
    if (file != null) {
      file.checkDimensions(options.axis(function.axis()) == null ? 1 : dimensions);
    }
    NDArray result = scan.apply(array);
    plot.check(result.dtype());
    if (file == null) {
      format.print(result, console.out());
    } else {
      file.write(result);
    }
    draw(array, result);
    return Report.of(array, result);
  }

  private void draw(NDArray array, NDArray result) throws IOException {
    if (plot.isWanted()) {
      plot.draw(
          Plot.of(
              arguments.title(), function.command(), options.axis(function.axis()), array, result));
    }
  }

  private Report inParts(Source source, Input input, @Nullable OutputFile file) throws IOException {
    int dimensions = source.header().shape().length;
    ScanRequest request = options.request(operator(), function.nan(), function.axis(), dimensions);
    plot.check(source.header().dtype());
    format.checkDimensions(options.axis(function.axis()) == null ? 1 : dimensions);
    if (file != null) {
      file.checkDimensions(options.axis(function.axis()) == null ? 1 : dimensions);
    }
    // Before the scan, as the result may take the place of the input.
    NDArray elements = plot.isWanted() ? mapped(input, file) : null;
    Path temporary = file == null ? Files.createTempFile("cumulus", ".npy") : null;
    try {
      Output output =
          temporary == null
              ? output(input, Objects.requireNonNull(file).path())
              : Output.atOnce(temporary);
      Report report =
          new LargeScan(files.memory(), progress.display(console)).run(request, source, output);
      if (temporary != null) {
        format.print(Npy.map(temporary), console.out());
      }
      if (elements != null) {
        draw(elements, Npy.map(temporary == null ? output.target() : temporary));
      }
      return report;
    } finally {
      if (temporary != null) {
        Files.deleteIfExists(temporary);
      }
    }
  }

  private static NDArray mapped(Input input, @Nullable OutputFile file) throws IOException {
    if (input instanceof Input.Stored(Path stored, _)
        && FileFormat.ofName(stored.toString()) == FileFormat.NPY
        && (file == null || !file.isText())) {
      return Npy.map(stored);
    }
    throw new UsageException("--plot of more than --memory holds: expected .npy files");
  }

  private Output output(Input input, Path path) throws IOException {
    if (!files.isResumable()) {
      return Output.atOnce(path);
    }
    if (!(input instanceof Input.Stored(Path stored, _))) {
      throw new UsageException("--resume needs an input that can be read again: expected a file");
    }
    ParseResult command = Objects.requireNonNull(spec).commandLine().getParseResult();
    Map<String, String> identity =
        Loader.named(stored.toString(), () -> Identity.of(stored, command));
    return Output.resumable(path, identity, files.checkpointNanos());
  }
}
