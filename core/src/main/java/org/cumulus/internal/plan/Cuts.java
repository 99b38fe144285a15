package org.cumulus.internal.plan;

/**
 * Where the lines of a scan start anew: at each of some segments.
 *
 * @param offsets where all segments begin, and where the last one ends; none is empty
 * @param first the segment that the lines begin with
 * @param last the segment after the one that they end with
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Cuts(long[] offsets, int first, int last) {
  /** The length of the lines. */
  public long length() {
    return offsets[last] - offsets[first];
  }

  /** Where a segment begins in the lines. */
  public long start(int segment) {
    return offsets[segment] - offsets[first];
  }
}
