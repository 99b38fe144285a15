package org.cumulus.cli.console;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;

/**
 * The three streams of a command, so that tests can give their own.
 *
 * @param out prints text to {@code bytes}
 * @param bytes takes a binary result
 */
public record Console(InputStream in, PrintWriter out, OutputStream bytes, PrintWriter err) {
  /** The stream for a binary result, after all text printed so far. */
  @Override
  public OutputStream bytes() {
    out.flush();
    return bytes;
  }
}
