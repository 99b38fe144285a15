package org.cumulus.cli.text;

import java.io.Serial;

/** The columns asked for are not those of the text. */
public final class ColumnChoiceException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  ColumnChoiceException(String message) {
    super(message);
  }
}
