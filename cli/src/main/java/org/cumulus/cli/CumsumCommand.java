package org.cumulus.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cumulus.Cumulus;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.cli.plot.Plot;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cumulus cumsum}. */
@Command(
    name = "cumsum",
    header = "The cumulative sum of an array, as numpy.cumsum gives it.",
    customSynopsis =
        "%nUsage: cumulus cumsum INPUT [--axis=N] [--dtype=T] [--output=OUT.npy]%n"
            + "                             [--column=NAME|N,...] [--plot=FILE.png]",
    synopsisHeading = "",
    description = "%nPrints the result as NumPy does, or writes it to a file.%n",
    footer = {
      "",
      "Examples:",
      "  cumulus cumsum '[2, 4, 6]'                      prints [ 2  6 12]",
      "  cumulus cumsum '[[2,4,6],[1,3,5]]' --axis 0     prints [[2 4 6]",
      "                                                          [3 7 11]]",
      "  cumulus cumsum rain.csv -c precipitation        one column of a table",
      "  cumulus cumsum a.npy --axis -1 -o sums.npy      the last axis, to a file",
      "  cumulus cumsum rain.csv -c 2 --plot rain.png    and a picture of it",
      "  cumulus cumsum arrays.npz:winter                one member of an .npz",
      "  seq 1 10 | cumulus cumsum -                     what a pipe brings",
    })
final class CumsumCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private InputArguments arguments = new InputArguments();

  @Option(
      names = {"-a", "--axis"},
      paramLabel = "N",
      converter = AxisConverter.class,
      description =
          "sum along this axis, from the end if negative; without it, all elements in C order")
  private @Nullable Integer axis;

  @Option(
      names = {"-d", "--dtype"},
      paramLabel = "T",
      converter = DTypeConverter.class,
      description = "sum in this dtype: float32, i8, '>f4', complex64; text is read for it")
  private @Nullable DType dtype;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT.npy",
      description = "write the result to this file, do not print it")
  private @Nullable Path output;

  @Mixin private PlotOption plot = new PlotOption();

  CumsumCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    OutputFile file = output == null ? null : new OutputFile(output);
    Input input = arguments.input();
    if (file != null) {
      file.checkIsNot(input);
    }
    plot.check(input, output);
    NDArray array = arguments.loader(console, dtype).load(input).array();
    checkAxis(Math.max(array.ndim(), 1));
    plot.check(array.dtype());
    NDArray sum = Cumulus.cumsum(array, axis, dtype);
    plot.check(sum.dtype());
    if (file == null) {
      console.out().println(sum);
    } else {
      file.write(sum);
    }
    plot.draw(Plot.of(arguments.title(), "cumsum", axis, array, sum));
    return 0;
  }

  /** The library would refuse it too; but it is the command line that is wrong. */
  private void checkAxis(int dimensions) {
    if (axis != null && (axis < -dimensions || axis >= dimensions)) {
      throw new UsageException(
          "--axis %d: axis %d is out of bounds for array of dimension %d"
              .formatted(axis, axis, dimensions));
    }
  }
}
