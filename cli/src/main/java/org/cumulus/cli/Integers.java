package org.cumulus.cli;

import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads integers for options, and refuses other texts in the words of a user. */
final class Integers implements ITypeConverter<Integer> {
  /** Lets all options of a command be read so. */
  static void readFor(CommandLine command) {
    command.registerConverter(int.class, new Integers());
    command.registerConverter(Integer.class, new Integers());
  }

  @Override
  public Integer convert(String text) {
    try {
      return Integer.valueOf(text.strip());
    } catch (NumberFormatException none) {
      throw new TypeConversionException(Failures.quoted(text) + " is no integer");
    }
  }
}
