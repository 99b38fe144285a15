package org.cumulus.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a result goes. */
final class OutputOption {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT.npy",
      description =
          "write the result to a file, do not print it; the ending csv makes it text; - prints it")
  private @Nullable Path path;

  /** The name of a file that was given, if one was; {@code -} is standard output. */
  @Nullable Path path() {
    return path == null || path.toString().equals("-") ? null : path;
  }
}
