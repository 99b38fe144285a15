package org.cumulus.cli.literal;

import java.io.Serial;

/** A text is no literal; the message tells where and why. */
public final class LiteralException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  LiteralException(String message) {
    super(message);
  }
}
