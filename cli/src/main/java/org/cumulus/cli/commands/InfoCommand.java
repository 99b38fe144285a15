package org.cumulus.cli.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.cumulus.cli.console.Console;
import org.cumulus.cli.console.Failures;
import org.cumulus.cli.console.UsageException;
import org.cumulus.cli.input.FileFormat;
import org.cumulus.cli.input.Input;
import org.cumulus.cli.input.Loaded;
import org.cumulus.cli.input.Loader;
import org.cumulus.cli.options.InputArguments;
import org.cumulus.cli.options.ProgressOption;
import org.cumulus.npy.Npz;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cumulus info}. */
@Command(
    name = "info",
    header = "The dtype, shape, layout and first and last elements of an array.",
    customSynopsis = "%nUsage: cumulus info INPUT [OPTION...]",
    synopsisHeading = "",
    description =
        "%nReads no more of an .npy file than that, and shows all members of an .npz.%n"
            + "With --stats it reads all elements, in parts, so a file may have any size.%n",
    footer = {
      "",
      "Examples:",
      "  cumulus info sums.npy",
      "  cumulus info arrays.npz",
      "  cumulus info huge.npy --stats                   its extremes, too",
      "  cumulus info rain.csv --column precipitation,wind",
    })
public final class InfoCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private InputArguments arguments = new InputArguments();

  @Mixin private ProgressOption progress = new ProgressOption();

  @Option(
      names = "--stats",
      description = "also show the smallest and the largest element, and how many are NaN")
  private boolean wantsStatistics;

  public InfoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Input input = arguments.input();
    if (!wantsStatistics
        && input instanceof Input.Stored(Path file, String key)
        && key == null
        && isRegular(file, FileFormat.NPZ)) {
      Loader.named(file.toString(), () -> Npz.headers(file))
          .forEach((name, header) -> print(name, ArrayReport.of(header)));
    } else {
      Loaded loaded = arguments.loader(console).load(input);
      List<String> lines = new ArrayList<>(ArrayReport.of(loaded));
      if (wantsStatistics) {
        lines.addAll(statistics(input, loaded));
      }
      lines.forEach(console.out()::println);
    }
    return 0;
  }

  /** Of a file, elements are read as they are needed, so that its pages do not fill the memory. */
  private List<String> statistics(Input input, Loaded loaded) throws IOException {
    try {
      return input instanceof Input.Stored(Path file, _) && isRegular(file, FileFormat.NPY)
          ? Loader.named(file.toString(), () -> Statistics.of(file, progress.display(console)))
          : Statistics.of(loaded.array());
    } catch (UnsupportedOperationException unordered) {
      throw new UsageException(Failures.reason(unordered));
    }
  }

  /** Whether it is a file of a format, which can be read again. */
  private static boolean isRegular(Path file, FileFormat format) throws IOException {
    return Files.isRegularFile(file)
        && Loader.named(file.toString(), () -> FileFormat.of(file)) == format;
  }

  private void print(String name, List<String> lines) {
    console.out().println(name + ":");
    lines.forEach(line -> console.out().println("  " + line));
  }
}
