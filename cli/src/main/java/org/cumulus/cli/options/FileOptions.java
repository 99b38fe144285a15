package org.cumulus.cli.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.cumulus.cli.console.UsageException;
import org.cumulus.cli.input.FileFormat;
import org.cumulus.cli.input.Input;
import org.cumulus.cli.output.OutputFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a result goes, and how: the same options for every command that makes an array. */
public final class FileOptions {
  /** Of {@code --memory}. */
  private static final long DEFAULT_MEMORY = 256L << 20;

  /** Of {@code --checkpoint}. */
  private static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(10);

  @Mixin private OutputOption output = new OutputOption();

  @Option(
      names = "--in-place",
      description = "replace the input with the result, once that is complete")
  private boolean isInPlace;

  @Option(
      names = "--resume",
      description =
          "keep what is done if the command is killed: rerun it to continue, if INPUT still has"
              + " the same size, time and samples")
  private boolean isResumable;

  @Option(
      names = "--checkpoint",
      paramLabel = "SECONDS",
      converter = Converters.ToSeconds.class,
      description = "with --resume, how often to record what is done (default: 10)")
  private @Nullable Duration checkpointInterval;

  @Option(
      names = "--verify",
      description =
          "read all of INPUT before the scan and again after it, to see whether it has changed"
              + " (default: compare its size, time and inode)")
  private boolean isVerified;

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      converter = Converters.ToMemory.class,
      description =
          "for the buffers of large files (default: 256M); --indices, --by, --flags, -k with an"
              + " array, and --nan keep along several axes need INPUT to fit in it")
  private long memory = DEFAULT_MEMORY;

  @Option(
      names = "--summary",
      description = "report at the end how much was done, how fast, and in which order")
  private boolean wantsSummary;

  public long memory() {
    return memory;
  }

  public boolean isResumable() {
    return isResumable;
  }

  public boolean isInPlace() {
    return isInPlace;
  }

  public boolean isVerified() {
    return isVerified;
  }

  public long checkpointNanos() {
    return (checkpointInterval == null ? DEFAULT_INTERVAL : checkpointInterval).toNanos();
  }

  public boolean wantsSummary() {
    return wantsSummary;
  }

  public OutputOption output() {
    return output;
  }

  /**
   * The file for the result; null if it is to be printed.
   *
   * @throws UsageException if it will not do
   */
  public @Nullable OutputFile file(Input input) throws IOException {
    checkCanBeReadAgain(input);
    Path path = output.path();
    if (isInPlace && output.isStandardOutput()) {
      throw new UsageException(
          "--in-place writes to the input, and --output to standard output: expected one of them");
    }
    if (isInPlace) {
      path = inPlace(input);
    }
    if (path == null) {
      if (isResumable) {
        throw new UsageException("--resume needs a file to continue: expected -o OUT.npy, too");
      }
      return null;
    }
    OutputFile file = new OutputFile(path);
    if (!isInPlace) {
      file.checkIsNot(input);
    }
    return file;
  }

  /** Checks it before anything is read, whether or not the input is large. */
  private void checkCanBeReadAgain(Input input) {
    if (!isResumable && checkpointInterval != null) {
      throw new UsageException(
          "--checkpoint is for work that can be resumed: expected --resume, too");
    }
    if (!isResumable && !isVerified) {
      return;
    }
    Path file = input.file();
    boolean isThereAgain =
        input instanceof Input.Written || (file != null && Files.isRegularFile(file));
    if (!isThereAgain) {
      throw new UsageException(
          (isResumable ? "--resume" : "--verify")
              + " needs an input that can be read again: expected a file");
    }
  }

  private Path inPlace(Input input) throws IOException {
    boolean isNpy =
        input instanceof Input.Stored(Path file, _)
            && FileFormat.ofName(file.toString()) == FileFormat.NPY;
    if (!isNpy) {
      throw new UsageException("--in-place replaces an .npy file, and INPUT is not one");
    }
    Path path = ((Input.Stored) input).file();
    Path other = output.path();
    if (other != null && !new OutputFile(other).is(input)) {
      throw new UsageException(
          "--in-place writes to the input, and --output to " + other + ": expected one of them");
    }
    return path;
  }
}
