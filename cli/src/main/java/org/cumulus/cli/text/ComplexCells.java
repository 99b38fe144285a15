package org.cumulus.cli.text;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.cumulus.Complex;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.cli.literal.Literal;
import org.cumulus.cli.literal.LiteralException;

/** Complex numbers as Python writes them, with or without brackets; and real ones. */
final class ComplexCells implements Cells {
  private double[] parts = new double[1024];
  private int size;

  @Override
  public void add(String text) {
    Complex value = parse(text);
    if (size + 2 > parts.length) {
      parts = Arrays.copyOf(parts, Cells.grown(size));
    }
    parts[size++] = value.re() + 0.0; // The literal -1j has a real part of -0, the text has not.
    parts[size++] = value.im();
  }

  /** Whether a text is a number of any kind. */
  static boolean isNumber(String text) {
    try {
      Complex _ = parse(text);
      return true;
    } catch (NumberFormatException notOne) {
      return false;
    }
  }

  private static Complex parse(String text) {
    try {
      return switch (Literal.value(text)) {
        case Complex complex -> complex;
        case Number real -> new Complex(real.doubleValue(), 0);
        case NDArray unsigned -> new Complex(unsigned.getDouble(), 0);
        default -> throw new NumberFormatException(text);
      };
    } catch (LiteralException notOne) {
      NumberFormatException error = new NumberFormatException(text);
      error.initCause(notOne);
      throw error;
    }
  }

  @Override
  public NDArray toArray(long... shape) {
    return NDArray.wrap(MemorySegment.ofArray(parts), DType.COMPLEX128, shape);
  }

  @Override
  public void clear() {
    size = 0;
  }

  @Override
  public boolean canBeNaN() {
    return true;
  }

  @Override
  public String expected() {
    return "a complex number such as 1+2j";
  }
}
