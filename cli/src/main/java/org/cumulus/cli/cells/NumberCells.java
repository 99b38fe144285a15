package org.cumulus.cli.cells;

import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.NDArray;
import org.cumulus.cli.text.ChosenColumns;
import org.cumulus.cli.text.DecimalNumber;
import org.jspecify.annotations.Nullable;

/**
 * Numbers in the dtype that holds all of them: int64, else uint64, else object if all are integers;
 * else float64, if that holds the integers among them. So no integer loses a digit.
 */
final class NumberCells implements ParsedCells {
  /** As Python has it: longer integers take long to convert. */
  private static final int MAX_DIGITS = 4300;

  private static final BigInteger TWO_TO_64 = BigInteger.ONE.shiftLeft(Long.SIZE);

  private final @Nullable String[] firstRounded;

  private Kind kind = Kind.INT64;
  private boolean hasAny;
  private boolean hasNegative;
  private int column;
  private int size;

  // Of these the dtype uses one.
  private long[] integers = new long[1024];
  private double[] decimals = new double[0];
  private final List<Object> exact = new ArrayList<>();

  /** Numbers of a table of so many columns, row by row. */
  NumberCells(int columns) {
    firstRounded = new String[columns];
  }

  @Override
  public void add(String text) {
    if (isInteger(text)) {
      addInteger(text);
    } else {
      double value = DecimalNumber.parse(text);
      become(Kind.FLOAT64);
      addDecimal(value);
    }
    hasAny = true;
    column = column + 1 == firstRounded.length ? 0 : column + 1;
  }

  /** An optional sign and digits; so -0 is 0, among decimals too, as it is in a literal. */
  private static boolean isInteger(String text) {
    int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return false;
      }
    }
    return text.length() > start;
  }

  private void addInteger(String text) {
    if (text.length() <= 18) {
      addLong(Long.parseLong(text));
      return;
    }
    if (text.length() > MAX_DIGITS) {
      throw new NumberFormatException(text);
    }
    BigInteger value = new BigInteger(text);
    if (value.bitLength() < Long.SIZE) {
      addLong(value.longValue());
      return;
    }
    noteRounding(value);
    boolean fitsUnsigned = value.signum() > 0 && value.compareTo(TWO_TO_64) < 0;
    if (kind == Kind.INT64) {
      become(fitsUnsigned && !hasNegative ? Kind.UINT64 : Kind.OBJECT);
    } else if (kind == Kind.UINT64 && !fitsUnsigned) {
      become(Kind.OBJECT);
    }
    if (kind == Kind.UINT64) {
      put(value.longValue());
    } else if (kind == Kind.OBJECT) {
      exact.add(value);
      size++;
    } else {
      addDecimal(value.doubleValue());
    }
  }

  private void addLong(long value) {
    if (Math.abs(value) > 1L << 53) {
      noteRounding(BigInteger.valueOf(value));
    }
    hasNegative |= value < 0;
    if (kind == Kind.UINT64 && value < 0) {
      become(Kind.OBJECT);
    }
    if (kind == Kind.OBJECT) {
      exact.add(BigInteger.valueOf(value));
      size++;
    } else if (kind == Kind.FLOAT64) {
      addDecimal((double) value);
    } else {
      put(value);
    }
  }

  private void put(long value) {
    if (size == integers.length) {
      integers = Arrays.copyOf(integers, ParsedCells.grown(size));
    }
    integers[size++] = value;
  }

  private void addDecimal(double value) {
    if (size == decimals.length) {
      decimals = Arrays.copyOf(decimals, ParsedCells.grown(size));
    }
    decimals[size++] = value;
  }

  /** Keeps the first number of each column in mind that is no double. */
  private void noteRounding(BigInteger value) {
    if (firstRounded[column] == null && !WideInteger.isDouble(value)) {
      firstRounded[column] = value.toString();
    }
  }

  /** Takes a dtype that holds the numbers so far, rounded if it is float64, and others. */
  private void become(Kind wider) {
    if (wider == Kind.OBJECT && kind != Kind.OBJECT) {
      for (int i = 0; i < size; i++) {
        exact.add(WideInteger.exact(integers[i], kind == Kind.UINT64));
      }
      integers = new long[0];
    } else if (wider == Kind.FLOAT64 && kind != Kind.FLOAT64) {
      decimals = new double[Math.max(size, 1024)];
      for (int i = 0; i < size; i++) {
        decimals[i] =
            kind == Kind.OBJECT
                ? ((BigInteger) exact.get(i)).doubleValue()
                : WideInteger.rounded(integers[i], kind == Kind.UINT64);
      }
      integers = new long[0];
      exact.clear();
    }
    kind = wider;
  }

  @Override
  public NDArray toArray(long... shape) {
    if (!hasAny) {
      return NDArray.zeros(DType.FLOAT64, shape);
    }
    if (kind == Kind.OBJECT) {
      return NDArray.of(exact, DType.OBJECT).reshape(shape);
    }
    return switch (kind) {
      case FLOAT64 -> NDArray.wrap(MemorySegment.ofArray(decimals), DType.FLOAT64, shape);
      case UINT64 -> NDArray.wrap(MemorySegment.ofArray(integers), DType.UINT64, shape);
      default -> NDArray.wrap(MemorySegment.ofArray(integers), DType.INT64, shape);
    };
  }

  /** The dtype stays what it was. */
  @Override
  public void clear() {
    size = 0;
    exact.clear();
  }

  @Override
  public boolean canBeNaN() {
    return true;
  }

  @Override
  public String expected() {
    return "a number";
  }

  /** Finds an integer that loses digits, because other cells made float64 of the table. */
  @Override
  public @Nullable String problem(ChosenColumns columns) {
    for (int i = 0; kind == Kind.FLOAT64 && i < firstRounded.length; i++) {
      String integer = firstRounded[i];
      if (integer != null) {
        return "%s: '%s' would be rounded to float64, which other cells need (--dtype float64 allows it)"
            .formatted(columns.describe(i), TextTable.shown(integer));
      }
    }
    return null;
  }
}
