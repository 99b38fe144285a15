package org.cumulus;

import java.io.Serializable;
import org.cumulus.internal.digits.FloatWidth;
import org.cumulus.internal.digits.PythonFloat;

/**
 * A complex number, the element of {@code complex64} and {@code complex128} arrays.
 *
 * {@snippet :
 * NDArray a = NDArray.of(List.of(new Complex(1, 2), 3.5));   // complex128
 * a.get(1);                                                  // (3.5+0j)
 * }
 *
 * @param re the real part
 * @param im the imaginary part
 */
public record Complex(double re, double im) implements Serializable {
  /** NumPy's text of a {@code complex128} scalar, such as {@code (1+2j)}. */
  @Override
  public String toString() {
    return PythonFloat.complex(re, im, FloatWidth.DOUBLE);
  }
}
