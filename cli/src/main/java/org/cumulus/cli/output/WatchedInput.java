package org.cumulus.cli.output;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** An input that tells how much of it has been read. */
public final class WatchedInput extends FilterInputStream {
  private final Progress progress;

  public WatchedInput(InputStream in, Progress progress) {
    super(in);
    this.progress = progress;
  }

  @Override
  public int read() throws IOException {
    int read = in.read();
    progress.advance(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = in.read(into, offset, length);
    progress.advance(Math.max(0, read));
    return read;
  }
}
