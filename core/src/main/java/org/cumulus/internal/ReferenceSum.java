package org.cumulus.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Sums of Java objects, by {@link ObjectArithmetic}; a line's first element is kept as it is. */
final class ReferenceSum implements Kernel<@Nullable Object[]> {
  static final ReferenceSum INSTANCE = new ReferenceSum();

  /** Stands in a carry before the first element; a null may be an element. */
  private static final Object NOTHING_YET = new Object();

  private ReferenceSum() {}

  @Override
  public Carrier carrier() {
    return Carrier.REFERENCE;
  }

  @Override
  public void start(@Nullable Object[] carry, int count) {
    Arrays.fill(carry, 0, count, NOTHING_YET);
  }

  @Override
  public void rows(
      Tile<@Nullable Object[]> in,
      Tile<@Nullable Object[]> out,
      int lines,
      int length,
      @Nullable Object[] carry) {
    for (int line = 0; line < lines; line++) {
      for (int k = 0; k < length; k++) {
        Object element = in.array()[in.start() + line * in.pitch() + k];
        carry[line] = add(carry[line], element);
        out.array()[out.start() + line * out.pitch() + k] = carry[line];
      }
    }
  }

  @Override
  public void sweep(
      Tile<@Nullable Object[]> in,
      Tile<@Nullable Object[]> out,
      int length,
      int lines,
      @Nullable Object[] carry) {
    for (int k = 0; k < length; k++) {
      for (int line = 0; line < lines; line++) {
        Object element = in.array()[in.start() + k * in.pitch() + line];
        carry[line] = add(carry[line], element);
        out.array()[out.start() + k * out.pitch() + line] = carry[line];
      }
    }
  }

  private static @Nullable Object add(@Nullable Object sum, @Nullable Object element) {
    return sum == NOTHING_YET ? element : ObjectArithmetic.add(sum, element);
  }
}
