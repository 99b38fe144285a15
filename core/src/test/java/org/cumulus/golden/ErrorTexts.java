package org.cumulus.golden;

/** Compares results of which some are errors, {@code "! Class: text"}. */
final class ErrorTexts {
  private ErrorTexts() {}

  /** Whether a result is NumPy's, or an error whose text contains NumPy's. */
  static boolean matches(String expected, String actual) {
    if (!expected.startsWith("! ")) {
      return actual.equals(expected);
    }
    return actual.startsWith("! ") && actual.contains(inJava(expected));
  }

  /** NumPy's text, or what is left of it without Python's own classes and protocols. */
  private static String inJava(String expected) {
    String text = expected.substring(expected.indexOf(": ") + 2);
    return switch (text) {
      case "cannot cast dtype object to <class 'numpy.dtypes.TimeDelta64DType'>." ->
          "cannot cast dtype object to timedelta64";
      case "int() argument must be a string, a bytes-like object or a real number, not 'complex'",
          "float() argument must be a string or a real number, not 'complex'" ->
          "cannot convert an object of type 'Complex' to ";
      case "int() argument must be a string, a bytes-like object or a real number, not"
              + " 'NoneType'" ->
          "cannot convert an object of type 'null' to ";
      case "int too big to convert", "Python int too large to convert to C long" ->
          " does not fit ";
      case "cannot convert float NaN to integer" -> "NaN is not an integer";
      case "cannot convert float infinity to integer" -> " is not an integer";
      case "int too large to convert to float" -> "a float cannot hold the integer ";
      case "Could not convert object to NumPy timedelta" -> "a timedelta64 takes a Duration";
      case String s when s.startsWith("Python integer ") ->
          s.substring("Python integer ".length()).replace("out of bounds for", "does not fit");
      default ->
          text.contains(" instances of ")
                  || text.contains("operand type(s)")
                  || text.contains("has no attribute")
              ? withJavaClasses(text)
              : text;
    };
  }

  private static String withJavaClasses(String text) {
    return text.replace("'int'", "'BigInteger'")
        .replace("'bool'", "'Boolean'")
        .replace("'float'", "'Double'")
        .replace("'complex'", "'Complex'")
        .replace("'datetime.timedelta'", "'Duration'")
        .replace("'NoneType'", "'null'");
  }
}
