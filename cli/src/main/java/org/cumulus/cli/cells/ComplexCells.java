package org.cumulus.cli.cells;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.cumulus.Complex;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.cli.text.ComplexNumber;

/** Complex numbers as Python writes them, with or without brackets; and real ones. */
final class ComplexCells implements ParsedCells {
  private double[] parts = new double[1024];
  private int size;

  @Override
  public void add(String text) {
    Complex value = ComplexNumber.parse(text);
    if (size + 2 > parts.length) {
      parts = Arrays.copyOf(parts, ParsedCells.grown(size));
    }
    parts[size++] = value.re() + 0.0; // The literal -1j has a real part of -0, the text has not.
    parts[size++] = value.im();
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
