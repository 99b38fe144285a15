package org.cumulus.cli.files;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.FileSystemException;

/** Something is wrong with a file; the message begins with its name. */
public final class FileException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  public FileException(String name, String problem) {
    super(name + ": " + problem);
  }

  private FileException(String name, IOException cause) {
    super(name + ": " + reason(cause), cause);
  }

  /** Puts the name of a file before what went wrong with it, unless that has one already. */
  public static FileException of(String name, IOException cause) {
    return cause instanceof FileException named ? named : new FileException(name, cause);
  }

  /** What went wrong, without the name of a file. */
  static String reason(IOException cause) {
    String text = cause instanceof FileSystemException failed ? failed.getReason() : null;
    text = text == null ? cause.getMessage() : text;
    return text == null ? cause.getClass().getSimpleName() : text;
  }
}
