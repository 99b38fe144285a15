package org.cumulus.internal.engine;

import java.util.Objects;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.Order;
import org.cumulus.internal.casts.Elements;
import org.cumulus.internal.kernels.Kernel;
import org.cumulus.internal.kernels.PairScan;
import org.cumulus.internal.kernels.Vectors;
import org.cumulus.internal.memory.Allocation;
import org.cumulus.internal.memory.Parts;
import org.cumulus.internal.memory.View;
import org.cumulus.internal.operations.Rule;
import org.cumulus.internal.operations.Ufunc;
import org.cumulus.internal.plan.Extras;
import org.cumulus.internal.plan.Kernels;
import org.cumulus.internal.plan.Plan;
import org.cumulus.internal.plan.Starts;
import org.cumulus.internal.plan.Tiling;
import org.cumulus.internal.types.Carrier;
import org.cumulus.internal.types.Integers;
import org.jspecify.annotations.Nullable;

/**
 * Brings a scan of any dtypes and memory down to scans of real elements over memory that does not
 * overlap.
 *
 * <ul>
 *   <li>What the input shares with the output, other than element by element, is copied away.
 *   <li>A complex array is a real one with one more axis, of length 2, or two real ones: in a sum
 *       the parts never meet. Where only one side is complex, the imaginary parts are dropped, or
 *       zero.
 *   <li>Casts that need both parts at once, or make and unmake objects, are done apart from the
 *       scan.
 * </ul>
 */
public final class Execution {
  /** The axis that means all of them, in C order. */
  public static final int ALL_AXES = Plan.ALL_AXES;

  private Execution() {}

  /**
   * Scans a view along an axis into another of the same shape.
   *
   * @param type the dtype of the arithmetic, in native byte order; the input is cast to it, and its
   *     results to the output's
   * @param starts what each line goes on from, and where it starts anew, for which there must be an
   *     axis
   * @param axis an axis in range, or {@link #ALL_AXES}
   * @param rule how each line is folded
   */
  public static void scan(View in, DType type, Starts starts, View out, int axis, Rule rule) {
    if (in.size() == 0) {
      return;
    }
    boolean arePairs = type.kind().isComplex() && rule.arithmetic() != Ufunc.ADD;
    boolean apart = isApart(type, out.dtype(), rule) || (arePairs && !isPairs(out, axis));
    View target =
        !apart ? out : arePairs ? Allocation.zeros(type, out.shape()) : Allocation.like(out, type);
    boolean castFirst =
        isCastFirst(in.dtype(), type, rule) || (arePairs && !in.dtype().kind().isComplex());
    View source = castFirst ? Copy.cast(in, type, rule.overflow()) : Overlap.unaffected(in, target);
    int threads = threads(source, target, rule.parallelism());
    if (arePairs) {
      pairs(source, type, starts, target, axis, rule.by(threads));
    } else {
      parts(source, type, starts, target, axis, rule.by(threads));
    }
    if (apart) {
      Copy.copy(target, out, rule.overflow());
    }
  }

  /**
   * Scans pairs of a coefficient and an element in place.
   *
   * @param pairs a dense array whose last axis has the two
   * @param axis another axis
   * @param parallelism how many threads may share the work, at the most
   */
  public static void recurrence(View pairs, int axis, int parallelism) {
    if (pairs.size() > 0) {
      recurrence(PairScan.of(pairs.dtype().kind()), pairs, axis, parallelism);
    }
  }

  private static <A> void recurrence(PairScan<A> kernel, View pairs, int axis, int parallelism) {
    Pipeline.run(Plan.of(kernel, pairs.dtype(), pairs, pairs, axis, null, parallelism));
  }

  /**
   * Whether results go to an array of their own first. Arithmetic on objects can fail half way, and
   * then nothing may have been written.
   */
  static boolean isApart(DType type, DType out, Rule rule) {
    return isCastApart(type, out) || type.kind() == Kind.OBJECT || isRoundedApart(type, out, rule);
  }

  /** Whether the input is cast before the scan. */
  static boolean isCastFirst(DType in, DType type, Rule rule) {
    return isCastApart(in, type) || isCutFirst(in, type, rule);
  }

  /** How many threads may share the work: one if memory belongs to a thread alone. */
  public static int threads(View in, View out, int parallelism) {
    boolean isSmall = in.size() < Tiling.PARALLEL_SIZE / 2; // A complex element counts for two.
    return isSmall || (in.memory().isShared() && out.memory().isShared()) ? parallelism : 1;
  }

  private static boolean isCastApart(DType from, DType to) {
    return (from.kind() == Kind.OBJECT) != (to.kind() == Kind.OBJECT)
        || (from.kind().isComplex() && to.kind() == Kind.BOOL);
  }

  /**
   * Blocked sums of halves are floats that become halves when they are stored as such; exact ones
   * are doubles, and those of floats, too.
   */
  private static boolean isRoundedApart(DType type, DType out, Rule rule) {
    Kind kind = Parts.partType(type).kind();
    boolean isHalf = kind == Kind.FLOAT16;
    boolean isLater =
        rule.isInDoubles()
            ? isHalf || kind == Kind.FLOAT32
            : isHalf && rule.order() == Order.BLOCKED;
    return isLater && Parts.partType(out).kind() != kind;
  }

  /** Floats and halves that are loaded as doubles have digits that a cast drops. */
  private static boolean isCutFirst(DType in, DType type, Rule rule) {
    DType part = Parts.partType(type);
    DType partIn = Parts.partType(in);
    return rule.isInDoubles()
        && (part.kind() == Kind.FLOAT16 || part.kind() == Kind.FLOAT32)
        && partIn.kind() != part.kind()
        && partIn.itemSize() >= part.itemSize();
  }

