package org.cumulus.cli.console;

import java.io.IOException;
import java.io.Serial;

/** The data are wrong or cannot be read: exit code 1. The message names them. */
public final class DataException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  public DataException(String name, String problem) {
    super(name + ": " + problem);
  }

  public DataException(String name, Exception cause) {
    super(named(name, Failures.reason(cause)), cause);
  }

  /** Some causes name the file themselves. */
  private static String named(String name, String reason) {
    return reason.startsWith(name) ? reason : name + ": " + reason;
  }
}
