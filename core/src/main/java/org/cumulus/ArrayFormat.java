package org.cumulus;

import java.util.Objects;
import org.cumulus.internal.text.ArrayText;
import org.cumulus.internal.text.ScalarText;
import org.jspecify.annotations.Nullable;

/**
 * Arrays as text, character for character as NumPy 2.4 prints them.
 *
 * {@snippet :
 * NDArray a = NDArray.of(new double[][] {{1, 0.5}, {1e-5, Double.NaN}});
 * ArrayFormat.str(a);
 * // [[1.e+00 5.e-01]
 * //  [1.e-05    nan]]
 * ArrayFormat.repr(a, PrintOptions.DEFAULT.withSuppress(true));
 * // array([[1.     , 0.5    ],
 * //        [0.00001,     nan]])
 * }
 *
 * <p>Arrays of every shape and dtype can be printed; no method refuses any. Numbers in one array
 * share a notation and line up, and those that a summary hides have no say in it. NaN is printed
 * without its sign, -0.0 with it, NaT in quotes. An array without dimensions has two texts: {@code
 * str} gives all digits of its element, {@code repr} goes by the options. {@code timedelta64} of
 * the generic unit is read in its own byte order, which NumPy forgets.
 *
 * <p>Objects are printed like their counterparts in Python: {@code Boolean} as {@code True}, {@code
 * Double} and {@code Float} as a Python float of the same value, {@code String} in quotes, {@code
 * null} as {@code None}. {@code BigInteger}, {@code BigDecimal}, {@code Duration} and all other
 * classes are printed by their {@code toString}.
 *
 * <p>The methods keep no state and may be called by any thread, as long as none writes to the
 * array.
 */
public final class ArrayFormat {
  private ArrayFormat() {}

  /** NumPy's {@code str(array)} with the default options. */
  public static String str(NDArray array) {
    return str(array, PrintOptions.DEFAULT);
  }

  /**
   * NumPy's {@code str(array)}. An array without dimensions is printed as {@link #scalar} does,
   * whatever the options.
   */
  public static String str(NDArray array, PrintOptions options) {
    Objects.requireNonNull(array, "array");
    Objects.requireNonNull(options, "options");
    return ArrayText.str(array.view(), options);
  }

  /** NumPy's {@code repr(array)} with the default options. */
  public static String repr(NDArray array) {
    return repr(array, PrintOptions.DEFAULT);
  }

  /**
   * NumPy's {@code repr(array)}: {@code array([1, 2], dtype=int8)}. The dtype is left out where the
   * numbers imply it; the shape is added where the text does not show it.
   */
  public static String repr(NDArray array, PrintOptions options) {
    Objects.requireNonNull(array, "array");
    Objects.requireNonNull(options, "options");
    return ArrayText.repr(array.view(), options);
  }

  /**
   * NumPy's {@code array2string}: the text of an array that stands between a prefix and a suffix.
   * These are not part of the result; lines are indented by the length of the one and end short of
   * the other.
   *
   * {@snippet :
   * String body = ArrayFormat.arrayToString(a, PrintOptions.DEFAULT, ", ", "x = ", ";");
   * System.out.println("x = " + body + ";");
   * }
   *
   * @param separator what stands between two elements. Between rows its trailing blanks make way
   *     for a line break
   */
  public static String arrayToString(
      NDArray array, PrintOptions options, String separator, String prefix, String suffix) {
    Objects.requireNonNull(array, "array");
    Objects.requireNonNull(options, "options");
    Objects.requireNonNull(separator, "separator");
    Objects.requireNonNull(prefix, "prefix");
    Objects.requireNonNull(suffix, "suffix");
    return ArrayText.of(array.view(), options, separator, prefix, suffix);
  }

  /**
   * NumPy's {@code str} of a single value: all of its digits, and no more than needed to tell it
   * from its neighbours in its dtype.
   *
   * {@snippet :
   * ArrayFormat.scalar(0.1f, DType.FLOAT32);           // 0.1
   * ArrayFormat.scalar(1e16, DType.FLOAT64);           // 1e+16
   * ArrayFormat.scalar(5L, DType.of("m8[25us]"));      // 125 microseconds
   * }
   *
   * @param value an element of an array of this dtype, as {@link NDArray#get} returns it
   */
  public static String scalar(@Nullable Object value, DType dtype) {
    Objects.requireNonNull(dtype, "dtype");
    return ScalarText.of(value, dtype);
  }
}
