package org.cumulus.cli.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** A file that is there for a while: it goes when it is closed, or somebody ends the process. */
public final class TemporaryFile implements Closeable {
  private final Path path;
  private final Supplier<String> lastAct = this::remove;

  /**
   * Sees to it that a file goes, once it is there.
   *
   * @param path what is there is not wanted any more
   */
  public TemporaryFile(Path path) {
    this.path = path;
    Interruption.expect(lastAct);
  }

  /** Makes the file, for its owner alone, and writes it from the beginning. */
  public OutputStream create() throws IOException {
    return Channels.newOutputStream(PrivateFiles.replace(path));
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  @Override
  public void close() {
    Interruption.settle(lastAct, this::remove);
  }

  private String remove() {
    try {
      Files.deleteIfExists(path);
      return "";
    } catch (IOException leftBehind) {
      return "left behind: " + path;
    }
  }
}
