package org.cumulus.internal.memory;

import java.util.Arrays;

/** Checks of axis numbers, with NumPy's messages. */
public final class Axes {
  private Axes() {}

  /** The axis counted from the front. */
  public static int checked(int axis, int ndim) {
    if (axis < -ndim || axis >= ndim) {
      throw new IllegalArgumentException(
          "axis " + axis + " is out of bounds for array of dimension " + ndim);
    }
    return axis < 0 ? axis + ndim : axis;
  }

  /** Axes counted from the front, no two of them the same; the array itself if it has such. */
  public static int[] checked(int[] axes, int ndim) {
    int[] checked = axes;
    boolean isCopy = false;
    for (int i = 0; i < axes.length; i++) {
      int axis = checked(axes[i], ndim);
      if (axis != axes[i]) {
        checked = isCopy ? checked : axes.clone();
        isCopy = true;
        checked[i] = axis;
      }
    }
    checkDifferent(checked, axes);
    return checked;
  }

  /**
   * Refuses axes of which two are the same.
   *
   * @param asGiven the axes as the caller counts them, for the message
   */
  public static void checkDifferent(int[] axes, int[] asGiven) {
    for (int i = 1; i < axes.length; i++) {
      for (int j = 0; j < i; j++) {
        if (axes[i] == axes[j]) {
          throw new IllegalArgumentException(
              "duplicate value in 'axis': " + Arrays.toString(asGiven));
        }
      }
    }
  }

  /** A permutation of all axes, counted from the front; none given means their reverse. */
  public static int[] permutation(int[] axes, int ndim) {
    if (axes.length == 0) {
      int[] reversed = new int[ndim];
      Arrays.setAll(reversed, i -> ndim - 1 - i);
      return reversed;
    }
    if (axes.length != ndim) {
      throw new IllegalArgumentException(
          "axes don't match array: " + Arrays.toString(axes) + " for " + ndim + " dimensions");
    }
    boolean[] seen = new boolean[ndim];
    int[] permutation = new int[ndim];
    for (int i = 0; i < ndim; i++) {
      permutation[i] = checked(axes[i], ndim);
      if (seen[permutation[i]]) {
        throw new IllegalArgumentException("repeated axis in transpose: " + Arrays.toString(axes));
      }
      seen[permutation[i]] = true;
    }
    return permutation;
  }
}
