package org.cumulus.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Sums of Java objects, by {@link ObjectArithmetic}; a line's first element is kept as it is. */
final class ReferenceSum implements SequentialKernel<@Nullable Object[]> {
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
      int from = in.start() + line * in.groupPitch();
      int to = out.start() + line * out.groupPitch();
      lane(in.array(), from, 1, out.array(), to, 1, length, carry, line);
    }
  }

  @Override
  public void shortGroups(
      Tile<@Nullable Object[]> in,
      Tile<@Nullable Object[]> out,
      int groups,
      int length,
      int lanes,
      @Nullable Object[] carry) {
    for (int line = 0; line < groups * lanes; line++) {
      int from = in.start() + line / lanes * in.groupPitch() + line % lanes;
      int to = out.start() + line / lanes * out.groupPitch() + line % lanes;
      lane(in.array(), from, lanes, out.array(), to, lanes, length, carry, line);
    }
  }

  @Override
  public void fourLanes(
      @Nullable Object[] x,
      int from,
      int step,
      @Nullable Object[] y,
      int to,
      int stepTo,
      int length,
      @Nullable Object[] carry,
      int at) {
    twoLanes(x, from, step, y, to, stepTo, length, carry, at);
    twoLanes(x, from + 2, step, y, to + 2, stepTo, length, carry, at + 2);
  }

  @Override
  public void twoLanes(
      @Nullable Object[] x,
      int from,
      int step,
      @Nullable Object[] y,
      int to,
      int stepTo,
      int length,
      @Nullable Object[] carry,
      int at) {
    lane(x, from, step, y, to, stepTo, length, carry, at);
    lane(x, from + 1, step, y, to + 1, stepTo, length, carry, at + 1);
  }

  @Override
  public void lane(
      @Nullable Object[] x,
      int from,
      int step,
      @Nullable Object[] y,
      int to,
      int stepTo,
      int length,
      @Nullable Object[] carry,
      int at) {
    for (int k = 0; k < length; k++) {
      carry[at] = plus(carry[at], x[from + k * step]);
      y[to + k * stepTo] = carry[at];
    }
  }

  @Override
  public void add(
      @Nullable Object[] before,
      int at,
      @Nullable Object[] x,
      int from,
      @Nullable Object[] y,
      int to,
      int count) {
    for (int i = 0; i < count; i++) {
      y[to + i] = plus(before[at + i], x[from + i]);
    }
  }

  private static @Nullable Object plus(@Nullable Object sum, @Nullable Object element) {
    return sum == NOTHING_YET ? element : ObjectArithmetic.add(sum, element);
  }
}
