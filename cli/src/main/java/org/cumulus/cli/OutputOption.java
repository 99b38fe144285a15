package org.cumulus.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a result goes. */
final class OutputOption {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT.npy",
      description = "write the result to a file, do not print it; the ending csv makes it text")
  private @Nullable Path path;

  /** The name that was given, if one was. */
  @Nullable Path path() {
    return path;
  }
}
