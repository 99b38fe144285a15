package org.cumulus.cli.cells;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.NDArray;

/** Integers, each of which must fit the dtype. */
final class IntegerCells implements ParsedCells {
  private final DType dtype;
  private final boolean unsigned;
  private final int spareBits;
  private long[] values = new long[1024];
  private int size;

  /** Takes an integer dtype, or timedelta64, whose ticks are integers. */
  IntegerCells(DType dtype) {
    this.dtype = dtype;
    unsigned = dtype.kind().isUnsignedInteger();
    spareBits = Long.SIZE - Byte.SIZE * dtype.itemSize();
  }

  @Override
  public void add(String text) {
    long value = unsigned ? Long.parseUnsignedLong(text) : Long.parseLong(text);
    long kept = value << spareBits;
    if ((unsigned ? kept >>> spareBits : kept >> spareBits) != value) {
      throw new NumberFormatException(text);
    }
    if (size == values.length) {
      values = Arrays.copyOf(values, ParsedCells.grown(size));
    }
    values[size++] = value;
  }

  /** The values have 64 bits each: a sum widens them anyway. */
  @Override
  public NDArray toArray(long... shape) {
    DType wide = dtype.kind() == Kind.TIMEDELTA64 ? dtype : unsigned ? DType.UINT64 : DType.INT64;
    return NDArray.wrap(MemorySegment.ofArray(values), wide, shape);
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
    return "an integer that fits " + dtype;
  }
}
