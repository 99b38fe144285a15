package org.cumulus.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a user reads when something goes wrong, always one line; and the exit code. */
final class Failures {
  static final int DATA = 1;
  static final int USAGE = 2;

  private Failures() {}

  static int exitCode(Throwable failure) {
    return failure instanceof UsageException || failure instanceof ParameterException
        ? USAGE
        : DATA;
  }

  /** The line for standard error. */
  static String line(Throwable failure) {
    return "cumulus: " + oneLine(reason(failure));
  }

  /** Why something failed, in the words of whoever knows best. */
  static String reason(Throwable failure) {
    String message = failure.getMessage();
    return switch (failure) {
      case FileSystemException system when system.getReason() != null -> system.getReason();
      case NoSuchFileException _ -> "no such file";
      case AccessDeniedException _ -> "permission denied";
      case IOException _ when "Bad file descriptor".equals(message) -> "it is closed";
      case OutOfMemoryError _ -> "out of memory" + (message == null ? "" : " (" + message + ")");
      case ParameterException usage -> usage(usage);
      default -> message == null ? failure.getClass().getSimpleName() : message;
    };
  }

  private static String usage(ParameterException usage) {
    String command = usage.getCommandLine().getCommandSpec().qualifiedName();
    String message = String.valueOf(usage.getMessage());
    String help = "(try: " + command + " --help)";
    List<String> unmatched = usage.getCommandLine().getUnmatchedArguments();
    if (!unmatched.isEmpty()) {
      return unmatched(new UnmatchedArgumentException(usage.getCommandLine(), unmatched), help);
    }
    if (message.startsWith("Missing required subcommand")) {
      return "expected a command " + help;
    }
    if (usage instanceof MissingParameterException) {
      return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1) + " " + help;
    }
    return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }

  private static String unmatched(UnmatchedArgumentException usage, String help) {
    String argument = usage.getUnmatched().getFirst();
    String what = usage.isUnknownOption() ? "unknown option " : "unexpected argument ";
    List<String> meant = usage.getSuggestions();
    String advice = meant.isEmpty() ? help : "(meant: " + String.join(", ", meant) + "?)";
    return what + quoted(argument) + " " + advice;
  }

  /** A text as it is, but cut if it is long. */
  static String quoted(String text) {
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
