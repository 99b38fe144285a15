package org.cumulus.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Where a result goes, and how: the same options for every command that makes an array. */
final class FileOptions {
  /** Of {@code --memory}. */
  private static final long DEFAULT_MEMORY = 256L << 20;

  @Mixin private OutputOption output = new OutputOption();

  @Option(
      names = "--in-place",
      description = "let the result take the place of the input, once it is whole")
  private boolean isInPlace;

  @Option(
      names = "--resume",
      description =
          "leave behind what is done if the command is killed, and go on from there: the same"
              + " command again")
  private boolean isResumable;

  @Option(
      names = "--checkpoint",
      paramLabel = "SECONDS",
      description = "with --resume, how often to remember what is done (10)")
  private double checkpointSeconds = 10;

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      converter = SizeConverter.class,
      description = "for the buffers of large files: 256M if not given")
  private long memory = DEFAULT_MEMORY;

  @Option(
      names = "--summary",
      description = "say in the end how much was done, how fast, and in which order")
  private boolean wantsSummary;

  long memory() {
    return memory;
  }

  boolean isResumable() {
    return isResumable;
  }

  boolean isInPlace() {
    return isInPlace;
  }

  long checkpointNanos() {
    return (long) (checkpointSeconds * 1e9);
  }

  boolean wantsSummary() {
    return wantsSummary;
  }

  /**
   * The file for the result; null if it is to be printed.
   *
   * @throws UsageException if it will not do
   */
  @Nullable OutputFile file(Input input) throws IOException {
    Path path = output.path();
    if (isInPlace) {
      path = inPlace(input);
    }
    if (path == null) {
      if (isResumable) {
        throw new UsageException("--resume needs a file to go on with: expected -o OUT.npy, too");
      }
      return null;
    }
    OutputFile file = new OutputFile(path);
    if (!isInPlace) {
      file.checkIsNot(input);
    }
    return file;
  }

  private Path inPlace(Input input) throws IOException {
    boolean isNpy =
        input instanceof Input.Stored(Path file, _)
            && FileFormat.ofName(file.toString()) == FileFormat.NPY;
    if (!isNpy) {
      throw new UsageException("--in-place replaces an .npy file, and INPUT is none");
    }
    Path path = ((Input.Stored) input).file();
    Path other = output.path();
    if (other != null && !new OutputFile(other).is(input)) {
      throw new UsageException(
          "--in-place writes to the input, and --output to " + other + ": expected one of them");
    }
    return path;
  }

  /** Reads a number of bytes. */
  static final class SizeConverter implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      String digits = text.strip().replaceFirst("(?i)(?<=\\d)\\s*i?b?$", "");
      String number = digits.replaceFirst("(?i)[kmgt](i?b)?$", "");
      int shift =
          digits.equals(number)
              ? 0
              : 10 * (1 + "kmgt".indexOf(Character.toLowerCase(digits.charAt(number.length()))));
      try {
        double bytes = Double.parseDouble(number) * (1L << shift);
        if (bytes >= 1 << 16 && bytes <= 1L << 50) {
          return (long) bytes;
        }
        throw new TypeConversionException(text + " is no size: expected 64K or more");
      } catch (NumberFormatException none) {
        throw new TypeConversionException(
            Failures.quoted(text) + " is no size: expected one such as 256M or 2G");
      }
    }
  }
}
