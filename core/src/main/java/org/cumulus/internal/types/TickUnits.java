package org.cumulus.internal.types;

import org.cumulus.DType;
import org.cumulus.internal.units.TimeUnit;

/** The unit that a dtype counts time in, and back. */
public final class TickUnits {
  private TickUnits() {}

  /** The unit of a {@code timedelta64}. */
  public static TimeUnit of(DType dtype) {
    return dtype.unit().isEmpty() ? TimeUnit.GENERIC : TimeUnit.parse("[" + dtype.unit() + "]");
  }

  /** The {@code timedelta64} of a unit, in native byte order. */
  public static DType dtype(TimeUnit unit) {
    String text = unit.toString();
    return DType.of(text.isEmpty() ? "m8" : "m8[" + text + "]");
  }
}
