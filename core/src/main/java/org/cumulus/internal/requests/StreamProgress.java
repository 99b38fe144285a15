package org.cumulus.internal.requests;

import org.cumulus.DType;
import org.cumulus.internal.engine.Carries;
import org.cumulus.internal.engine.Copy;
import org.cumulus.internal.engine.ResumableScan;
import org.cumulus.internal.memory.View;
import org.jspecify.annotations.Nullable;

/**
 * How far a stream is.
 *
 * @param type the dtype of the operation
 * @param initial what lines start from, of that dtype; null for nothing
 * @param hasBegun whether results have been given out
 */
public record StreamProgress(
    DType type, ResumableScan scan, @Nullable View initial, Carries carries, boolean hasBegun) {

  /** The last results, or what the lines start from. */
  View running(Fold fold) {
    if (carries.position() > 0) {
      return scan.last(carries, type);
    }
    View start = AxisScans.start(fold, initial, type, type);
    return Copy.cast(start.broadcastTo(scan.shape()), type);
  }
}
