package org.cumulus.cli.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cumulus.Cumulus;
import org.cumulus.NDArray;
import org.cumulus.cli.console.Console;
import org.cumulus.cli.console.UsageException;
import org.cumulus.cli.input.Input;
import org.cumulus.cli.input.Shape;
import org.cumulus.cli.options.ArrayArgument;
import org.cumulus.cli.options.Converters;
import org.cumulus.cli.options.FormatOption;
import org.cumulus.cli.options.InputArguments;
import org.cumulus.cli.options.OutputOption;
import org.cumulus.cli.options.ScanOptions;
import org.cumulus.cli.output.OutputFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cumulus diff}. */
@Command(
    name = "diff",
    header = "The differences between neighbours, as numpy.diff gives them: what undoes cumsum.",
    customSynopsis = "%nUsage: cumulus diff INPUT [OPTION...]",
    synopsisHeading = "",
    description = "%nPrints the result as NumPy does, or writes it to a file.%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  cumulus diff '[2, 6, 12]'                       prints [4 6]",
      "  cumulus diff '[2, 6, 12]' --prepend 0           prints [2 4 6]",
      "  cumulus diff sums.npy --prepend 0 -o a.npy      what the sums are of",
      "  cumulus diff a.npy -n 2 --axis 0                twice, along the first axis",
      "  cumulus diff rain.csv -c temperature            from each day to the next",
    })
public final class DiffCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private InputArguments arguments = new InputArguments();

  @Option(
      names = {"-n", "--n"},
      paramLabel = "N",
      description = "take differences this many times (default: 1)")
  private int count = 1;

  @Option(
      names = {"-a", "--axis"},
      paramLabel = "N",
      converter = Converters.ToAxis.class,
      description = "along this axis, counted from the end if negative (default: the last)")
  private @Nullable Integer axis;

  @Option(
      names = "--prepend",
      paramLabel = "X",
      description =
          "what to put before INPUT along the axis: a number for all lines, or an array; a"
              + " literal or a file, like INPUT")
  private @Nullable String prepend;

  @Option(names = "--append", paramLabel = "X", description = "what to put after INPUT, likewise")
  private @Nullable String append;

  @Mixin private OutputOption output = new OutputOption();
  @Mixin private FormatOption format = new FormatOption();

  public DiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (count < 0) {
      throw new UsageException("-n %d: expected 0 or more".formatted(count));
    }
    Input input = arguments.input();
    Path path = output.path();
    OutputFile file = path == null ? null : new OutputFile(path);
    format.check(file, output);
    if (file != null && file.is(input)) {
      throw new UsageException(path + ": the input itself, expected another file for the output");
    }
    NDArray array = arguments.loader(console).load(input).array();
    if (axis != null) {
      ScanOptions.checkAxis(axis, array.ndim());
    }
    format.checkDimensions(array.ndim());
    if (file != null) {
      file.checkDimensions(array.ndim());
    }
    NDArray before = neighbours("--prepend", prepend, array);
    NDArray behind = neighbours("--append", append, array);
    NDArray differences = Cumulus.diff(array, count, axis == null ? -1 : axis, before, behind);
    if (file == null) {
      format.print(differences, console);
    } else {
      file.write(differences);
    }
    return 0;
  }

  private @Nullable NDArray neighbours(String option, @Nullable String text, NDArray array)
      throws IOException {
    if (text == null) {
      return null;
    }
    NDArray neighbours =
        new ArrayArgument(option, text, arguments.textFormat()).load(console, null);
    if (neighbours.ndim() > 0 && array.ndim() > 0 && !fits(neighbours, array)) {
      throw new UsageException(
          "%s: an array of shape %s does not fit INPUT's, %s: they may differ only along the axis"
              .formatted(option, Shape.of(neighbours), Shape.of(array)));
    }
    return neighbours;
  }

  private boolean fits(NDArray neighbours, NDArray array) {
    if (neighbours.ndim() != array.ndim()) {
      return false;
    }
    int along = axis == null ? array.ndim() - 1 : Math.floorMod(axis, array.ndim());
    boolean fits = true;
    for (int other = 0; other < array.ndim(); other++) {
      fits &= other == along || neighbours.shape()[other] == array.shape()[other];
    }
    return fits;
  }
}
