package org.cumulus.cli.cells;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.cli.text.DecimalNumber;

/** Numbers as float64. */
final class DoubleCells implements ParsedCells {
  private double[] values = new double[1024];
  private int size;

  @Override
  public void add(String text) {
    double value = DecimalNumber.parse(text);
    if (size == values.length) {
      values = Arrays.copyOf(values, ParsedCells.grown(size));
    }
    values[size++] = value;
  }

  @Override
  public NDArray toArray(long... shape) {
    return NDArray.wrap(MemorySegment.ofArray(values), DType.FLOAT64, shape);
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
    return "a number";
  }
}
