package org.cumulus.cli.console;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Standard output that never fails, but remembers why it would have; a {@code PrintWriter} only
 * knows that it did.
 */
public final class StandardOutput extends OutputStream {
  private final FileOutputStream stream;
  private @Nullable IOException failure;

  public StandardOutput(FileOutputStream stream) {
    this.stream = stream;
  }

  @Override
  public void write(int oneByte) {
    write(new byte[] {(byte) oneByte}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    if (failure != null) {
      return;
    }
    try {
      stream.write(bytes, offset, length);
    } catch (IOException error) {
      failure = error;
    }
  }

  /** Why nothing more could be written; null also if only the reader had enough, as head does. */
  public @Nullable IOException failure() {
    IOException error = failure;
    return error == null || "Broken pipe".equals(error.getMessage()) ? null : error;
  }
}
