package org.cumulus.cli.large;

import java.util.List;
import org.cumulus.NDArray;

/**
 * What was done.
 *
 * @param elements how many elements were scanned
 * @param bytesRead how many bytes they have
 * @param bytesWritten how many bytes the results have
 * @param spilled why files were put beside the output for a while, in a word each
 */
public record Report(long elements, long bytesRead, long bytesWritten, List<String> spilled) {
  public Report {
    spilled = List.copyOf(spilled);
  }

  /** What was done in memory. */
  public static Report of(NDArray input, NDArray result) {
    return new Report(
        input.size(),
        input.size() * input.dtype().itemSize(),
        result.size() * result.dtype().itemSize(),
        List.of());
  }
}
