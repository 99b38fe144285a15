package org.cumulus.internal.requests;

import org.cumulus.DType;
import org.cumulus.NaNPolicy;
import org.cumulus.Order;
import org.cumulus.OverflowPolicy;
import org.cumulus.internal.engine.Copy;
import org.cumulus.internal.engine.Crew;
import org.cumulus.internal.memory.Allocation;
import org.cumulus.internal.memory.Axes;
import org.cumulus.internal.memory.MappedFiles;
import org.cumulus.internal.memory.Shapes;
import org.cumulus.internal.memory.View;
import org.cumulus.internal.operations.Rule;
import org.jspecify.annotations.Nullable;

/** What a scan is asked to be, checked; and what it does with an array. */
public final class Request {
  private static final int[] ALL_AXES = {};
  private static final int[] FIRST_AXIS = {0};

  public final Fold fold;

  /** Along which axes, counted as the caller did; none for all elements in C order. */
  public final int[] axes;

  public final @Nullable DType dtype;
  public final Order order;
  public final OverflowPolicy overflow;
  public final int parallelism;
  public final Modes modes;
  final Rule rule;

  private Request(
      Fold fold,
      int[] axes,
      @Nullable DType dtype,
      Order order,
      OverflowPolicy overflow,
      int parallelism,
      Modes modes) {
    if (axes.length > 1) {
      modes.checkSeveralAxes();
      if (order == Order.EXACT) {
        throw new IllegalArgumentException(
            "EXACT and several axes contradict each other: the scan along the second axis would add"
                + " up rounded sums");
      }
    }
    fold.check(order);
    if (modes.isShifted() && modes.initial() == null && fold.identity() == null) {
      throw new IllegalArgumentException(
          "%s has no identity, which the result would begin with: give it an initial value first, by"
                  .formatted(fold)
              + " initial(x)");
    }
    if (modes.skipsNaN() && !fold.canSkipNaN()) {
      throw new IllegalArgumentException(
          "%s has no identity to put in the place of NaN: give it one, by withIdentity(x)"
              .formatted(fold));
    }
    this.fold = fold;
    this.axes = axes;
    this.dtype = dtype;
    this.order = order;
    this.overflow = overflow;
    this.parallelism = parallelism;
    this.modes = modes;
    rule = new Rule(fold.arithmetic(modes.skipsNaN()), order, overflow, parallelism);
  }

  /** A scan of the flattened array, in the dtype that NumPy would choose. */
  public static Request of(Fold fold) {
    return new Request(
        fold, ALL_AXES, null, Order.NUMPY, OverflowPolicy.WRAP, Crew.ALL_CORES, Modes.NONE);
  }

  /** Along axes that nobody changes. */
  public Request along(int... newAxes) {
    return new Request(fold, newAxes, dtype, order, overflow, parallelism, modes);
  }

  public Request dtype(@Nullable DType newDtype) {
    return new Request(fold, axes, newDtype, order, overflow, parallelism, modes);
  }

  public Request order(Order newOrder) {
    return new Request(fold, axes, dtype, newOrder, overflow, parallelism, modes);
  }

  public Request overflow(OverflowPolicy policy) {
    return new Request(fold, axes, dtype, order, policy, parallelism, modes);
  }

  public Request parallelism(int threads) {
    return new Request(fold, axes, dtype, order, overflow, threads, modes);
  }

  public Request modes(Modes newModes) {
    return new Request(fold, axes, dtype, order, overflow, parallelism, newModes);
  }

  /** Scans an array-like into a fresh array. */
  public View apply(Object a) {
    View operand = Operands.of(fold, a);
    try {
      return scanned(operand);
    } catch (InternalError fault) { // No lambda: small calls are to allocate little.
      throw MappedFiles.told(fault, operand, operand);
    }
  }

  private View scanned(View operand) {
    View in = prepared(operand);
    ModeViews views = views(in);
    DType type = type(in.dtype(), null);
    long[] shape = views.resultShape(in);
    boolean isFlat = shape.length != in.ndim();
    View out = isFlat ? Allocation.zeros(type, shape) : Allocation.like(in, type, shape);
    AxisScans.scan(in, type, out, views, fold, rule);
    return out;
  }

  /** Scans an array-like into an array that is there. */
  public void apply(Object a, View out) {
    View operand = Operands.of(fold, a);
    try {
      scanned(operand, out);
    } catch (InternalError fault) {
      throw MappedFiles.told(fault, operand, out);
    }
  }

  private View scanned(View operand, View out) {
    View in = prepared(operand);
    ModeViews views = views(in);
    DType type = type(in.dtype(), out.dtype());
    Shapes.checkOutput(out, views.resultShape(in));
    if (rule.canFail()) {
      View results = Allocation.like(out, out.dtype());
      AxisScans.scan(in, type, results, views, fold, rule);
      Copy.copy(results, out);
    } else {
      AxisScans.scan(in, type, out, views, fold, rule);
    }
    return out;
  }

  /** The dtype in which a scan is done. */
  DType type(DType in, @Nullable DType out) {
    DType type = OperatorTypes.of(fold, in, dtype, out);
    fold.check(order, type);
    return type;
  }

  /** Refuses a scan that needs the end of a stream at its beginning. */
  public void checkStream() {
    modes.checkStream();
    if (axes.length > 1) {
      throw new IllegalArgumentException(
          "a stream and several axes contradict each other: the scan along the second axis needs"
              + " all chunks");
    }
  }

  /** The input with at least one dimension; in one if its line is to be cut. */
  private View prepared(View in) {
    if (modes.nan() == NaNPolicy.REFUSE) {
      Modes.checkNaN(in);
    }
    boolean isLine = modes.isExclusive() || modes.segments() != null;
    if (axes.length == 0 && isLine) {
      return Copy.flattened(in);
    }
    return in.ndim() == 0 ? in.newAxis(0) : in;
  }

  private ModeViews views(View in) {
    boolean isLine = in.ndim() == 1 && axes.length <= 1;
    int[] checked = axes.length == 0 && isLine ? FIRST_AXIS : Axes.checked(axes, in.ndim());
    if (isLine && modes.equals(Modes.NONE)) {
      return ModeViews.LINE;
    }
    ModeViews views = new ModeViews(modes, checked);
    if (modes.segments() != null) {
      modes.segments().check(in.shape()[views.axis()]);
    }
    return views;
  }
}
