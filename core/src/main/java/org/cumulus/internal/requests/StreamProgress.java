package org.cumulus.internal.requests;

import org.cumulus.DType;
import org.cumulus.internal.engine.Carries;
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
    DType type, ResumableScan scan, @Nullable View initial, Carries carries, boolean hasBegun) {}
