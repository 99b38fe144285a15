package org.cumulus.cli.text;

import java.io.IOException;
import java.io.Serial;

/** A text is no table of numbers; the message tells the line, the column and what is there. */
public sealed class TextException extends IOException permits EmptyTextException {
  @Serial private static final long serialVersionUID = 1;

  public TextException(String message) {
    super(message);
  }
}
