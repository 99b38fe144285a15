package org.cumulus.cli.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.cumulus.cli.files.FileException;
import org.cumulus.cli.files.FileSamples;
import org.cumulus.cli.input.Input;
import org.cumulus.cli.input.Loader;
import org.jspecify.annotations.Nullable;

/**
 * What a file was before it was read, to see in the end whether it is still the same: else a result
 * would be of no input that ever was, or would replace one that nobody has read.
 */
public final class InputState {
  private final Path file;
  private final BasicFileAttributes before;
  private final @Nullable String checksum;

  private InputState(Path file, boolean isVerified) throws IOException {
    this.file = file;
    before = Files.readAttributes(file, BasicFileAttributes.class);
    checksum = isVerified ? FileSamples.ofAll(file) : null;
  }

  /**
   * Looks at an input that nothing has been read of.
   *
   * @param isVerified whether to read all of it, then and now
   * @return null if it is no file that could be read again
   */
  public static @Nullable InputState of(Input input, boolean isVerified) throws IOException {
    Path file = input.file();
    return file != null && Files.isRegularFile(file)
        ? Loader.named(file.toString(), () -> new InputState(file, isVerified))
        : null;
  }

  /** A checksum of all of it if that was read, else of samples. */
  String content() throws IOException {
    return checksum == null ? FileSamples.of(file) : checksum;
  }

  /**
   * Returns if nothing has changed.
   *
   * @throws FileException that says what has
   */
  public void check() throws IOException {
    @Nullable String found;
    BasicFileAttributes now;
    try {
      found = checksum == null ? null : FileSamples.ofAll(file); // First, as it takes long.
      now = Files.readAttributes(file, BasicFileAttributes.class);
    } catch (NoSuchFileException gone) {
      throw changed("it is gone");
    }
    if (now.size() != before.size()) {
      throw changed("its size was %d and is now %d".formatted(before.size(), now.size()));
    }
    if (!now.lastModifiedTime().equals(before.lastModifiedTime())) {
      throw changed(
          "its time was %s and is now %s"
              .formatted(before.lastModifiedTime(), now.lastModifiedTime()));
    }
    if (!Objects.equals(now.fileKey(), before.fileKey())) {
      throw changed("another file has its name");
    }
    if (!Objects.equals(found, checksum)) {
      throw changed("its checksum was %s and is now %s".formatted(checksum, found));
    }
  }

  private FileException changed(String how) {
    return new FileException(
        file.toString(), "changed while it was read: " + how + "; there is no result");
  }
}
