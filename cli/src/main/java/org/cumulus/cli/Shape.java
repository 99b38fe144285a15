package org.cumulus.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.cumulus.NDArray;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A shape as the user gives and reads it.
 *
 * @param lengths one for each dimension; of raw binary, -1 for one that is to be found out
 */
record Shape(List<Long> lengths) {
  Shape {
    lengths = List.copyOf(lengths);
  }

  /** The shape of an array. */
  static Shape of(NDArray array) {
    return new Shape(Arrays.stream(array.shape()).boxed().toList());
  }

  long[] toArray() {
    return lengths.stream().mapToLong(Long::longValue).toArray();
  }

  /** As NumPy writes it. */
  @Override
  public String toString() {
    return lengths.stream()
        .map(String::valueOf)
        .collect(Collectors.joining(", ", "(", lengths.size() == 1 ? ",)" : ")"));
  }

  /** Reads lengths with commas between them. */
  static final class Converter implements ITypeConverter<Shape> {
    @Override
    public Shape convert(String text) {
      try {
        return new Shape(
            Arrays.stream(text.split(",", -1))
                .map(length -> Long.valueOf(length.strip()))
                .toList());
      } catch (NumberFormatException none) {
        throw new TypeConversionException(
            Failures.quoted(text) + " is no shape: expected lengths such as 1000,-1");
      }
    }
  }
}
