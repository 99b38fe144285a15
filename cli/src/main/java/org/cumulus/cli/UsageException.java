package org.cumulus.cli;

import java.io.Serial;

/** The command line is wrong: exit code 2. */
final class UsageException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  UsageException(String message) {
    super(message);
  }

  /** What is asked for cannot be done in parts. */
  static UsageException ofLargeInput(String asked) {
    return new UsageException(
        asked + " takes an INPUT that memory holds: expected a larger --memory");
  }
}
