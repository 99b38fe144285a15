package org.cumulus.cli.large;

import org.cumulus.npy.NpyHeader;
import org.jspecify.annotations.Nullable;

/**
 * An array as its elements follow one another in a file, seen around one axis: {@code outer} blocks
 * of {@code steps} rows of {@code lanes} elements. A line takes one element of each row of a block.
 *
 * <p>An array in Fortran order is one in C order with its axes the other way round, so every array
 * has such a form along each of its axes.
 *
 * @param outer how many blocks there are
 * @param steps how many elements a line has
 * @param lanes how many lines lie side by side
 */
record FileLines(long outer, long steps, long lanes) {
  /**
   * The lines of an array along an axis.
   *
   * @param axis the axis, in range and not negative; null for all elements as they lie in the file
   */
  static FileLines of(NpyHeader header, @Nullable Integer axis) {
    if (axis == null) {
      return new FileLines(1, header.size(), 1);
    }
    long[] shape = header.shape();
    long before = 1;
    long after = 1;
    for (int i = 0; i < shape.length; i++) {
      before *= i < axis ? shape[i] : 1;
      after *= i > axis ? shape[i] : 1;
    }
    return header.fortranOrder()
        ? new FileLines(after, shape[axis], before)
        : new FileLines(before, shape[axis], after);
  }

  /** The same lines with another number of elements each. */
  FileLines withSteps(long newSteps) {
    return new FileLines(outer, newSteps, lanes);
  }

  /** The place in the file, in elements, of one of them. */
  long position(long block, long step, long lane) {
    return (block * steps + step) * lanes + lane;
  }
}
