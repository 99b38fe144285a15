package org.cumulus.cli.cells;

import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.NDArray;
import org.cumulus.cli.text.ChosenColumns;
import org.jspecify.annotations.Nullable;

/** A growing column or table of numbers, read from text one cell after the other. */
interface ParsedCells {
  /** The most elements that a Java array surely holds. */
  int MAX_SIZE = Integer.MAX_VALUE - 8;

  /**
   * Appends a number.
   *
   * @throws NumberFormatException if the text is none
   */
  void add(String text);

  /** All numbers in an array of this shape. */
  NDArray toArray(long... shape);

  /** Forgets all numbers. */
  void clear();

  /** Whether NaN is one of the numbers. */
  boolean canBeNaN();

  /** What a cell should be, for a message: "a number". */
  String expected();

  /** What is wrong with the numbers as a whole; null if nothing is. */
  default @Nullable String problem(ChosenColumns columns) {
    return null;
  }

  /**
   * Cells for a dtype to compute in. Integers are read exactly, and so are objects; floats are read
   * as float64 and cast later, as {@code np.loadtxt} does.
   *
   * @param dtype null for one that holds all numbers
   * @param columns how many numbers make a row
   * @param saturates whether an integer beyond the bounds of the dtype is the nearer bound
   */
  static ParsedCells of(@Nullable DType dtype, int columns, boolean saturates) {
    if (dtype == null) {
      return new NumberCells(columns);
    }
    Kind kind = dtype.kind();
    if (kind.isInteger() || kind == Kind.TIMEDELTA64) {
      return new IntegerCells(dtype.toNativeOrder(), saturates && kind.isInteger());
    }
    if (kind == Kind.BOOL) {
      return new BooleanCells();
    }
    if (kind.isComplex()) {
      return new ComplexCells();
    }
    return kind == Kind.OBJECT ? new ExactCells() : new DoubleCells();
  }

  /** A larger length for an array that is full. */
  static int grown(int length) {
    if (length == MAX_SIZE) {
      throw new OutOfMemoryError("a text of more than " + MAX_SIZE + " numbers");
    }
    return (int) Math.min(MAX_SIZE, 1024 + length * 3L / 2);
  }
}
