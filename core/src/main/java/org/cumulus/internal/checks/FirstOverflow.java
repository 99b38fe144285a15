package org.cumulus.internal.checks;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.LongPredicate;
import java.util.function.UnaryOperator;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.Order;
import org.cumulus.OverflowPolicy;
import org.cumulus.internal.casts.BoundedCast;
import org.cumulus.internal.casts.BoundedObjects;
import org.cumulus.internal.casts.Cast;
import org.cumulus.internal.casts.Elements;
import org.cumulus.internal.engine.Copy;
import org.cumulus.internal.engine.Execution;
import org.cumulus.internal.memory.Parts;
import org.cumulus.internal.memory.Strides;
import org.cumulus.internal.memory.View;
import org.cumulus.internal.operations.Recurrence;
import org.cumulus.internal.operations.Rule;
import org.cumulus.internal.operations.Ufunc;
import org.cumulus.internal.operations.UserFunction;
import org.cumulus.internal.types.Carrier;
import org.cumulus.internal.types.Overflow;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a scan has overflowed: element by element, from its input and its results, which
 * saturate. A line is looked at up to where it first overflows.
 */
public final class FirstOverflow {
  /** Shorter lines are looked at all over, as their last results would be half of all. */
  private static final int LONG_LINE = 16;

  private final View in;
  private final View elements;
  private final View results;
  private final @Nullable LongPredicate isElementBeyond;
  private final @Nullable LongPredicate isResultBeyond;
  private final DType out;
  private final Combined combined;

