package org.cumulus.internal.memory;

import java.util.Arrays;
import org.cumulus.internal.digits.PythonTuple;

/** NumPy's rules for new shapes of the same elements, with its messages. */
public final class Shapes {
  private Shapes() {}

  /** A shape of so many elements, of which one dimension may be -1 and follows from the others. */
  public static long[] completed(long size, long... shape) {
    long[] completed = shape.clone();
    int unknown = -1;
    for (int axis = 0; axis < shape.length; axis++) {
      if (shape[axis] == -1 && unknown >= 0) {
        throw new IllegalArgumentException("can only specify one unknown dimension");
      }
      if (shape[axis] == -1) {
        unknown = axis;
        completed[axis] = 1;
      }
    }
    long known = Strides.checkedSize(completed);
    if (unknown >= 0 && known != 0) {
      completed[unknown] = size / known;
    }
    if (Strides.checkedSize(completed) != size || (unknown >= 0 && known == 0)) {
      throw new IllegalArgumentException(
          "cannot reshape array of size " + size + " into shape " + PythonTuple.of(shape));
    }
    return completed;
  }

  /** A read-only view in which dimensions of length 1, and new leading ones, are repeated. */
  public static View broadcast(View view, long... shape) {
    boolean fits = shape.length >= view.ndim();
    for (int axis = 1; fits && axis <= view.ndim(); axis++) {
      long length = view.shape()[view.ndim() - axis];
      fits = length == 1 || length == shape[shape.length - axis];
    }
    Strides.checkedSize(shape);
    if (!fits) {
      throw new IllegalArgumentException(
          "operands could not be broadcast together with remapped shapes"
              + " [original->remapped]: %s and requested shape %s"
                  .formatted(PythonTuple.of(view.shape()), PythonTuple.of(shape)));
    }
    return view.broadcastTo(shape);
  }

  /** Refuses an output that cannot be written, or has another shape than the result. */
  public static void checkOutput(View out, long[] shape) {
    if (out.readOnly()) {
      throw new IllegalArgumentException("output array is read-only");
    }
    if (!Arrays.equals(shape, out.shape())) {
      throw new IllegalArgumentException(
          "provided out is the wrong size for the accumulation. It has shape "
              + PythonTuple.of(out.shape())
              + ", the result has shape "
              + PythonTuple.of(shape));
    }
  }
}
