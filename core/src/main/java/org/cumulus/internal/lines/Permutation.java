package org.cumulus.internal.lines;

import java.util.Objects;
import org.cumulus.DType;
import org.cumulus.internal.engine.Copy;
import org.cumulus.internal.memory.Allocation;
import org.cumulus.internal.memory.ArrayElements;
import org.cumulus.internal.memory.Loops;
import org.cumulus.internal.memory.Loops.Dimension;
import org.cumulus.internal.memory.Parts;
import org.cumulus.internal.memory.RawRun;
import org.cumulus.internal.memory.View;

/** Puts the elements of lines into another order. */
public final class Permutation {
  /** From this many neighbours on they are worth a copy. */
  private static final int ROW = 16;

  private Permutation() {}

  /** The permutation that takes back what another one does. */
  public static int[] inverse(int... order) {
    int[] inverse = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      inverse[order[i]] = i;
    }
    return inverse;
  }

  /**
   * A fresh array with the elements of a view in another order along an axis.
   *
   * @param order which element comes where
   * @throws IllegalArgumentException if the elements fit no Java array
   */
  public static View of(View view, int axis, int... order) {
    DType dtype = view.dtype().toNativeOrder();
    View result = Allocation.like(view, dtype);
    if (view.size() == 0) {
      return result;
    }
    View out = Parts.asLastAxis(result);
    Object to = RawRun.directArray(out);
    if (to == null) {
      throw new IllegalArgumentException(
          "%d elements of %s by keys that are not sorted fit no Java array"
              .formatted(view.size(), dtype));
    }
    View in = Parts.asLastAxis(view);
    Object from = RawRun.directArray(in);
    if (from == null || from.getClass() != to.getClass()) {
      in = Parts.asLastAxis(Copy.cast(view, dtype));
      from = Objects.requireNonNull(RawRun.directArray(in));
    }
    permute(in, from, out, to, axis, order);
    return result;
  }

  private static void permute(View in, Object from, View out, Object to, int axis, int[] order) {
    int itemSize = out.dtype().itemSize();
    Dimension steps = Dimension.of(in, out, axis);
    int step = (int) (steps.inStride() / itemSize);
    int stepTo = (int) (steps.outStride() / itemSize);
    Loops lines = Loops.byDistance(in, out, axis, null);
    Dimension row = lines.innermost();
    boolean isRow =
        row.length() >= ROW && row.inStride() == itemSize && row.outStride() == itemSize;
    Loops.Body body =
        (position, positionTo) -> {
          int at = (int) ((in.memory().arrayOffset() + position) / itemSize);
          int atTo = (int) (positionTo / itemSize);
          if (isRow) {
            rows(from, at, step, to, atTo, stepTo, (int) row.length(), order);
          } else {
            ArrayElements.permute(from, at, step, to, atTo, stepTo, order);
          }
        };
    (isRow ? lines.outer() : lines).run(in.offset(), out.offset(), body);
  }

  @SuppressWarnings("SuspiciousSystemArraycopy") // Both are arrays.
  private static void rows(
      Object x, int from, int step, Object y, int to, int stepTo, int length, int[] order) {
    for (int k = 0; k < order.length; k++) {
      System.arraycopy(x, from + order[k] * step, y, to + k * stepTo, length);
    }
  }
}
