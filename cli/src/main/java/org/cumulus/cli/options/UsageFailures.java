package org.cumulus.cli.options;

import java.util.List;
import java.util.Locale;
import org.cumulus.cli.console.Failures;
import org.cumulus.cli.console.UsageException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@link Failures} of the command line as well, those that picocli finds among them. */
public final class UsageFailures {
  private UsageFailures() {}

  public static int exitCode(Throwable failure) {
    return failure instanceof UsageException || failure instanceof ParameterException
        ? Failures.USAGE
        : Failures.DATA;
  }

  /** The line for standard error. */
  public static String line(Throwable failure) {
    return failure instanceof ParameterException usage
        ? Failures.line(reason(usage))
        : Failures.line(failure);
  }

  private static String reason(ParameterException usage) {
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
    String advice = meant.isEmpty() ? help : "(did you mean " + String.join(", ", meant) + "?)";
    return what + Failures.quoted(argument) + " " + advice;
  }
}
