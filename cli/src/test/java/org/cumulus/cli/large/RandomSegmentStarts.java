package org.cumulus.cli.large;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.cumulus.NDArray;

/** Segments that the lines of an array are cut into. */
final class RandomSegmentStarts {
  private RandomSegmentStarts() {}

  /** A request for some of any length, empty ones among them. */
  static ScanRequest of(ScanRequest request, NDArray array, Random random) {
    List<Integer> axes = request.axes();
    long length = axes.isEmpty() ? array.size() : array.shape()[axes.getFirst()];
    long[] cuts =
        LongStream.concat(LongStream.of(0, length), random.longs(random.nextInt(6), 0, length + 1))
            .sorted()
            .toArray();
    long[] lengths = new long[cuts.length - 1];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = cuts[i + 1] - cuts[i];
    }
    return request.withSegments(lengths);
  }
}
