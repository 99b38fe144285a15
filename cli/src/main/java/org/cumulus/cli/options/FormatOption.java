package org.cumulus.cli.options;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;
import java.util.ArrayList;
import org.cumulus.NDArray;
import org.cumulus.cli.console.Console;
import org.cumulus.cli.console.UsageException;
import org.cumulus.cli.files.Output;
import org.cumulus.cli.output.OutputFile;
import org.cumulus.cli.output.ResultFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that tells how a result is printed. */
public final class FormatOption {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = Converters.ToResultFormat.class,
      completionCandidates = Names.class,
      description =
          "numpy: print as NumPy does (the default); csv: all elements with all digits; npy: the"
              + " bytes of such a file (the default of -o -)")
  private @Nullable ResultFormat given;

  private ResultFormat format = ResultFormat.NUMPY;

  /**
   * Checks that the result is printed if it matters how.
   *
   * @param file the file that it goes to; null if it is printed
   * @param output says whether it is printed as a file would be
   */
  public void check(@Nullable OutputFile file, OutputOption output) {
    format = output.isStandardOutput() ? ResultFormat.NPY : ResultFormat.NUMPY;
    format = given == null ? format : given;
    if (file != null && given != null && given != ResultFormat.NUMPY) {
      throw new UsageException(
          "--format is for results that are printed, and --output writes a file");
    }
  }

  /** Checks, before anything is computed, that an array of so many dimensions can be printed. */
  public void checkDimensions(int dimensions) {
    format.checkDimensions(dimensions);
  }

  public void print(NDArray array, Console console) throws IOException {
    format.print(array, console);
  }

  /** A file for a large result on its way to being printed. */
  public Output output(Path file) throws IOException {
    return format == ResultFormat.CSV ? Output.inOrder(file) : Output.atOnce(file);
  }

  /** Prints the file of an {@link #output}, of which memory need not hold more than a part. */
  public void printFile(Path file, Console console) throws IOException {
    format.printFile(file, console);
  }

  /** The names of the formats, for the completion of a shell. */
  static final class Names extends ArrayList<String> {
    @Serial private static final long serialVersionUID = 1;

    Names() {
      super(Converters.words(ResultFormat.class));
    }
  }
}
