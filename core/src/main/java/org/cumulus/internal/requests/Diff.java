package org.cumulus.internal.requests;

import java.util.ArrayList;
import java.util.List;
import org.cumulus.DType;
import org.cumulus.internal.arrays.ArrayLike;
import org.cumulus.internal.engine.Copy;
import org.cumulus.internal.engine.Crew;
import org.cumulus.internal.lines.NeighbourDifferences;
import org.cumulus.internal.memory.Allocation;
import org.cumulus.internal.memory.Axes;
import org.cumulus.internal.memory.MappedFiles;
import org.cumulus.internal.memory.View;
import org.cumulus.internal.types.Promotion;
import org.jspecify.annotations.Nullable;

/**
 * Differences of neighbours along an axis, as {@code numpy.diff}. What is put before and after the
 * array is not copied together with it: each piece is differenced by itself, and so is each seam.
 */
public final class Diff {
  private final View array;
  private final int axis;
  private final List<View> pieces = new ArrayList<>();

  private Diff(View array, int axis) {
    this.array = array;
    this.axis = axis;
  }

  public static View of(
      View array, int n, int axis, @Nullable Object prepend, @Nullable Object append) {
    return MappedFiles.reading(array, () -> differences(array, n, axis, prepend, append));
  }

  private static View differences(
      View array, int n, int axis, @Nullable Object prepend, @Nullable Object append) {
    if (n < 0) {
      throw new IllegalArgumentException("order must be non-negative but got " + n);
    }
    if (n == 0) {
      return array;
    }
    if (array.ndim() == 0) {
      throw new IllegalArgumentException("diff requires input that is at least one dimensional");
    }
    Diff diff = new Diff(array, Axes.checked(axis, array.ndim()));
    diff.add(prepend);
    diff.pieces.add(array);
    diff.add(append);
    View differences = diff.ofPieces();
    for (int order = 1; order < n && diff.length(differences) > 0; order++) {
      differences = diff.ofNeighbours(differences);
    }
    return differences;
  }

  /** Takes what stands before or after the array; a single value is repeated along the others. */
  private void add(@Nullable Object values) {
    if (values == null) {
      return;
    }
    View piece = ArrayLike.view(values);
    pieces.add(piece.ndim() == 0 ? piece.broadcastTo(shape(1)) : piece);
  }

  private View ofPieces() {
    for (int i = 0; i < pieces.size(); i++) {
      checkFits(i);
    }
    long length = 0;
    for (int i = 0; i < pieces.size(); i++) {
      length += length(pieces.get(i));
    }
    DType type = Promotion.common(pieces.stream().map(View::dtype).toList());
    View differences = Allocation.like(array, type, shape(Math.max(0, length - 1)));
    View last = null;
    long at = 0;
    for (View piece : pieces) {
      long count = length(piece);
      if (count == 0) {
        continue;
      }
      if (last != null) {
        View seam = Allocation.like(array, type, shape(2));
        Copy.copy(last, seam.narrow(axis, 0, 1, 1));
        Copy.copy(piece.narrow(axis, 0, 1, 1), seam.narrow(axis, 1, 1, 1));
        NeighbourDifferences.along(
            seam, axis, differences.narrow(axis, at++, 1, 1), Crew.ALL_CORES);
      }
      View inType = piece.dtype().equals(type) ? piece : Copy.cast(piece, type);
      NeighbourDifferences.along(
          inType, axis, differences.narrow(axis, at, 1, count - 1), Crew.ALL_CORES);
      at += count - 1;
      last = piece.narrow(axis, count - 1, 1, 1);
    }
    return differences;
  }

  private View ofNeighbours(View values) {
    View differences = Allocation.like(values, values.dtype(), shape(length(values) - 1));
    NeighbourDifferences.along(values, axis, differences, Crew.ALL_CORES);
    return differences;
  }

  private long length(View view) {
    return view.shape()[axis];
  }

  /** The array's shape, but for its length along the axis. */
  private long[] shape(long length) {
    long[] shape = array.shape().clone();
    shape[axis] = length;
    return shape;
  }

  /** NumPy's checks of a concatenation. */
  private void checkFits(int index) {
    View first = pieces.getFirst();
    View piece = pieces.get(index);
    if (piece.ndim() != first.ndim()) {
      throw new IllegalArgumentException(
          ("all the input arrays must have same number of dimensions, but the array at index 0 has"
                  + " %d dimension(s) and the array at index %d has %d dimension(s)")
              .formatted(first.ndim(), index, piece.ndim()));
    }
    for (int other = 0; other < first.ndim(); other++) {
      if (other != axis && piece.shape()[other] != first.shape()[other]) {
        throw new IllegalArgumentException(
            ("all the input array dimensions except for the concatenation axis must match exactly,"
                    + " but along dimension %d, the array at index 0 has size %d and the array at"
                    + " index %d has size %d")
                .formatted(other, first.shape()[other], index, piece.shape()[other]));
      }
    }
  }
}
