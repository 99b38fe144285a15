package org.cumulus.cli;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Axes as the user counts them.
 *
 * @param numbers from the end if negative, in the order of the scans
 */
record Axes(List<Integer> numbers) {
  Axes {
    numbers = List.copyOf(numbers);
  }

  /** Reads the number of one axis. */
  static final class OneConverter implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      List<Integer> numbers = new Converter().convert(text).numbers();
      if (numbers.size() > 1) {
        throw new TypeConversionException(
            Failures.quoted(text) + " are several axes: expected one");
      }
      return numbers.getFirst();
    }
  }

  /** Reads the numbers of axes. */
  static final class Converter implements ITypeConverter<Axes> {
    @Override
    public Axes convert(String text) {
      try {
        return new Axes(
            Arrays.stream(text.split(",", -1))
                .map(number -> Integer.valueOf(number.strip()))
                .toList());
      } catch (NumberFormatException none) {
        throw new TypeConversionException(
            Failures.quoted(text) + " is no axis: expected an integer such as 0 or -1");
      }
    }
  }
}