  /**
   * What has been found.
   *
   * @param index where in the results of the scan, as placed
   * @param what what is beyond the range
   * @param value it, exactly, if that can be told
   * @param type the dtype that cannot hold it
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  public record Found(long[] index, What what, @Nullable Object value, DType type) {
    /** Of two findings the one that comes first in C order. */
    public static @Nullable Found first(@Nullable Found a, @Nullable Found b) {
      if (a == null || b == null) {
        return a == null ? b : a;
      }
      return Arrays.compare(a.index, b.index) <= 0 ? a : b;
    }
  }

  /** What can be beyond the range of a dtype. */
  public enum What {
    ELEMENT,
    COMBINED,
    RESULT
  }

  private FirstOverflow(View in, View results, DType out, Rule rule) {
    DType type = results.dtype();
    this.in = in;
    this.results = results;
    this.out = out;
    elements = in.dtype().equals(type) ? in : Copy.cast(in, type, OverflowPolicy.SATURATE);
    isElementBeyond = cannotBeCast(in, type);
    isResultBeyond = cannotBeCast(results, out);
    combined = Combined.of(rule, type, !out.kind().isComplex() && out.kind() != Kind.BOOL);
  }

  /**
   * Whether a scan of floats may have overflowed. In sums, products and recurrences from left to
   * right what is not finite stays so, and then the last results tell.
   *
   * @param out where the results went
   */
  public static boolean isPossible(View out, DType type, int axis, Rule rule) {
    boolean isFlat = axis == Execution.ALL_AXES;
    if (!lastTells(rule) || out.size() == 0 || (!isFlat && out.shape()[axis] < LONG_LINE)) {
      return isPossible(out, type, rule);
    }
    View last = out;
    for (int other = 0; other < out.ndim(); other++) {
      if (isFlat || other == axis) {
        last = last.narrow(other, out.shape()[other] - 1, 1, 1);
      }
    }
    return isPossible(last, type, rule);
  }

  /** Whether one of some results may have overflowed. */
  public static boolean isPossible(View results, DType type, Rule rule) {
    boolean canOverflow =
        rule.arithmetic() == Ufunc.ADD
            || rule.arithmetic() == Ufunc.MULTIPLY
            || rule.arithmetic() instanceof Recurrence
            || rule.arithmetic() instanceof UserFunction;
    return canOverflow
        && Parts.partType(type).kind().isFloat()
        && !Finiteness.isEverywhere(results);
  }

  private static boolean lastTells(Rule rule) {
    return rule.order() == Order.NUMPY && !(rule.arithmetic() instanceof UserFunction);
  }

  /** Whether an output does not show which results were infinite. */
  public static boolean isHidden(DType type, DType out) {
    return out.kind() == Kind.BOOL && Parts.partType(type).kind().isFloat();
  }

  /**
   * Looks for the first overflow.
   *
   * @param in the elements, as they were before they were cast
   * @param results what the scan makes of them, of the operation's dtype
   * @param given what lines go on from, of that dtype, and of the shape of the results without the
   *     axis or without dimensions; null for nothing
   * @param out the dtype that results are cast to
   * @param offset where on the axis the first element is
   * @param rule how lines are folded
   * @param place makes an index of these results one of all results, in which the first is wanted
   * @return null if there is none
   */
  public static @Nullable Found in(
      View in,
      View results,
      @Nullable View given,
      DType out,
      int axis,
      long offset,
      Rule rule,
      UnaryOperator<long[]> place) {
    if (in.size() == 0) {
      return null;
    }
    FirstOverflow search = new FirstOverflow(in, results, out, rule);
    View before = given == null ? null : given.broadcastTo(Strides.without(in.shape(), axis));
    Found first = null;
    long[] line = new long[in.ndim()];
    do {
      long beforeAt = before == null ? 0 : before.position(Strides.without(line, axis));
      Found found = search.along(axis, offset, line, before, beforeAt, place);
      first = Found.first(first, found);
    } while (next(line, in.shape(), axis));
    return first;
  }

  /** The first value that another dtype cannot hold. */
  public static @Nullable Found ofCast(View values, DType to, UnaryOperator<long[]> place) {
    LongPredicate isBeyond = cannotBeCast(values, to);
    if (isBeyond == null || values.size() == 0) {
      return null;
    }
    Found first = null;
    long[] index = new long[values.ndim()];
    do {
      long position = values.position(index);
      if (isBeyond.test(position)) {
        Object value = Elements.get(values, position);
        first = Found.first(first, new Found(place.apply(index.clone()), What.RESULT, value, to));
      }
    } while (next(index, values.shape(), -1));
    return first;
  }

  /** Goes to the next index in C order, but along one axis. */
  private static boolean next(long[] index, long[] shape, int exceptAxis) {
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      if (axis != exceptAxis) {
        if (++index[axis] < shape[axis]) {
          return true;
        }
        index[axis] = 0;
      }
    }
    return false;
  }

  private @Nullable Found along(
      int axis,
      long offset,
      long[] line,
      @Nullable View before,
      long beforeAt,
      UnaryOperator<long[]> place) {
    long from = in.position(line);
    long element = elements.position(line);
    long result = results.position(line);
    View last = before;
    long lastAt = beforeAt;
    for (long k = 0; k < in.shape()[axis]; k++) {
      What what = null;
      if (isElementBeyond != null && isElementBeyond.test(from)) {
        what = What.ELEMENT;
      } else if (last != null
          && combined.isBeyond(last, lastAt, elements, element, results, result)) {
        what = What.COMBINED;
      } else if (isResultBeyond != null && isResultBeyond.test(result)) {
        what = What.RESULT;
      }
      if (what != null) {
        Object value =
            switch (what) {
              case ELEMENT -> Elements.get(in, from);
              case COMBINED ->
                  combined.value(
                      Objects.requireNonNull(last), lastAt, elements, element, results, result);
              case RESULT -> Elements.get(results, result);
            };
        long[] index = line.clone();
        index[axis] = offset + k;
        DType type = what == What.RESULT ? out : results.dtype();
        return new Found(place.apply(index), what, value, type);
      }
      last = results;
      lastAt = result;
      from += in.strides()[axis];
      element += elements.strides()[axis];
      result += results.strides()[axis];
    }
    return null;
  }

  /** Tells by its position whether an element cannot be cast; null if all can. */
  private static @Nullable LongPredicate cannotBeCast(View from, DType to) {
    if (to.kind() == Kind.OBJECT || to.kind() == Kind.BOOL) {
      return null;
    }
    if (from.dtype().kind() == Kind.OBJECT) {
      return position ->
          fails(
              () ->
                  BoundedObjects.within(Elements.get(from, position), to, OverflowPolicy.CHECKED));
    }
    DType part = Parts.partType(to);
    View real = Parts.real(from);
    if (BoundedCast.holdsAll(real.dtype(), part)) {
      return null;
    }
    Cast cast = BoundedCast.between(real.dtype(), part, OverflowPolicy.CHECKED);
    if (cast == null) {
      return null;
    }
    Object target = Carrier.of(part.kind()).allocate(1);
    LongPredicate isBeyond =
        position -> fails(() -> cast.apply(Elements.carried(real, position), 0, target, 0, 1));
    boolean areComplex = from.dtype().kind().isComplex() && to.kind().isComplex();
    int imaginary = real.dtype().itemSize();
    return areComplex
        ? position -> isBeyond.test(position) || isBeyond.test(position + imaginary)
        : isBeyond;
  }

  private static boolean fails(Runnable cast) {
    try {
      cast.run();
      return false;
    } catch (Overflow beyond) {
      return true;
    }
  }
}
