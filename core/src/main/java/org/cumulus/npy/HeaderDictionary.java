package org.cumulus.npy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cumulus.DType;
import org.cumulus.npy.PythonValue.Dictionary;
import org.cumulus.npy.PythonValue.Text;
import org.cumulus.npy.PythonValue.Truth;
import org.cumulus.npy.PythonValue.Tuple;
import org.cumulus.npy.PythonValue.Whole;

/**
 * Takes the fields of a header from its text, {@code {'descr': '<f8', 'fortran_order': False,
 * 'shape': (3,)}}.
 */
final class HeaderDictionary {
  private static final Text DESCR = new Text("descr");
  private static final Text FORTRAN_ORDER = new Text("fortran_order");
  private static final Text SHAPE = new Text("shape");

  private HeaderDictionary() {}

  static HeaderFields parse(String text, boolean python2, int dataOffset)
      throws NpyFormatException {
    PythonValue literal = PythonLiteral.parse(text, python2);
    if (!(literal instanceof Dictionary(Map<PythonValue, PythonValue> entries))) {
      throw refused("Header is not a dictionary: ", literal);
    }
    PythonValue descr = entries.get(DESCR);
    PythonValue fortranOrder = entries.get(FORTRAN_ORDER);
    PythonValue shape = entries.get(SHAPE);
    if (entries.size() != 3 || descr == null || fortranOrder == null || shape == null) {
      List<String> keys = entries.keySet().stream().map(PythonValue::repr).sorted().toList();
      throw new NpyFormatException(
          "Header does not contain the correct keys: " + PythonText.shortened(keys.toString()));
    }
    long[] dimensions = dimensions(shape);
    if (!(fortranOrder instanceof Truth(boolean isFortran))) {
      throw refused("fortran_order is not a valid bool: ", fortranOrder);
    }
    return new HeaderFields(dtype(descr), isFortran, dimensions, dataOffset);
  }

  private static long[] dimensions(PythonValue shape) throws NpyFormatException {
    if (!(shape instanceof Tuple(List<PythonValue> items))) {
      throw refused("shape is not valid: ", shape);
    }
    long[] dimensions = new long[items.size()];
    for (int axis = 0; axis < dimensions.length; axis++) {
      if (!(items.get(axis) instanceof Whole(var length))) {
        throw refused("shape is not valid: ", shape);
      }
      if (length.bitLength() >= Long.SIZE) {
        throw new NpyFormatException("Maximum allowed dimension exceeded");
      }
      dimensions[axis] = length.longValue();
    }
    return dimensions;
  }

  private static DType dtype(PythonValue descr) throws NpyFormatException {
    switch (descr) {
      case Text(String name) -> {
        try {
          return DType.of(name);
        } catch (IllegalArgumentException unknown) {
          boolean plain = descr.repr().equals("'" + name + "'");
          String reason = plain ? " (" + PythonText.shortened(message(unknown)) + ")" : "";
          throw new NpyFormatException(complaint(descr) + reason, unknown);
        }
      }
      case PythonValue.ListOf structured ->
          throw new NpyFormatException(complaint(descr) + " (structured arrays are not supported)");
      case Tuple subarray ->
          throw new NpyFormatException(
              complaint(descr) + " (elements that are arrays are not supported)");
      default -> throw new NpyFormatException(complaint(descr));
    }
  }

  private static String complaint(PythonValue descr) {
    return "descr is not a valid dtype descriptor: " + PythonText.shortened(descr.repr());
  }

  private static NpyFormatException refused(String complaint, PythonValue value) {
    return new NpyFormatException(complaint + PythonText.shortened(value.repr()));
  }

  private static String message(IllegalArgumentException exception) {
    return Objects.requireNonNullElse(exception.getMessage(), "not supported");
  }
}
