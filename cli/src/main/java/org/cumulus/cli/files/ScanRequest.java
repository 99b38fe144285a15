package org.cumulus.cli.files;

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
 */
public record ScanRequest(
    Scan forward, List<Integer> axes, boolean isReverse, boolean includesInitial, Order order) {
  public ScanRequest {
    axes = List.copyOf(axes);
  }

  /** The dtype of the results for elements of a dtype. */
  DType result(DType input) {
    return forward.apply(NDArray.zeros(input, 0)).dtype();
  }

  /** The scan of many lines at once. */
  Scan alongAxis(@Nullable Integer axis) {
    Scan scan = forward.axis(axis);
    return isReverse ? scan.reverse() : scan;
  }

  /** The scan along further axes, of results. */
  ScanRequest ofResults() {
    return new ScanRequest(
        forward.nan(NaNPolicy.PROPAGATE), axes, isReverse, includesInitial, order);
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
