package org.cumulus.cli.console;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;

/**
 * The three streams of a command, so that tests can give their own.
 *
 * @param out prints text to {@code bytes}
 * @param bytes takes a result that is no text
 */
public record Console(InputStream in, PrintWriter out, OutputStream bytes, PrintWriter err) {
  /** The stream for a result that is no text, behind all text that was printed before. */
  @Override
  public OutputStream bytes() {
    out.flush();
    return bytes;
  }
}
