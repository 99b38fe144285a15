package org.cumulus.golden;

import java.util.Arrays;
import java.util.Collections;
import org.cumulus.NDArray;

/** Ways for an array to lie in memory: how it is a view of a larger or smaller one in C order. */
public enum Layout {
  C,
  F,
  /** Every second element, from the second on. */
  STEP,
  REVERSED,
  /** Every third element, from the last on. */
  BACKSTEP,
  /** The first axis is the last in memory. */
  ROTATED,
  /** Every other axis is a single element repeated. */
  REPEATED;

  /** The shape of the array in C order that a view is taken of. */
  public long[] baseShape(long... shape) {
    long[] base = shape.clone();
    int last = shape.length - 1;
    for (int axis = 0; axis <= last; axis++) {
      base[axis] =
          switch (this) {
            case C, REVERSED -> shape[axis];
            case F -> shape[last - axis];
            case STEP -> 2 * shape[axis] + 1;
            case BACKSTEP -> 3 * shape[axis];
            case ROTATED -> shape[axis == 0 ? last : axis - 1];
            case REPEATED -> axis % 2 == 0 && shape[axis] > 0 ? 1 : shape[axis];
          };
    }
    return base;
  }

  /** The view of a shape of such an array. */
  public NDArray view(NDArray base, long... shape) {
    int rank = shape.length;
    return switch (this) {
      case C -> base;
      case F -> base.transpose();
      case STEP -> sliced(base, "1::2");
      case REVERSED -> sliced(base, "::-1");
      case BACKSTEP -> sliced(base, "::-3");
      case ROTATED -> rank > 1 ? base.transpose(rotation(rank)) : base;
      case REPEATED -> base.broadcastTo(shape);
    };
  }

  private static NDArray sliced(NDArray base, String slice) {
    return base.ndim() == 0
        ? base
        : base.slice(String.join(",", Collections.nCopies(base.ndim(), slice)));
  }

  private static int[] rotation(int rank) {
    int[] axes = new int[rank];
    Arrays.setAll(axes, axis -> (axis + 1) % rank);
    return axes;
  }
}
