package org.cumulus.cli.options;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a result goes. */
public final class OutputOption {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT.npy",
      description =
          "write the result to a file instead of printing it, as text if it is called .csv; - is"
              + " standard output, which gets the bytes of an .npy file, or what --format says")
  private @Nullable Path path;

  /** The file that was named, if one was. */
  public @Nullable Path path() {
    return isStandardOutput() ? null : path;
  }

  /** Whether the result goes where it is printed otherwise. */
  boolean isStandardOutput() {
    return path != null && path.toString().equals("-");
  }
}
