package org.cumulus.internal.requests;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.internal.arrays.ArrayLike;
import org.cumulus.internal.casts.Elements;
import org.cumulus.internal.engine.Copy;
import org.cumulus.internal.engine.Crew;
import org.cumulus.internal.engine.Execution;
import org.cumulus.internal.memory.Allocation;
import org.cumulus.internal.memory.Axes;
import org.cumulus.internal.memory.Shapes;
import org.cumulus.internal.memory.View;
import org.cumulus.internal.types.Promotion;
import org.jspecify.annotations.Nullable;

/** Carries out {@code y[k] = a[k] · y[k - 1] + x[k]}. */
public final class Recurrences {
  private static final int COEFFICIENT = 0;
  private static final int ELEMENT = 1;

  private Recurrences() {}

  /**
   * A scan with a coefficient for each element.
   *
   * @param factors the coefficients, of at least one dimension
   * @param out where the results go to; null for a fresh array
   * @return the results
   */
  public static View scan(
      View factors, View x, @Nullable Integer axis, @Nullable DType dtype, @Nullable View out) {
    View in = x.ndim() == 0 ? x.newAxis(0) : x;
    View repeated = Shapes.broadcast(factors, in.shape());
    int along = axis == null ? 0 : Axes.checked(axis, in.ndim());
    DType type = type(factors.dtype(), in.dtype(), dtype, out == null ? null : out.dtype());
    long[] shape = axis == null ? new long[] {in.size()} : in.shape();
    if (out != null) {
      Shapes.checkOutput(out, shape);
    }
    View results = ofPairs(repeated, in, type, axis == null ? shape : in.shape(), along);
    View target = out;
    if (target == null) {
      target = axis == null ? Allocation.zeros(type, shape) : Allocation.like(in, type);
    }
    Copy.copy(results, target);
    return target;
  }

  /** Puts each coefficient beside its element, so that a kernel has both at hand. */
  private static View ofPairs(View factors, View in, DType type, long[] shape, int axis) {
    View pairs = Allocation.zeros(type, withParts(in.shape()));
    int parts = in.ndim();
    Copy.copy(factors, pairs.select(parts, COEFFICIENT));
    Copy.copy(in, pairs.select(parts, ELEMENT));
    View lines = Objects.requireNonNull(pairs.reshape(withParts(shape)));
    Execution.recurrence(lines, axis, Crew.ALL_CORES);
    return lines.select(shape.length, ELEMENT);
  }

  private static long[] withParts(long[] shape) {
    long[] longer = new long[shape.length + 1];
    System.arraycopy(shape, 0, longer, 0, shape.length);
    longer[shape.length] = 2;
    return longer;
  }

  /** A coefficient for all elements, as an array without dimensions. */
  public static View coefficient(Object value) {
    View view = ArrayLike.view(value);
    if (view.ndim() != 0) {
      throw new IllegalArgumentException(
          "the coefficient must be a single value, not an array of " + view.ndim() + " dimensions");
    }
    checkReal(view.dtype());
    return Copy.cast(view, view.dtype().toNativeOrder());
  }

  /**
   * The dtype of a recurrence with one coefficient for all. As the caller has written that down, it
   * is not to become another value; an integer may wrap, as the results do.
   */
  static DType type(View coefficient, DType in, @Nullable DType dtype, @Nullable DType out) {
    DType type = type(coefficient.dtype(), in, dtype, out);
    Object value = Elements.get(coefficient, coefficient.offset());
    if (InitialValue.isCut(value, type.kind())) {
      throw new ArithmeticException(
          "recurrence: %s cannot hold the coefficient %s".formatted(type, value));
    }
    return type;
  }

  /** The dtype of product and sum: small integers are widened as in sums. */
  static DType type(DType coefficient, DType in, @Nullable DType dtype, @Nullable DType out) {
    checkReal(coefficient);
    checkReal(in);
    DType type;
    if (dtype != null) {
      type = dtype.toNativeOrder();
    } else if (out != null) {
      type = Promotion.common(List.of(coefficient, in, out));
    } else {
      type = Promotion.widened(Promotion.common(coefficient, in));
    }
    if (!type.kind().isInteger() && !type.kind().isFloat()) {
      throw new IllegalArgumentException(
          "recurrence is done in integers or floats, not in " + type);
    }
    return type;
  }

  private static void checkReal(DType dtype) {
    Kind kind = dtype.kind();
    if (Stream.of(Kind.COMPLEX64, Kind.COMPLEX128, Kind.TIMEDELTA64, Kind.OBJECT)
        .anyMatch(kind::equals)) {
      throw new IllegalArgumentException("recurrence takes real numbers, not " + dtype);
    }
  }
}
