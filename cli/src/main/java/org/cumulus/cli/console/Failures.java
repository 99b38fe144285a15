package org.cumulus.cli.console;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What a user reads when something goes wrong, always one line; and the exit code. */
public final class Failures {
  public static final int DATA = 1;
  public static final int USAGE = 2;

  private Failures() {}

  /** The line for standard error. */
  public static String line(Throwable failure) {
    return line(reason(failure));
  }

  /** The line that says a reason. */
  public static String line(String reason) {
    return "cumulus: " + oneLine(reason);
  }

  /** Why something failed, in the words of whoever knows best. */
  public static String reason(Throwable failure) {
    String message = failure.getMessage();
    return switch (failure) {
      case FileSystemException system when system.getReason() != null -> system.getReason();
      case NoSuchFileException _ -> "no such file";
      case AccessDeniedException _ -> "permission denied";
      case IOException _ when "Bad file descriptor".equals(message) -> "it is closed";
      case OutOfMemoryError _ -> "out of memory" + (message == null ? "" : " (" + message + ")");
      default -> message == null ? failure.getClass().getSimpleName() : message;
    };
  }

  /** A text as it is, but cut if it is long. */
  public static String quoted(String text) {
    int end = Math.min(text.length(), 60);
    return "'" + text.substring(0, end) + (end < text.length() ? "..." : "") + "'";
  }

  private static String oneLine(String text) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        case '\t' -> line.append("\\t");
        default -> {
          if (Character.isISOControl(c)) {
            line.append("\\u").append(Integer.toHexString(0x10000 + c), 1, 5);
          } else {
            line.append(c);
          }
        }
      }
    }
    return line.toString();
  }
}
