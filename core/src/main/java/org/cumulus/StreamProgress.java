package org.cumulus;

import org.cumulus.internal.Carries;
import org.cumulus.internal.ResumableScan;
import org.cumulus.internal.View;
import org.jspecify.annotations.Nullable;

/**
 * How far a stream is.
 *
 * @param type the dtype of the operation
 * @param initial what lines start from, of that dtype; null for nothing
 * @param hasBegun whether results have been given out
 */
record StreamProgress(
    DType type, ResumableScan scan, @Nullable View initial, Carries carries, boolean hasBegun) {}
