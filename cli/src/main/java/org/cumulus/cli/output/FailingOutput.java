package org.cumulus.cli.output;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** An output that remembers that it failed, to tell this from what else can. */
public final class FailingOutput extends FilterOutputStream {
  private boolean hasFailed;

  public FailingOutput(OutputStream out) {
    super(out);
  }

  public boolean hasFailed() {
    return hasFailed;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException failure) {
      hasFailed = true;
      throw failure;
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      out.flush();
    } catch (IOException failure) {
      hasFailed = true;
      throw failure;
    }
  }
}
