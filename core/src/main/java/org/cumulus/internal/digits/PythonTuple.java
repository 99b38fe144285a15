package org.cumulus.internal.digits;

import java.util.Arrays;

/** A shape or an index as Python prints a tuple: {@code ()}, {@code (3,)}, {@code (2, 3)}. */
public final class PythonTuple {
  private PythonTuple() {}

  /** The text of some numbers. */
  public static String of(long... numbers) {
    String list = Arrays.toString(numbers);
    String inside = list.substring(1, list.length() - 1);
    return numbers.length == 1 ? "(" + inside + ",)" : "(" + inside + ")";
  }
}
