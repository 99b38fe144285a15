package org.cumulus.cli.options;

import java.util.Arrays;
import org.cumulus.cli.console.Failures;
import org.cumulus.cli.input.Shape;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the lengths of a shape, with commas between them. */
final class ShapeConverter implements ITypeConverter<Shape> {
  @Override
  public Shape convert(String text) {
    try {
      return new Shape(
          Arrays.stream(text.split(",", -1)).map(length -> Long.valueOf(length.strip())).toList());
    } catch (NumberFormatException none) {
      throw new TypeConversionException(
          Failures.quoted(text) + " is not a shape: expected lengths such as 1000,-1");
    }
  }
}
