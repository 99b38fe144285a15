package org.cumulus.cli.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cumulus.cli.input.FileFormat;
import org.cumulus.cli.input.Input;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Lets a negative number be an argument: {@code cumsum -5 --axis -1}; and a file whose name begins
 * with a dash. Picocli takes {@code -5} for an option; so it goes to the end, behind {@code --},
 * where no options are. The value of an option, the {@code -1}, stays where it is.
 */
public final class NegativeNumbers {
  private NegativeNumbers() {}

  public static String[] behindOptions(CommandLine root, String[] arguments) {
    CommandLine command = arguments.length == 0 ? null : root.getSubcommands().get(arguments[0]);
    if (command == null || List.of(arguments).contains("--")) {
      return arguments;
    }
    Map<String, OptionSpec> options = command.getCommandSpec().optionsMap();
    List<String> others = new ArrayList<>();
    List<String> negative = new ArrayList<>();
    for (String argument : arguments) {
      OptionSpec before = others.isEmpty() ? null : options.get(others.getLast());
      boolean isValue = before != null && before.arity().max() > 0;
      boolean isArgument = isNegative(argument) || isFile(argument);
      (isArgument && !isValue ? negative : others).add(argument);
    }
    if (!negative.isEmpty()) {
      others.add("--");
      others.addAll(negative);
    }
    return others.toArray(String[]::new);
  }

  /** What has the ending of a file, and is one, cannot be meant otherwise. */
  private static boolean isFile(String argument) {
    return argument.startsWith("-")
        && FileFormat.ofName(argument) != FileFormat.UNKNOWN
        && Input.isFile(argument);
  }

  private static boolean isNegative(String argument) {
    if (argument.length() < 2 || argument.charAt(0) != '-') {
      return false;
    }
    char second = argument.charAt(1);
    return (second >= '0' && second <= '9')
        || second == '.'
        || second == ' '
        || argument.regionMatches(true, 1, "inf", 0, 3)
        || argument.regionMatches(true, 1, "nan", 0, 3);
  }
}
