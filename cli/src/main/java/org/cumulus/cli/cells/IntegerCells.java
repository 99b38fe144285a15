package org.cumulus.cli.cells;

import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.util.Arrays;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.NDArray;

/** Integers, each of which must fit the dtype. */
final class IntegerCells implements ParsedCells {
  private final DType dtype;
  private final boolean unsigned;
  private final boolean saturates;
  private final int spareBits;
  private final BigInteger least;
  private final BigInteger most;
  private long[] values = new long[1024];
  private int size;

  /**
   * Takes an integer dtype, or timedelta64, whose ticks are integers.
   *
   * @param saturates whether an integer beyond the bounds of the dtype is the nearer bound
   */
  IntegerCells(DType dtype, boolean saturates) {
    this.dtype = dtype;
    this.saturates = saturates;
    unsigned = dtype.kind().isUnsignedInteger();
    int bits = Byte.SIZE * dtype.itemSize();
    spareBits = Long.SIZE - bits;
    least = unsigned ? BigInteger.ZERO : BigInteger.TWO.pow(bits - 1).negate();
    most = BigInteger.TWO.pow(unsigned ? bits : bits - 1).subtract(BigInteger.ONE);
  }

  @Override
  public void add(String text) {
    long value;
    try {
      value = inBounds(text);
    } catch (NumberFormatException beyond) {
      if (!saturates) {
        throw beyond;
      }
      value = new BigInteger(text).max(least).min(most).longValue();
    }
    if (size == values.length) {
      values = Arrays.copyOf(values, ParsedCells.grown(size));
    }
    values[size++] = value;
  }

  private long inBounds(String text) {
    long value = unsigned ? Long.parseUnsignedLong(text) : Long.parseLong(text);
    long kept = value << spareBits;
    if ((unsigned ? kept >>> spareBits : kept >> spareBits) != value) {
      throw new NumberFormatException(text);
    }
    return value;
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
    return saturates ? "an integer" : "an integer that fits " + dtype;
  }
}
