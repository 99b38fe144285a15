package org.cumulus.cli.text;

import java.io.Serial;

/** A text has no rows. */
public final class EmptyTextException extends TextException {
  @Serial private static final long serialVersionUID = 1;

  EmptyTextException() {
    super("is empty");
  }
}