  /** Whether an output can be scanned as pairs: in the flattened order only if it lies in it. */
  private static boolean isPairs(View out, int axis) {
    return out.dtype().kind().isComplex() && (axis != ALL_AXES || out.reshape(out.size()) != null);
  }

  /** Scans complex numbers whose parts meet: they become alternating lanes. */
  private static void pairs(View in, DType type, Starts starts, View out, int axis, Rule rule) {
    View source = in;
    View target = out;
    if (axis == ALL_AXES) {
      source = line(in);
      target = Objects.requireNonNull(out.reshape(out.size()));
    }
    Vectors.count(in.size());
    pairs(
        Kernels.of(rule, type, in.size()),
        Parts.asLastAxis(source),
        type,
        starts,
        Parts.asLastAxis(target),
        Math.max(axis, 0),
        rule);
  }

  private static View line(View in) {
    View line = in.reshape(in.size());
    if (line == null) {
      View copy = Allocation.zeros(in.dtype(), in.shape());
      Copy.copy(in, copy);
      line = Objects.requireNonNull(copy.reshape(in.size()));
    }
    return line;
  }

  private static <A> void pairs(
      Kernel<?, A> kernel, View in, DType type, Starts starts, View out, int axis, Rule rule) {
    A start = starts.initial() == null ? null : pair(kernel, starts.initial());
    run(kernel, Parts.partType(type), start, starts.offsets(), in, out, axis, rule);
  }

  @SuppressWarnings("unchecked") // The kernel for a dtype has the carrier of that dtype.
  private static <A> A pair(Kernel<?, A> kernel, View value) {
    Object pair = kernel.carrier().allocate(2);
    Object re = Elements.carried(Parts.real(value), Parts.real(value).offset());
    Object im = Elements.carried(Parts.imaginary(value), Parts.imaginary(value).offset());
    System.arraycopy(re, 0, pair, 0, 1);
    System.arraycopy(im, 0, pair, 1, 1);
    return (A) pair;
  }

  private static void parts(View in, DType type, Starts starts, View out, int axis, Rule rule) {
    DType partType = Parts.partType(type);
    boolean allComplex =
        in.dtype().kind().isComplex() && type.kind().isComplex() && out.dtype().kind().isComplex();
    if (allComplex && starts.initial() == null) {
      View source = axis == ALL_AXES ? in.reshape(in.size()) : in;
      View target = axis == ALL_AXES ? out.reshape(out.size()) : out;
      if (source != null && target != null) {
        int along = Math.max(axis, 0);
        real(Parts.asLastAxis(source), partType, starts, Parts.asLastAxis(target), along, rule);
        return;
      }
    }
    real(Parts.real(in), partType, starts.real(), Parts.real(out), axis, rule);
    if (!out.dtype().kind().isComplex()) {
      return;
    }
    if (allComplex || (type.kind().isComplex() && starts.initial() != null)) {
      real(Parts.imaginary(in), partType, starts.imaginary(), Parts.imaginary(out), axis, rule);
    } else {
      // Sums of zeros are zeros: no need to scan the parts that are not there.
      Copy.copy(Parts.imaginary(Parts.real(in)), Parts.imaginary(out));
    }
  }

  private static void real(View in, DType type, Starts starts, View out, int axis, Rule rule) {
    Vectors.count(in.size());
    boolean isSafe =
        starts.initial() == null
            && rule.arithmetic() == Ufunc.ADD
            && !canOverflow(in.dtype(), type, in.size());
    Rule needed = isSafe ? rule.wrapping() : rule;
    run(Kernels.of(needed, type, in.size()), type, starts, in, out, axis, rule);
  }

  /** Whether a sum of so many elements may be beyond the range of an integer type. */
  private static boolean canOverflow(DType in, DType type, long count) {
    Kind kind = type.kind();
    boolean areIntegers =
        (in.kind() == Kind.BOOL || in.kind().isInteger())
            && kind.isInteger()
            && Integers.contains(kind, in.kind());
    // The largest magnitudes are powers of two, or one less.
    return !areIntegers
        || Math.max(Integers.above(in.kind()), -Integers.below(in.kind())) * count
            >= Integers.above(kind);
  }

  private static <A> void run(
      Kernel<?, A> kernel, DType type, Starts starts, View in, View out, int axis, Rule rule) {
    A start = starts.initial() == null ? null : carried(kernel, starts.initial());
    run(kernel, carried(kernel, type), start, starts.offsets(), in, out, axis, rule);
  }

  private static <A> void run(
      Kernel<?, A> kernel,
      DType type,
      @Nullable A start,
      long @Nullable [] offsets,
      View in,
      View out,
      int axis,
      Rule rule) {
    Extras<A> extras = Extras.of(start, rule.overflow());
    int parallelism = rule.parallelism();
    if (offsets == null) {
      Pipeline.run(Plan.of(kernel, type, in, out, axis, extras, parallelism));
    } else {
      new SegmentedScan<>(kernel, type, in, out, axis, extras, offsets).run(parallelism);
    }
  }

  /** The dtype that a kernel scans real elements in. */
  static DType carried(Kernel<?, ?> kernel, DType type) {
    return kernel.carrier() == Carrier.DOUBLE ? DType.FLOAT64 : type;
  }

  /** A real value as a kernel's carrier, the only one of its array. */
  @SuppressWarnings("unchecked") // The kernel for a dtype has the carrier of that dtype.
  static <A> A carried(Kernel<?, A> kernel, View value) {
    DType type = carried(kernel, value.dtype());
    View cast = value.dtype().equals(type) ? value : Copy.cast(value, type);
    return (A) Elements.carried(cast, cast.offset());
  }
}
