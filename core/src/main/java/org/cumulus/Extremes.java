package org.cumulus;

import java.util.Objects;
import org.cumulus.DType.Kind;
import org.cumulus.internal.lines.ExtremeIndices;
import org.cumulus.internal.memory.Axes;
import org.cumulus.internal.memory.MappedFiles;
import org.cumulus.internal.memory.View;
import org.cumulus.internal.requests.Operands;
import org.jspecify.annotations.Nullable;

/**
 * The largest or smallest elements so far, and where they are: what {@link Cumulus#cummax} and
 * {@link Cumulus#cummin} return. Both arrays are fresh, and of the input's shape, or of one
 * dimension if there was no axis.
 *
 * {@snippet :
 * Extremes lowest = Cumulus.cummin(new double[] {3, 1, Double.NaN, 0});
 * lowest.values();                                         // [ 3.  1. nan nan]
 * lowest.indices();                                        // [0 1 2 2]
 * }
 *
 * <p>{@code equals} does not compare contents: two are equal only if they hold the very same
 * arrays, as elements can change. Compare with {@link NDArray#contentEquals}.
 *
 * @param values the extreme of each element and those before it, in the dtype of the input
 * @param indices the place of each along the axis, {@code int64}: of several that are equal the
 *     last, and of several NaN or NaT the first
 */
public record Extremes(NDArray values, NDArray indices) {
  /** Both are there. */
  public Extremes {
    Objects.requireNonNull(values, "values");
    Objects.requireNonNull(indices, "indices");
  }

  static Extremes of(Operator operator, Object a, @Nullable Integer axis) {
    View operand = Operands.of(operator.fold(), a);
    return MappedFiles.reading(operand, () -> of(operator, new NDArray(operand), axis));
  }

  private static Extremes of(Operator operator, NDArray array, @Nullable Integer axis) {
    Kind kind = array.dtype().kind();
    if (kind.isComplex() || kind == Kind.OBJECT) {
      throw new IllegalArgumentException(
          operator + " with indices takes real numbers, not " + array.dtype());
    }
    NDArray lines = axis == null || array.ndim() == 0 ? array.ravel() : array;
    int along = Axes.checked(axis == null ? 0 : axis, lines.ndim());
    Scan scan = Scan.of(operator).axis(along);
    NDArray values = scan.apply(lines);
    View indices =
        ExtremeIndices.of(lines.view(), values.view(), along, scan.request().parallelism);
    return new Extremes(values, new NDArray(indices));
  }
}
