package org.cumulus.bench.files;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** How the command is measured. */
final class FileOptions {
  @Option(names = "--mib", description = "the size of the file, in MiB; 2048 if not given")
  private int mebibytes = 2048;

  @Option(names = "--rounds", description = "how often everything runs; 7 if not given")
  private int rounds = 7;

  @Option(
      names = "--in",
      description = "the folder for the files; that of temporary ones if not given")
  private Path in = Path.of(System.getProperty("java.io.tmpdir"));

  @Option(names = "--folder", description = "where the table is written, too")
  private @Nullable Path folder;

  /** Reads them; a {@link CommandLine.ParameterException} says what is wrong. */
  static FileOptions parse(List<String> arguments) {
    return CommandLine.populateCommand(new FileOptions(), arguments.toArray(String[]::new));
  }

  int mebibytes() {
    return mebibytes;
  }

  int rounds() {
    return rounds;
  }

  Path in() {
    return in;
  }

  @Nullable Path folder() {
    return folder;
  }
}
