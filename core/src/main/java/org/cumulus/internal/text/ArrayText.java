package org.cumulus.internal.text;

import java.util.ArrayList;
import java.util.List;
import org.cumulus.DType;
import org.cumulus.PrintOptions;
import org.cumulus.internal.casts.Elements;
import org.cumulus.internal.digits.PythonTuple;
import org.cumulus.internal.memory.MappedFiles;
import org.cumulus.internal.memory.View;

/** The texts of an array: brackets, and what stands around them. */
public final class ArrayText {
  private static final String REPR_PREFIX = "array(";

  private ArrayText() {}

  /** NumPy's {@code str}. */
  public static String str(View array, PrintOptions options) {
    return MappedFiles.reading(
        array,
        () ->
            array.ndim() == 0
                ? ScalarText.of(Elements.get(array, array.offset()), array.dtype())
                : body(array, options, " ", "", ""));
  }

  /** NumPy's {@code repr}. */
  public static String repr(View array, PrintOptions options) {
    String body = REPR_PREFIX + of(array, options, ", ", REPR_PREFIX, ")");
    String extras = extras(array, options);
    if (extras.isEmpty()) {
      return body + ")";
    }
    String lastLine = body.substring(body.lastIndexOf('\n') + 1);
    boolean fits =
        TextLines.length(lastLine) + TextLines.length(extras) + 3L <= options.lineWidth();
    return body + "," + (fits ? " " : "\n" + " ".repeat(REPR_PREFIX.length())) + extras + ")";
  }

  /** NumPy's {@code array2string}: what stands between a prefix and a suffix. */
  public static String of(
      View array, PrintOptions options, String separator, String prefix, String suffix) {
    return MappedFiles.reading(array, () -> body(array, options, separator, prefix, suffix));
  }

  private static String body(
      View array, PrintOptions options, String separator, String prefix, String suffix) {
    if (array.size() == 0) {
      return "[]";
    }
    int indent = 1 + TextLines.length(prefix);
    int width = options.lineWidth() - TextLines.length(suffix);
    return NestedText.of(array, options, separator, indent, width);
  }

  private static String extras(View array, PrintOptions options) {
    List<String> extras = new ArrayList<>();
    boolean empty = array.size() == 0;
    long[] shape = array.shape();
    if ((empty && shape.length != 1) || array.size() > options.threshold()) {
      extras.add("shape=" + PythonTuple.of(shape));
    }
    if (empty || !isImplied(array.dtype())) {
      extras.add("dtype=" + dtypeText(array.dtype()));
    }
    return String.join(", ", extras);
  }

  private static boolean isImplied(DType dtype) {
    return dtype.isNativeOrder()
        && switch (dtype.kind()) {
          case INT64, FLOAT64, COMPLEX128, BOOL -> true;
          default -> false;
        };
  }

  /** A dtype as a Python expression: a plain name, or in quotes what is not a name. */
  private static String dtypeText(DType dtype) {
    String text = dtype.toString();
    return text.chars().allMatch(Character::isLetterOrDigit) ? text : "'" + text + "'";
  }
}
