package org.cumulus.cli.options;

import org.cumulus.NDArray;
import org.cumulus.cli.console.Failures;
import org.cumulus.cli.literal.Literal;
import org.cumulus.cli.literal.LiteralException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a single value. */
final class ValueConverter implements ITypeConverter<NDArray> {
  @Override
  public NDArray convert(String text) {
    try {
      NDArray value = Literal.parse(text);
      if (value.ndim() > 0) {
        throw new TypeConversionException(
            Failures.quoted(text) + " is an array: expected a single value");
      }
      return value;
    } catch (LiteralException none) {
      throw new TypeConversionException(
          Failures.quoted(text) + " is not a number: " + none.getMessage());
    }
  }
}
