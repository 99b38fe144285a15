package org.cumulus.internal.text;

import org.cumulus.DType;
import org.cumulus.internal.digits.FloatWidth;

/** Which binary format the floats of a dtype have. */
final class FloatWidths {
  private FloatWidths() {}

  /** The format of a float dtype, or of the parts of a complex one. */
  static FloatWidth of(DType dtype) {
    return switch (dtype.kind()) {
      case FLOAT16 -> FloatWidth.HALF;
      case FLOAT32, COMPLEX64 -> FloatWidth.SINGLE;
      case FLOAT64, COMPLEX128 -> FloatWidth.DOUBLE;
      default -> throw new IllegalArgumentException("not a float type: " + dtype);
    };
  }
}
