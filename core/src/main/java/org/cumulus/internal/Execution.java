package org.cumulus.internal;

import org.cumulus.DType;
import org.cumulus.DType.Kind;

/**
 * Brings a scan of any dtypes and memory down to scans of real elements over memory that does not
 * overlap.
 *
 * <ul>
 *   <li>Input that shares memory with the output, other than element by element, is copied away.
 *   <li>A complex scan is two real ones: in a sum the parts never meet. Where only one side is
 *       complex, the imaginary parts are dropped, or zero.
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
   * @param axis an axis in range, or {@link #ALL_AXES}
   */
  public static void sum(View in, DType type, View out, int axis) {
    if (in.size() == 0) {
      return;
    }
    View source = in.overlaps(out) && !in.coincides(out) ? Copy.cast(in, in.dtype()) : in;
    if (isCastApart(source.dtype(), type)) {
      source = Copy.cast(source, type);
    }
    // Arithmetic on objects can fail half way, and then nothing may have been written.
    boolean apart = isCastApart(type, out.dtype()) || type.kind() == Kind.OBJECT;
    View target = apart ? Allocation.like(out, type) : out;
    parts(source, type, target, axis);
    if (apart) {
      Copy.copy(target, out);
    }
  }

  private static boolean isCastApart(DType from, DType to) {
    return (from.kind() == Kind.OBJECT) != (to.kind() == Kind.OBJECT)
        || (from.kind().isComplex() && to.kind() == Kind.BOOL);
  }

  private static void parts(View in, DType type, View out, int axis) {
    DType partType = Parts.partType(type);
    real(Parts.real(in), partType, Parts.real(out), axis);
    if (out.dtype().kind().isComplex()) {
      // Sums of zeros are zeros: a real input's or a real type's imaginary part need not be
      // scanned.
      View imaginary = type.kind().isComplex() ? in : Parts.real(in);
      if (imaginary.dtype().kind().isComplex()) {
        real(Parts.imaginary(imaginary), partType, Parts.imaginary(out), axis);
      } else {
        Copy.copy(Parts.imaginary(imaginary), Parts.imaginary(out));
      }
    }
  }

  private static void real(View in, DType type, View out, int axis) {
    Pipeline.run(Plan.of(kernel(type.kind()), type, in, out, axis));
  }

  private static Kernel<?> kernel(Kind kind) {
    return switch (kind) {
      case FLOAT16 -> HalfSum.INSTANCE;
      case FLOAT32 -> FloatSum.INSTANCE;
      case FLOAT64 -> DoubleSum.INSTANCE;
      case TIMEDELTA64 -> TimedeltaSum.INSTANCE;
      case OBJECT -> ReferenceSum.INSTANCE;
      case COMPLEX64, COMPLEX128 ->
          throw new IllegalArgumentException(kind + " is scanned as two parts");
      default -> LongSum.INSTANCE;
    };
  }
}
