package org.cumulus.cli.console;

import java.io.Serial;

/** The command line is wrong: exit code 2. */
public final class UsageException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  public UsageException(String message) {
    super(message);
  }

  /** What is asked for cannot be done in parts. */
  public static UsageException ofLargeInput(String asked) {
    return new UsageException(asked + " needs INPUT to fit in memory: expected a larger --memory");
  }
}
