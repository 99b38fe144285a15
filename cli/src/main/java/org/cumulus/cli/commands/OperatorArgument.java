package org.cumulus.cli.commands;

import java.util.stream.Collectors;
import org.cumulus.Operator;
import org.cumulus.cli.console.Failures;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.TypeConversionException;

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
            .converters(new Converter())
            .description(names())
            .build());
    command.addPositional(PositionalParamSpec.builder(input).index("1").build());
  }

  /** The operator that the user has given to a command. */
  static Operator of(CommandSpec command) {
    return command.commandLine().getParseResult().matchedPositional(0).getValue();
  }

  private static String names() {
    return Operator.UFUNCS.stream().map(Operator::toString).collect(Collectors.joining(", "));
  }

  private static final class Converter implements ITypeConverter<Operator> {
    @Override
    public Operator convert(String text) {
      for (Operator operator : Operator.UFUNCS) {
        if (operator.toString().equals(text)) {
          return operator;
        }
      }
      throw new TypeConversionException(
          Failures.quoted(text) + " is not an operator: expected one of " + names());
    }
  }
}
