package org.cumulus.cli.text;

import java.io.Serial;

/** The columns asked for are not those of the text. */
public final class ColumnException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  ColumnException(String message) {
    super(message);
  }
}
