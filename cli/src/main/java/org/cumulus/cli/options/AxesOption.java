package org.cumulus.cli.options;

import java.util.List;

/**
 * Axes as the user counts them.
 *
 * @param numbers from the end if negative, in the order of the scans
 */
public record AxesOption(List<Integer> numbers) {
  public AxesOption {
    numbers = List.copyOf(numbers);
  }
}
