package org.cumulus.internal.plan;

import org.cumulus.internal.memory.Parts;
import org.cumulus.internal.memory.View;
import org.jspecify.annotations.Nullable;

/**
 * What the lines of a scan start from, and where they start anew.
 *
 * @param initial a value of the arithmetic's dtype, without dimensions; null for nothing
 * @param offsets where the segments of each line begin, and where the last one ends; none is empty.
 *     Null if lines are whole
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Starts(@Nullable View initial, long @Nullable [] offsets) {
  /** Whole lines that start from nothing. */
  public static final Starts NONE = new Starts(null, null);

  /** As the constructor, but nothing is the same each time. */
  public static Starts of(@Nullable View initial, long @Nullable [] offsets) {
    return initial == null && offsets == null ? NONE : new Starts(initial, offsets);
  }

  /** The same for the real parts. */
  public Starts real() {
    return initial == null ? this : new Starts(Parts.real(initial), offsets);
  }

  /** The same for the imaginary parts. */
  public Starts imaginary() {
    return initial == null ? this : new Starts(Parts.imaginary(initial), offsets);
  }
}
