package org.cumulus.cli.input;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.cumulus.NDArray;

/**
 * A shape as the user gives and reads it.
 *
 * @param lengths one for each dimension; of raw binary, -1 for one that is to be found out
 */
public record Shape(List<Long> lengths) {
  public Shape {
    lengths = List.copyOf(lengths);
  }

  /** The shape of an array. */
  public static Shape of(NDArray array) {
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
}
