package org.cumulus.cli.cells;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.cli.text.DecimalNumber;

/** Truth values, as words or as numbers, of which all but zero are true. */
final class BooleanCells implements ParsedCells {
  private byte[] values = new byte[1024];
  private int size;

  @Override
  public void add(String text) {
    boolean value =
        switch (text) {
          case "True", "true" -> true;
          case "False", "false" -> false;
          default -> DecimalNumber.parse(text) != 0;
        };
    if (size == values.length) {
      values = Arrays.copyOf(values, ParsedCells.grown(size));
    }
    values[size++] = (byte) (value ? 1 : 0);
  }

  @Override
  public NDArray toArray(long... shape) {
    return NDArray.wrap(MemorySegment.ofArray(values), DType.BOOL, shape);
  }

  @Override
  public void clear() {
    size = 0;
  }

  @Override
  public boolean canBeNaN() {
    return false;
  }

  @Override
  public String expected() {
    return "True, False or a number";
  }
}
