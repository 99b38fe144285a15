package org.cumulus.cli.options;

import org.cumulus.DType;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a dtype. */
final class DTypeConverter implements ITypeConverter<DType> {
  @Override
  public DType convert(String text) {
    try {
      return DType.of(text.strip());
    } catch (IllegalArgumentException unknown) {
      throw new TypeConversionException(
          unknown.getMessage() + "; expected one such as float64, i4 or complex64");
    }
  }
}
