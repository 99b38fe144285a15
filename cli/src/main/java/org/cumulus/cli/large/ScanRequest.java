package org.cumulus.cli.large;

import java.util.List;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.NaNPolicy;
import org.cumulus.Order;
import org.cumulus.Scan;
import org.jspecify.annotations.Nullable;

/**
 * A scan of an array, and the parts it can be done in.
 *
 * @param forward the scan, forwards, of all elements in C order
 * @param axes along which axes, not negative, one after the other; none for all elements in C order
 * @param isReverse whether it goes backwards
 * @param includesInitial whether {@code forward} gives one result more, before all others
 * @param order the promise of {@code forward}, which tells how much it must remember of a line
 * @param lengths those of the segments that are scanned each for itself; null for whole lines
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record ScanRequest(
    Scan forward,
    List<Integer> axes,
    boolean isReverse,
    boolean includesInitial,
    Order order,
    long @Nullable [] lengths) {
  public ScanRequest {
    axes = List.copyOf(axes);
  }

  /** The scan of whole lines. */
  public ScanRequest(
      Scan forward, List<Integer> axes, boolean isReverse, boolean includesInitial, Order order) {
    this(forward, axes, isReverse, includesInitial, order, null);
  }

  /** The same scan of segments of such lengths, each for itself. */
  public ScanRequest withSegments(long... newLengths) {
    return new ScanRequest(forward, axes, isReverse, includesInitial, order, newLengths);
  }

  /** The same scan, of an array that memory holds. */
  public Scan inMemory() {
    Scan scan = isReverse ? forward.reverse() : forward;
    scan = lengths == null ? scan : scan.segmentsByLengths(lengths);
    return axes.isEmpty() ? scan : scan.axes(axes.stream().mapToInt(Integer::intValue).toArray());
  }

  /** The dtype of the results for elements of a dtype. */
  DType result(DType input) {
    return forward.apply(NDArray.zeros(input, 0)).dtype();
  }

  /** The scan of many lines at once. */
  Scan alongAxis(@Nullable Integer axis) {
    Scan scan = forward.axis(axis);
    scan = lengths == null ? scan : scan.segmentsByLengths(lengths);
    return isReverse ? scan.reverse() : scan;
  }

  /**
   * Where the segments of a line begin, in the direction of the scan, and then where the last ends.
   *
   * @param steps the length of a line, which the segments add up to
   */
  long[] segmentStarts(long steps) {
    if (lengths == null) {
      return new long[] {0, steps};
    }
    long[] starts = new long[lengths.length + 1];
    for (int i = 0; i < lengths.length; i++) {
      starts[i + 1] = starts[i] + lengths[isReverse ? lengths.length - 1 - i : i];
    }
    return starts;
  }

  /** The scan along further axes, of results. */
  ScanRequest ofResults() {
    return new ScanRequest(
        forward.nan(NaNPolicy.PROPAGATE), axes, isReverse, includesInitial, order, lengths);
  }

  /** How many bytes a line takes that goes on in another chunk, at the most. */
  long carryBytes() {
    // Twice, as a new carry is made before the old one is given up, and once more in a snapshot.
    return switch (order) {
      case NUMPY -> 3 * 2 * Long.BYTES;
      case BLOCKED -> 3 * 8 * Long.BYTES;
      case EXACT -> 3 * 80 * Long.BYTES;
    };
  }
}
