package org.cumulus.cli.commands;

import org.cumulus.Operator;
import org.cumulus.cli.options.Converters;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The operator as the first argument of {@code accumulate}, by the name of its ufunc in NumPy. */
final class OperatorArgument {
  private OperatorArgument() {}

  /** Puts the argument before the one that a command has. */
  static void addTo(CommandSpec command) {
    PositionalParamSpec input = command.positionalParameters().getFirst();
    command.remove(input);
    command.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .paramLabel("OP")
            .type(Operator.class)
            .converters(new Converters.ToOperator())
            .description(Converters.ToOperator.names())
            .build());
    command.addPositional(PositionalParamSpec.builder(input).index("1").build());
  }

  /** The operator that the user has given to a command. */
  static Operator of(CommandSpec command) {
    return command.commandLine().getParseResult().matchedPositional(0).getValue();
  }
}
