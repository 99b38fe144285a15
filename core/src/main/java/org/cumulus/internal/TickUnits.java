package org.cumulus.internal;

import org.cumulus.DType;

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
