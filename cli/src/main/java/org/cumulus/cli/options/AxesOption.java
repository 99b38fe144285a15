package org.cumulus.cli.options;

import java.util.Arrays;
import java.util.List;
import org.cumulus.cli.console.Failures;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Axes as the user counts them.
 *
 * @param numbers from the end if negative, in the order of the scans
 */
public record AxesOption(List<Integer> numbers) {
  public AxesOption {
    numbers = List.copyOf(numbers);
  }

  /** Reads the number of one axis. */
  public static final class OneConverter implements ITypeConverter<Integer> {
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
  static final class Converter implements ITypeConverter<AxesOption> {
    @Override
    public AxesOption convert(String text) {
      try {
        return new AxesOption(
            Arrays.stream(text.split(",", -1))
                .map(number -> Integer.valueOf(number.strip()))
                .toList());
      } catch (NumberFormatException none) {
        throw new TypeConversionException(
            Failures.quoted(text) + " is not an axis: expected an integer such as 0 or -1");
      }
    }
  }
}
