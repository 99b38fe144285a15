package org.cumulus.internal.memory;

import java.lang.foreign.MemorySegment;
import org.cumulus.DType;

/** The real and the imaginary parts of an array, as views of real dtype on the same memory. */
public final class Parts {
  private static final Memory ZERO =
      new Memory.Segment(MemorySegment.ofArray(new byte[1]).asReadOnly());

  private Parts() {}

  /** The real parts; of a real array, itself. */
  public static View real(View view) {
    return view.dtype().kind().isComplex() ? view.as(partType(view.dtype()), view.offset()) : view;
  }

  /** The imaginary parts; of a real array, as many zeros. */
  public static View imaginary(View view) {
    if (view.dtype().kind().isComplex()) {
      return view.as(partType(view.dtype()), view.offset() + view.dtype().itemSize() / 2);
    }
    return View.contiguous(DType.UINT8, ZERO, new long[0]).broadcastTo(view.shape());
  }

  /** The dtype of a complex dtype's parts; of a real one, itself. */
  public static DType partType(DType dtype) {
    return switch (dtype.kind()) {
      case COMPLEX64 -> DType.FLOAT32.withByteOrder(dtype.byteOrder());
      case COMPLEX128 -> DType.FLOAT64.withByteOrder(dtype.byteOrder());
      default -> dtype;
    };
  }

  /** A complex array's parts as a last axis of length 2; a real array as it is. */
  public static View asLastAxis(View view) {
    if (!view.dtype().kind().isComplex()) {
      return view;
    }
    View real = real(view);
    int last = view.ndim();
    return real.with(
        view.offset(),
        Strides.inserted(view.shape(), last, 2),
        Strides.inserted(view.strides(), last, real.dtype().itemSize()));
  }
}
