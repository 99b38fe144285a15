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
  public static int[] inverse(int... permutation) {
    int[] inverse = new int[permutation.length];
    for (int i = 0; i < permutation.length; i++) {
      inverse[permutation[i]] = i;
    }
    return inverse;
  }

  /**
   * A fresh array with the elements of a view in another order along an axis.
   *
   * @param permutation which element comes where
   * @throws IllegalArgumentException if the elements fit no Java array
   */
  public static View of(View view, int axis, int... permutation) {
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
    permute(in, from, out, to, axis, permutation);
    return result;
  }

  private static void permute(
      View in, Object from, View out, Object to, int axis, int[] permutation) {
    int itemSize = out.dtype().itemSize();
    Dimension line = Dimension.of(in, out, axis);
    int pitch = (int) (line.inStride() / itemSize);
    int pitchTo = (int) (line.outStride() / itemSize);
    Loops lines = Loops.byDistance(in, out, axis, null);
    Dimension row = lines.innermost();
    boolean isRow =
        row.length() >= ROW && row.inStride() == itemSize && row.outStride() == itemSize;
    Loops.Body body =
        (position, positionTo) -> {
          int at = (int) ((in.memory().arrayOffset() + position) / itemSize);
          int atTo = (int) (positionTo / itemSize);
          if (isRow) {
            rows(from, at, pitch, to, atTo, pitchTo, (int) row.length(), permutation);
          } else {
            ArrayElements.permute(from, at, pitch, to, atTo, pitchTo, permutation);
          }
        };
    (isRow ? lines.outer() : lines).run(in.offset(), out.offset(), body);
  }

  @SuppressWarnings("SuspiciousSystemArraycopy") // Both are arrays.
  private static void rows(
      Object x, int from, int pitch, Object y, int to, int pitchTo, int length, int[] permutation) {
    for (int k = 0; k < permutation.length; k++) {
      System.arraycopy(x, from + permutation[k] * pitch, y, to + k * pitchTo, length);
    }
  }
}
