package org.cumulus.oracle;

import java.util.ArrayList;
import java.util.List;
import org.cumulus.DType.Kind;
import org.cumulus.NDArray;
import org.cumulus.golden.CumsumCase;
import org.cumulus.golden.ElementBits;
import org.cumulus.golden.ElementValues;
import org.cumulus.golden.Indices;
import org.jspecify.annotations.Nullable;

/** Compares a cumulative sum with that of {@link LineFold}, line by line. */
final class ScanCheck {
  private ScanCheck() {}

  /**
   * The first difference between a result and the sums of an input of the same dtype, or of one
   * that the result's holds exactly; null if there is none.
   *
   * @param axis the axis, or null for the flattened input and a result of one dimension
   */
  static @Nullable String difference(NDArray input, @Nullable Integer axis, NDArray result) {
    Kind kind = result.dtype().kind();
    long[] otherAxes = axis == null ? new long[0] : input.shape();
    if (axis != null) {
      otherAxes[axis] = Math.min(1, otherAxes[axis]);
    }
    for (long[] start : Indices.of(otherAxes)) {
      List<long[]> places =
          axis == null ? Indices.of(input.shape()) : along(start, axis, input.shape()[axis]);
      List<Object> line = new ArrayList<>();
      for (long[] index : places) {
        line.add(widened(kind, input.get(index)));
      }
      List<Object> sums = LineFold.sums(kind, line);
      for (int k = 0; k < sums.size(); k++) {
        long[] index = axis == null ? new long[] {k} : places.get(k);
        Object actual = result.get(index);
        if (!ElementBits.same(kind, sums.get(k), actual)) {
          return "at %s: expected %s, was %s (element %d of its line)"
              .formatted(CumsumCase.text(index), sums.get(k), actual, k);
        }
      }
    }
    return null;
  }

  private static Object widened(Kind kind, @Nullable Object element) {
    return switch (element) {
      case Boolean truth when kind != Kind.BOOL -> widened(kind, truth ? 1 : 0);
      case Number number when kind == Kind.FLOAT32 -> number.floatValue();
      case Number number when kind == Kind.FLOAT64 -> number.doubleValue();
      case null -> throw new AssertionError("null in an array of numbers");
      default -> element;
    };
  }

  private static List<long[]> along(long[] start, int axis, long length) {
    List<long[]> indices = new ArrayList<>();
    for (long k = 0; k < length; k++) {
      long[] index = start.clone();
      index[axis] = k;
      indices.add(index);
    }
    return indices;
  }

  /** Whether the values of a mode make every addition of the kind a telling one. */
  static ElementValues.Mode values(Kind kind, long size) {
    boolean real = kind.isFloat() || kind.isComplex();
    return real && size > 64 ? ElementValues.Mode.MODERATE : ElementValues.Mode.ANY;
  }
}
