package org.cumulus.internal.engine;

import java.util.Objects;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.OverflowPolicy;
import org.cumulus.internal.casts.BoundedObjects;
import org.cumulus.internal.casts.Elements;
import org.cumulus.internal.casts.ObjectCasts;
import org.cumulus.internal.kernels.Identity;
import org.cumulus.internal.memory.Allocation;
import org.cumulus.internal.memory.Loops;
import org.cumulus.internal.memory.Parts;
import org.cumulus.internal.memory.View;
import org.cumulus.internal.plan.Extras;
import org.cumulus.internal.plan.Plan;
import org.cumulus.internal.types.Carrier;

/** Copies elements from view to view with NumPy's unsafe cast. */
public final class Copy {
  private Copy() {}

  /** Copies to a view of the same shape, as if the source had been copied away first. */
  public static void copy(View from, View to) {
    copy(from, to, OverflowPolicy.WRAP);
  }

  /**
   * The same with another cast.
   *
   * @throws Overflow if the policy is to check, and a value does not fit; others may have been
   *     written
   */
  public static void copy(View from, View to, OverflowPolicy policy) {
    boolean overlaps = from.overlaps(to);
    boolean isThere = overlaps && from.coincides(to) && from.dtype().equals(to.dtype());
    if (from.size() == 0 || isThere) {
      return;
    }
    View source = overlaps ? cast(from, from.dtype()) : from;
    if (source.dtype().kind() == Kind.OBJECT && to.dtype().kind() == Kind.OBJECT) {
      copyReal(source, to, policy);
    } else if (source.dtype().kind() == Kind.OBJECT || to.dtype().kind() == Kind.OBJECT) {
      copyObjects(source, to, policy);
    } else {
      copyParts(source, to, policy);
    }
  }

  /** A fresh array of another dtype with a view's elements, in its order in memory. */
  public static View cast(View from, DType dtype) {
    return cast(from, dtype, OverflowPolicy.WRAP);
  }

  /**
   * The same with another cast.
   *
   * @throws Overflow if the policy is to check, and a value does not fit
   */
  public static View cast(View from, DType dtype, OverflowPolicy policy) {
    View to = Allocation.like(from, dtype);
    copy(from, to, policy);
    return to;
  }

  /** A fresh array in C order. */
  public static View inOrder(View from) {
    View to = Allocation.zeros(from.dtype(), from.shape());
    copy(from, to);
    return to;
  }

  /**
   * The elements in C order in another shape: a view if strides can show it, else a fresh array.
   */
  public static View reshaped(View from, long... shape) {
    View view = from.reshape(shape);
    return view != null ? view : Objects.requireNonNull(inOrder(from).reshape(shape));
  }

  /** The elements in C order in one dimension. */
  public static View flattened(View from) {
    return reshaped(from, from.size());
  }

  private static void copyParts(View from, View to, OverflowPolicy policy) {
    if (from.dtype().kind().isComplex() && to.dtype().kind() == Kind.BOOL) {
      complexToBool(from, to);
      return;
    }
    if (from.dtype().kind() == Kind.FLOAT16 && to.dtype().kind() == Kind.FLOAT16) {
      copyReal(bits(from), bits(to), policy);
      return;
    }
    copyReal(Parts.real(from), Parts.real(to), policy);
    if (to.dtype().kind().isComplex()) {
      copyReal(Parts.imaginary(from), Parts.imaginary(to), policy);
    }
  }

  /** Half floats as integers: on the way through a float, a NaN would not keep its bits. */
  private static View bits(View halves) {
    return halves.as(DType.INT16.withByteOrder(halves.dtype().byteOrder()), halves.offset());
  }

  private static void copyReal(View from, View to, OverflowPolicy policy) {
    copyReal(new Identity<>(Carrier.of(to.dtype().kind())), from, to, policy);
  }

  private static <A> void copyReal(Identity<A> kernel, View from, View to, OverflowPolicy policy) {
    // Flattened if that makes one long run, else along the axis that is closest in memory.
    Extras<A> extras = Extras.of(null, policy);
    Pipeline.run(Plan.of(kernel, to.dtype(), from, to, closestAxis(to), extras, 1));
  }

  private static int closestAxis(View view) {
    int closest = Plan.ALL_AXES;
    for (int axis = 0; axis < view.ndim(); axis++) {
      boolean closer =
          closest == Plan.ALL_AXES
              || Math.abs(view.strides()[axis]) <= Math.abs(view.strides()[closest]);
      closest = view.shape()[axis] != 1 && closer ? axis : closest;
    }
    return closest;
  }

  private static void complexToBool(View from, View to) {
    elements(
        from,
        to,
        (in, out) -> {
          boolean real = Elements.floating(from, in) != 0;
          boolean imaginary = Elements.floating(from, in + from.dtype().itemSize() / 2) != 0;
          Elements.setBits(to, out, real || imaginary ? 1 : 0);
        });
  }

  /** Casts of objects can fail half way, so they are all done before the first is written. */
  private static void copyObjects(View from, View to, OverflowPolicy policy) {
    View staging = to.dtype().kind() == Kind.OBJECT ? to : Allocation.like(to, to.dtype());
    castObjects(from, staging, policy);
    if (to.dtype().kind() != Kind.OBJECT) {
      copy(staging, to);
    }
  }

  private static void castObjects(View from, View to, OverflowPolicy policy) {
    boolean toObject = to.dtype().kind() == Kind.OBJECT;
    elements(
        from,
        to,
        (in, out) -> {
          Object value = Elements.get(from, in);
          Elements.set(
              to,
              out,
              toObject
                  ? ObjectCasts.toObject(value, from.dtype())
                  : BoundedObjects.within(value, to.dtype(), policy));
        });
  }

  private static void elements(View from, View to, Loops.Body body) {
    Loops.inOrder(from, to).run(from.offset(), to.offset(), body);
  }
}
