package org.cumulus.cli.options;

import java.io.IOException;
import java.nio.file.Path;
import org.cumulus.NDArray;
import org.cumulus.cli.console.Console;
import org.cumulus.cli.console.UsageException;
import org.cumulus.cli.input.Input;
import org.cumulus.cli.output.OutputFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the indices of extremes go. */
public final class IndicesOption {
  private static final String PRINTED = "-";

  @Option(
      names = "--indices",
      paramLabel = "OUT.npy",
      description =
          "also write to this file where along the axis each extreme is, the last of equal ones;"
              + " - prints that below the values")
  private @Nullable String target;

  public boolean areWanted() {
    return target != null;
  }

  private boolean arePrinted() {
    return PRINTED.equals(target);
  }

  /**
   * Checks, before anything is computed, that they can go where they are to.
   *
   * @param output where the values go; null if they are printed
   */
  public void check(Input input, @Nullable Path output) throws IOException {
    if (target == null || arePrinted()) {
      return;
    }
    OutputFile file = new OutputFile(Path.of(target));
    boolean isOutput =
        output != null && output.toAbsolutePath().equals(file.path().toAbsolutePath());
    if (isOutput || file.is(input)) {
      throw new UsageException(
          "%s: the %s itself, expected another file for --indices"
              .formatted(target, isOutput ? "output" : "input"));
    }
  }

  /** Writes or prints them. */
  public void put(NDArray indices, FormatOption format, Console console) throws IOException {
    if (target == null || arePrinted()) {
      format.print(indices, console);
    } else {
      OutputFile file = new OutputFile(Path.of(target));
      file.checkDimensions(indices.ndim());
      file.write(indices);
    }
  }
}
