package org.cumulus.internal.text;

import org.cumulus.PrintOptions;
import org.cumulus.internal.casts.Elements;
import org.cumulus.internal.memory.View;

/**
 * The text of an array's elements. Numbers are padded so that all elements that are printed line
 * up, which is why a formatter is made from all of them.
 */
@FunctionalInterface
interface ElementText {
  /** The text of the element at an index, which is only read. */
  String at(long... index);

  /** The formatter for an array that is printed with these options. */
  static ElementText of(View array, PrintOptions options) {
    return switch (array.dtype().kind()) {
      case BOOL -> booleans(array);
      case INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64 ->
          IntegerText.integers(array, options);
      case FLOAT16, FLOAT32, FLOAT64 -> floats(array, options);
      case COMPLEX64, COMPLEX128 -> ComplexText.of(array, options);
      case TIMEDELTA64 -> IntegerText.timedeltas(array, options);
      case OBJECT -> index -> ObjectText.repr(Elements.get(array, array.position(index)));
    };
  }

  private static ElementText booleans(View array) {
    String yes = array.ndim() == 0 ? "True" : " True";
    return index -> Boolean.TRUE.equals(Elements.get(array, array.position(index))) ? yes : "False";
  }

  private static ElementText floats(View array, PrintOptions options) {
    FloatText text =
        FloatText.of(
            VisibleElements.of(array, options)
                .doubles(index -> Elements.floating(array, array.position(index))),
            FloatWidths.of(array.dtype()),
            options,
            options.sign());
    return index -> text.of(Elements.floating(array, array.position(index)));
  }
}
