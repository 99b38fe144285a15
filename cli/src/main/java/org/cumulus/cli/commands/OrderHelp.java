package org.cumulus.cli.commands;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Lets {@code --order} offer what a function can be done in, and no more. */
final class OrderHelp {
  private static final String NUMPY = "numpy: from left to right, NumPy's bits";
  private static final String BLOCKED = "; blocked: fast and more accurate";
  private static final String EXACT = "; exact: every sum correctly rounded";

  private OrderHelp() {}

  /** Describes the option of the command of a function; it is not shown if there is no choice. */
  static void describe(CommandSpec command, ScanFunction function) {
    OptionSpec order = command.findOption("--order");
    List<OptionSpec> all = command.options();
    List<OptionSpec> behind = List.copyOf(all.subList(all.indexOf(order) + 1, all.size()));
    command.remove(order);
    String orders =
        switch (function) {
          case CUMSUM, NANCUMSUM -> NUMPY + BLOCKED + EXACT;
          case ACCUMULATE -> NUMPY + BLOCKED + EXACT + ", of add only";
          case CUMPROD, NANCUMPROD -> NUMPY + BLOCKED;
          case CUMMAX, CUMMIN -> NUMPY + "; blocked: in another order";
          case LOGCUMSUMEXP, RECURRENCE -> NUMPY;
        };
    command.addOption(
        OptionSpec.builder(order).description(orders).hidden(orders.equals(NUMPY)).build());
    // What is added is shown last, but this option has its place.
    behind.forEach(command::remove);
    behind.forEach(command::addOption);
  }
}
