package org.cumulus.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the number of an axis. */
final class AxisConverter implements ITypeConverter<Integer> {
  @Override
  public Integer convert(String text) {
    try {
      return Integer.valueOf(text.strip());
    } catch (NumberFormatException none) {
      throw new TypeConversionException(
          Failures.quoted(text) + " is no axis: expected an integer such as 0 or -1");
    }
  }
}
