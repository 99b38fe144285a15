package org.cumulus.cli.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cumulus.DType;
import org.cumulus.cli.console.DataException;
import org.cumulus.cli.console.Failures;
import org.cumulus.cli.console.UsageException;
import org.cumulus.cli.input.Input;
import org.cumulus.cli.plot.Plot;
import org.cumulus.cli.plot.PlotFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option to draw the elements and their running totals. */
public final class PlotOption {
  @Option(
      names = "--plot",
      paramLabel = "FILE.png",
      description = "draw the elements and the result, as .png or .svg")
  private @Nullable Path path;

  public boolean isWanted() {
    return path != null;
  }

  /**
   * Checks, before anything is computed, that a plot can be drawn and where.
   *
   * @throws UsageException if not
   */
  public void check(Input input, @Nullable Path output) throws IOException {
    if (path == null) {
      return;
    }
    file(path);
    boolean isInput =
        input instanceof Input.Stored(Path read, _)
            && Files.exists(path)
            && Files.isSameFile(read, path);
    if (isInput || path.equals(output)) {
      throw new UsageException(
          path + ": the " + (isInput ? "input" : "output") + " itself, expected another file");
    }
  }

  /** Checks that elements of a dtype can be drawn. */
  public void check(DType dtype) {
    if (path == null) {
      return;
    }
    try {
      Plot.check(dtype);
    } catch (IllegalArgumentException undrawable) {
      throw new UsageException("--plot: " + undrawable.getMessage());
    }
  }

  /** Draws the plot, if it is wanted. */
  public void draw(Plot plot) throws IOException {
    if (path != null) {
      PlotFile file = file(path);
      try {
        file.write(plot);
      } catch (IOException failure) {
        throw new DataException(path.toString(), failure);
      }
    }
  }

  private static PlotFile file(Path path) {
    try {
      return new PlotFile(path);
    } catch (IllegalArgumentException unfit) {
      throw new UsageException(Failures.reason(unfit));
    }
  }
}
