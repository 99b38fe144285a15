package org.cumulus.cli.commands;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Lets the options that functions share say what is so of each: its orders, and its axis. */
final class FunctionHelp {
  private static final String NUMPY = "numpy: from left to right, NumPy's bits";
  private static final String BLOCKED = "; blocked: fast and more accurate";
  private static final String EXACT = "; exact: every sum correctly rounded";

  private FunctionHelp() {}

  /** Describes these options of the command of a function. */
  static void describe(CommandSpec command, ScanFunction function) {
    String orders =
        switch (function) {
          case CUMSUM, NANCUMSUM -> NUMPY + BLOCKED + EXACT;
          case ACCUMULATE -> NUMPY + BLOCKED + EXACT + " (add only)";
          case CUMPROD, NANCUMPROD -> NUMPY + BLOCKED;
          case CUMMAX, CUMMIN -> NUMPY + "; blocked: in another order";
          case LOGCUMSUMEXP, RECURRENCE -> NUMPY;
        };
    // It is not shown if there is no choice.
    OptionSpec order = command.findOption("--order");
    replace(
        command,
        order,
        OptionSpec.builder(order).description(orders).hidden(orders.equals(NUMPY)).build());
    OptionSpec axis = command.findOption("--axis");
    String usual = function.axis() == null ? "all elements in C order" : "the first";
    replace(
        command,
        axis,
        OptionSpec.builder(axis)
            .description(axis.description()[0] + " (default: " + usual + ")")
            .build());
  }

  /** Puts an option in the place of another one; what is added by itself is shown last. */
  private static void replace(CommandSpec command, OptionSpec old, OptionSpec described) {
    List<OptionSpec> all = command.options();
    List<OptionSpec> behind = List.copyOf(all.subList(all.indexOf(old) + 1, all.size()));
    command.remove(old);
    command.addOption(described);
    behind.forEach(command::remove);
    behind.forEach(command::addOption);
  }
}
