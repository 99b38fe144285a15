package org.cumulus.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/** One run of the command in this process: what it wrote, and its exit code. */
record Run(int exitCode, String out, String err) {
  static Run of(String... arguments) {
    return piped("", arguments);
  }

  static Run piped(String in, String... arguments) {
    return piped(in.getBytes(StandardCharsets.UTF_8), arguments);
  }

  static Run piped(byte[] in, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StringWriter err = new StringWriter();
    int exitCode = Main.run(new ByteArrayInputStream(in), out, new PrintWriter(err), arguments);
    return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString());
  }

  /** What a run that goes well looks like. */
  static Run prints(String out) {
    return new Run(0, out, "");
  }

  /** What a run looks like that fails for its data. */
  static Run fails(String line) {
    return new Run(1, "", "cumulus: " + line + "\n");
  }

  /** What a run looks like whose command line is wrong. */
  static Run refuses(String line) {
    return new Run(2, "", "cumulus: " + line + "\n");
  }
}
