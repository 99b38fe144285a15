package org.cumulus.spark;

import java.util.Objects;
import org.cumulus.NaNPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Which rows and values count for a total.
 *
 * @param isRange whether rows equal in the order share a total
 * @param isExclusive whether a total is that of the rows before
 * @param isChecked whether sums that do not fit are errors; null if the session says so
 */
record Frame(
    boolean isRange,
    boolean isExclusive,
    NullPolicy nulls,
    NaNPolicy nan,
    @Nullable Boolean isChecked) {
  static final Frame DEFAULT = new Frame(false, false, NullPolicy.SKIP, NaNPolicy.PROPAGATE, null);

  Frame {
    Objects.requireNonNull(nulls, "policy");
    Objects.requireNonNull(nan, "policy");
  }

  Frame withRange(boolean other) {
    return new Frame(other, isExclusive, nulls, nan, isChecked);
  }

  Frame withExclusive(boolean other) {
    return new Frame(isRange, other, nulls, nan, isChecked);
  }

  Frame with(NullPolicy other) {
    return new Frame(isRange, isExclusive, other, nan, isChecked);
  }

  Frame with(NaNPolicy other) {
    return new Frame(isRange, isExclusive, nulls, other, isChecked);
  }

  Frame withChecked(boolean other) {
    return new Frame(isRange, isExclusive, nulls, nan, other);
  }
}
