package org.cumulus.cli.options;

import org.cumulus.cli.console.Failures;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads integers for options, and refuses other texts in the words of a user. */
public final class IntegerConverter implements ITypeConverter<Integer> {
  /** Lets all options of a command be read so. */
  public static void readFor(CommandLine command) {
    command.registerConverter(int.class, new IntegerConverter());
    command.registerConverter(Integer.class, new IntegerConverter());
  }

  @Override
  public Integer convert(String text) {
    try {
      return Integer.valueOf(text.strip());
    } catch (NumberFormatException none) {
      throw new TypeConversionException(Failures.quoted(text) + " is not an integer");
    }
  }
}
